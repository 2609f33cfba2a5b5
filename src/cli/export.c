#include "export/export.h"
#include "base/paths.h"
#include "base/replace.h"
#include "cli/cli.h"
#include "cli/draft_source.h"
#include "cli/messages.h"
#include "draft/messages.h"
#include "draft/place.h"

#include <unistd.h>

/* sunting export: a draft as other programs and readers take it. */
struct export_settings {
    const char *form, *output;
    bool overwrite;
};

static const struct option_row options[] = {{.kind = OPTION_TEXT,
                                             .name = "to",
                                             .letter = 't',
                                             .at = offsetof(struct export_settings, form),
                                             .argument = MESSAGE_ARGUMENT_EXPORT,
                                             .help = MESSAGE_HELP_EXPORT_TO},
                                            {.kind = OPTION_TEXT,
                                             .name = "output",
                                             .letter = 'o',
                                             .at = offsetof(struct export_settings, output),
                                             .argument = MESSAGE_ARGUMENT_FILE,
                                             .help = MESSAGE_HELP_EXPORT_OUTPUT},
                                            {.kind = OPTION_FLAG,
                                             .name = "overwrite",
                                             .at = offsetof(struct export_settings, overwrite),
                                             .help = MESSAGE_HELP_EXPORT_OVERWRITE},
                                            {.kind = OPTION_END}};

static const struct export_form *find_form(const char *name, struct error *e) {
    struct str names = {0};
    for (size_t i = 0; export_forms[i]; i++) {
        if (name && strcmp(export_forms[i]->name, name) == 0) {
            str_free(&names);
            return export_forms[i];
        }
        str_printf(&names, "%s%s", i ? ", " : "", export_forms[i]->name);
    }
    if (name)
        error_set(e, OPTION_CHOICE, name, "to", str_text(&names));
    else
        error_set(e, EXPORT_WHICH, str_text(&names));
    str_free(&names);
    return NULL;
}

/* A file that is there already is only replaced when that was asked for. */
static bool save(struct cli *cli, const struct export_settings *set, const char *path, struct slice bytes) {
    static const struct file_identity none;
    struct file_identity identity = {0};
    const struct replacement request = {
        .path = path, .bytes = bytes, .expected = set->overwrite ? NULL : &none};
    if (!path_is_within(path)) return error_set(&cli->error, FILE_OUTSIDE, path);
    enum replaced result = file_replace(&request, &identity, &cli->error);
    if (result == REPLACE_CHANGED) error_set(&cli->error, EXPORT_EXISTS, path);
    return result == REPLACED;
}

/* What is no text and was given no name lies beside its draft; "-" is standard output. */
static void name_output(const struct export_form *form, const struct export_settings *set, const char *draft,
                        struct str *out) {
    if (set->output && strcmp(set->output, "-") == 0) return;
    if (set->output)
        str_append_text(out, set->output);
    else if (form->ending && strcmp(draft, "-") != 0)
        str_printf(out, "%.*s%s", SLICE_ARG(draft_place_stem(draft)), form->ending);
}

static int put_out(struct cli *cli, const struct export_form *form, const struct export_settings *set,
                   const char *draft, struct slice bytes) {
    struct str path = {0};
    int status = 0;
    name_output(form, set, draft, &path);
    if (!path.len) {
        cli->painted |= form->ending && !isatty(STDOUT_FILENO);
        cli_print(cli, bytes);
    } else if (save(cli, set, str_text(&path), bytes)) {
        cli_say(cli, EXPORT_WRITTEN, str_text(&path));
    } else {
        status = cli_fail(cli);
    }
    str_free(&path);
    return status;
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct export_settings *set = settings;
    const struct export_form *form = find_form(set->form, &cli->error);
    if (!form) return cli_fail(cli);
    if (count > 1) {
        error_set(&cli->error, EXPORT_ONE);
        return cli_fail(cli);
    }
    const char *path = count ? arguments[0] : "-";
    struct draft_source source;
    struct str out = {0};
    int status = EXIT_FAILED;
    if (draft_source_read(&source, cli, path)) {
        struct checker *checker = draft_source_check(&source, cli, NULL, HONOUR_ALL);
        struct manuscript manuscript = {0};
        manuscript_read(&manuscript, checker_document(checker));
        if (form->write(&manuscript, cli->lang, &out, &cli->error))
            status = put_out(cli, form, set, path, str_slice(&out));
        else
            cli_fail(cli);
        manuscript_free(&manuscript);
        checker_free(checker);
    } else {
        cli_fail(cli);
    }
    draft_source_free(&source);
    str_free(&out);
    return status;
}

const struct command command_export = {.name = "export",
                                       .indonesian = "ekspor",
                                       .about = MESSAGE_ABOUT_EXPORT,
                                       .usage = MESSAGE_USAGE_EXPORT,
                                       .details = MESSAGE_DETAILS_EXPORT,
                                       .options = options,
                                       .size = sizeof(struct export_settings),
                                       .run = run};
