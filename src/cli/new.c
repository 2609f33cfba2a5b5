#include "base/file.h"
#include "base/messages.h"
#include "base/paths.h"
#include "base/replace.h"
#include "base/today.h"
#include "check/rules/calendar.h"
#include "cli/cli.h"
#include "cli/messages.h"
#include "draft/messages.h"
#include "draft/place.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

/* sunting new: a draft made from a template, ready to fill; or a house style with all its settings explained.
 */
struct new_settings {
    const char *template;
    bool style, list;
};

static const struct option_row options[] = {{.kind = OPTION_TEXT,
                                             .name = "template",
                                             .letter = 't',
                                             .at = offsetof(struct new_settings, template),
                                             .argument = MESSAGE_ARGUMENT_TEMPLATE,
                                             .help = MESSAGE_HELP_TEMPLATE},
                                            {.kind = OPTION_FLAG,
                                             .name = "list",
                                             .at = offsetof(struct new_settings, list),
                                             .help = MESSAGE_HELP_TEMPLATES},
                                            {.kind = OPTION_FLAG,
                                             .name = "gaya",
                                             .at = offsetof(struct new_settings, style),
                                             .help = MESSAGE_HELP_NEW_STYLE},
                                            {.kind = OPTION_END}};

enum { TEMPLATE_BYTES = 256 << 10 };

/* The names of the templates, separated by what stands between. */
static void append_names(struct str *out, const char *between) {
    struct str folder = {0};
    struct dirent **entries = NULL;
    size_t from = out->len;
    path_data(&folder, "templates");
    int count = scandir(str_text(&folder), &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        struct slice name = slice_of(entries[i]->d_name);
        if (slice_ends(name, SLICE(".md")))
            str_printf(out, "%s%.*s", out->len > from ? between : "", (int)name.len - 3, name.data);
        free(entries[i]);
    }
    free(entries);
    str_free(&folder);
}

/* Wrapped in quotation marks there, so its own become others. */
static void append_title(struct str *out, const char *path) {
    struct slice stem = draft_place_stem(path);
    size_t slash = stem.len;
    while (slash > 0 && stem.data[slash - 1] != '/')
        slash--;
    bool first = true;
    for (size_t i = slash; i < stem.len; i++, first = false) {
        char c = stem.data[i];
        bool letter = c >= 'a' && c <= 'z';
        if (c == '"' || c == '\\' || (unsigned char)c < ' ') continue;
        str_append_byte(out, c == '-' || c == '_' ? ' ' : first && letter ? (char)(c - 'a' + 'A') : c);
    }
}

static void append_filled(struct str *out, struct slice text, const char *path) {
    struct str today = {0};
    today_append(&today); /* 2026-11-23 */
    const char *digits = str_text(&today);
    struct date date = {.year = (int)strtol(digits, NULL, 10),
                        .month = (int)strtol(digits + 5, NULL, 10),
                        .day = (int)strtol(digits + 8, NULL, 10)};
    while (text.len) {
        if (slice_starts(text, SLICE("{judul}"))) {
            append_title(out, path);
        } else if (slice_starts(text, SLICE("{tanggal}"))) {
            str_append(out, str_slice(&today));
        } else if (slice_starts(text, SLICE("{hari}"))) {
            str_printf(out, "%s (%d/%d/%d)", weekday_name(date_weekday(&date)), date.day, date.month,
                       date.year);
        } else {
            str_append_byte(out, text.data[0]);
            text = slice_range(text, 1, text.len);
            continue;
        }
        text = slice_range(text, slice_find_byte(text, '}', 0) + 1, text.len);
    }
    str_free(&today);
}

/* Never over a file that is there. */
static bool put(struct cli *cli, const char *path, struct slice bytes) {
    static const struct file_identity none;
    struct file_identity identity = {0};
    const struct replacement request = {.path = path, .bytes = bytes, .expected = &none};
    if (!path_is_within(path)) return error_set(&cli->error, FILE_OUTSIDE, path);
    enum replaced result = file_replace(&request, &identity, &cli->error);
    if (result == REPLACE_CHANGED) error_set(&cli->error, NEW_EXISTS, path);
    return result == REPLACED;
}

static bool read_template(struct cli *cli, const char *name, const char *ending, struct str *out) {
    struct str path = {0}, names = {0};
    path_data(&path, "templates");
    str_printf(&path, "/%s%s", name, ending);
    bool ok = !strchr(name, '/') && file_read(str_text(&path), TEMPLATE_BYTES, out, NULL);
    if (!ok) {
        append_names(&names, ", ");
        error_set(&cli->error, NEW_NO_TEMPLATE, name, str_text(&names));
    }
    str_free(&path);
    str_free(&names);
    return ok;
}

static bool make_draft(struct cli *cli, const struct new_settings *set, const char *named) {
    struct str path = {0}, template = {0}, text = {0};
    draft_place_name(&path, named);
    bool ok = read_template(cli, set->template ? set->template : "berita", ".md", &template);
    if (ok) append_filled(&text, str_slice(&template), str_text(&path));
    ok = ok && put(cli, str_text(&path), str_slice(&text));
    if (ok) message(&cli->out, cli->lang, NEW_MADE, str_text(&path));
    str_free(&path);
    str_free(&template);
    str_free(&text);
    return ok;
}

static bool make_style(struct cli *cli, const char *folder) {
    struct str path = {0}, text = {0};
    struct stat st;
    str_printf(&path, "%s/.sunting.yaml", folder);
    bool ok =
        (stat(folder, &st) == 0 && S_ISDIR(st.st_mode)) || error_set(&cli->error, NEW_NO_FOLDER, folder);
    ok = ok && read_template(cli, "gaya", ".yaml", &text) && put(cli, str_text(&path), str_slice(&text));
    if (ok) message(&cli->out, cli->lang, NEW_STYLE_MADE, str_text(&path));
    str_free(&path);
    str_free(&text);
    return ok;
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct new_settings *set = settings;
    bool ok = true;
    if (set->list) {
        append_names(&cli->out, "\n");
        str_append_byte(&cli->out, '\n');
    } else if (set->style) {
        ok = make_style(cli, count ? arguments[0] : ".");
    } else if (!count) {
        ok = error_set(&cli->error, NEW_WHICH);
    }
    for (int i = 0; ok && !set->list && !set->style && i < count; i++)
        ok = make_draft(cli, set, arguments[i]);
    return ok ? 0 : cli_fail(cli);
}

const struct command command_new = {.name = "new",
                                    .indonesian = "baru",
                                    .about = MESSAGE_ABOUT_NEW,
                                    .usage = MESSAGE_USAGE_NEW,
                                    .details = MESSAGE_DETAILS_NEW,
                                    .options = options,
                                    .size = sizeof(struct new_settings),
                                    .run = run};
