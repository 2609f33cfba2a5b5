#include "check/quotes.h"
#include "base/safe.h"
#include "cli/cli.h"
#include "cli/draft_source.h"
#include "cli/setup.h"
#include "cli/walk.h"
#include "report/json_value.h"

/* sunting quotes: every direct quotation with its cue and speaker. */
struct quotes_settings {
    size_t format; /* index into formats */
};

enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV };
static const char *const formats[] = {
    [FORMAT_TEXT] = "text", [FORMAT_JSON] = "json", [FORMAT_CSV] = "csv", NULL};

static const struct option_row options[] = {
    {.kind = OPTION_CHOICE,
     .name = "format",
     .letter = 'f',
     .at = offsetof(struct quotes_settings, format),
     .choices = formats,
     .help = MESSAGE_HELP_FORMAT},
    {.kind = OPTION_END},
};

static struct slice text_of(const struct draft_source *source, const struct quote *quote) {
    return slice_range(str_slice(&source->positions.bytes), quote->start, quote->end);
}

/* Nothing known is null. */
static json_t *json_or_null(struct slice s) {
    return s.len ? json_of(s) : json_null();
}

static json_t *json_quote(const struct draft_source *source, const struct quote *quote) {
    json_t *object = json_object(), *cue = json_null();
    json_set_span(object, &source->positions, quote->start, quote->end);
    json_object_set_new(object, "text", json_of(text_of(source, quote)));
    if (quote->cue.len) {
        cue = json_object();
        json_set_span(cue, &source->positions, quote->cue_start, quote->cue_end);
        json_object_set_new(cue, "text", json_of(quote->cue));
    }
    json_object_set_new(object, "cue", cue);
    json_object_set_new(object, "speaker", json_or_null(quote->speaker));
    json_object_set_new(object, "person", json_or_null(quote->person));
    json_object_set_new(object, "role", json_or_null(quote->role));
    return object;
}

/* On one line, safe for a terminal. */
static void append_line(struct str *out, struct slice s) {
    struct str words = {0};
    bool space = false;
    for (size_t i = 0; i < s.len; i++) {
        bool blank = strchr(" \t\r\n", s.data[i]) && s.data[i];
        if (!blank || !space) str_append_byte(&words, blank ? ' ' : s.data[i]);
        space = blank;
    }
    safe_append(out, str_slice(&words));
    str_free(&words);
}

static void append_text(const struct cli *cli, const struct draft_source *source,
                        const struct attribution *found, struct str *out) {
    message(out, cli->lang, QUOTES_HEADING, source->path, found->quotes.count);
    for (size_t i = 0; i < found->quotes.count; i++) {
        const struct quote *quote = &found->quotes.items[i];
        struct slice who = quote->person.len ? quote->person : quote->speaker;
        struct str name = {0};
        if (quote->standing == QUOTE_IMPLICIT && who.len)
            message(&name, cli->lang, QUOTES_MAYBE, SLICE_ARG(who));
        else if (who.len)
            str_append(&name, who);
        else
            message(&name, cli->lang, QUOTES_NOBODY);
        if (quote->role.len && !slice_equal(quote->role, quote->speaker))
            str_printf(&name, ", %.*s", SLICE_ARG(quote->role));
        str_printf(out, "\n%6zu  ", position_of(&source->positions, quote->start).line);
        append_line(out, str_slice(&name));
        if (quote->speaker.len && !slice_equal(quote->speaker, who)) {
            str_clear(&name);
            message(&name, cli->lang, QUOTES_WRITTEN, SLICE_ARG(quote->speaker));
            str_append_text(out, " (");
            append_line(out, str_slice(&name));
            str_append_text(out, ")");
        }
        str_append_text(out, "\n        ");
        append_line(out, text_of(source, quote));
        str_append_byte(out, '\n');
        str_free(&name);
    }
}

/* RFC 4180; a field that a spreadsheet would compute is kept as text by a leading apostrophe. */
static void append_field(struct str *out, struct slice s, bool last) {
    str_append_byte(out, '"');
    if (s.len && strchr("=+-@", s.data[0])) str_append_byte(out, '\'');
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] == '"') str_append_byte(out, '"');
        str_append_byte(out, s.data[i]);
    }
    str_append_text(out, last ? "\"\r\n" : "\",");
}

static void append_csv(const struct draft_source *source, const struct attribution *found, struct str *out) {
    for (size_t i = 0; i < found->quotes.count; i++) {
        const struct quote *quote = &found->quotes.items[i];
        append_field(out, slice_of(source->path), false);
        str_printf(out, "%zu,", position_of(&source->positions, quote->start).line);
        append_field(out, quote->person, false);
        append_field(out, quote->role, false);
        append_field(out, quote->speaker, false);
        append_field(out, quote->cue, false);
        append_field(out, text_of(source, quote), true);
    }
}

static void append_draft(struct cli *cli, const char *path, size_t format, struct str *out) {
    struct draft_source source;
    json_t *object = format == FORMAT_JSON ? json_object() : NULL;
    if (object) json_object_set_new(object, "path", json_of(slice_of(path)));
    if (draft_source_read(&source, cli, path)) {
        struct checker *checker = draft_source_check(&source, cli, NULL);
        struct attribution found = {0};
        document_quotes(checker_document(checker), cli_setup(cli, path)->language, &found, NULL, NULL);
        if (object) {
            json_t *list = json_array();
            for (size_t i = 0; i < found.quotes.count; i++)
                json_array_append_new(list, json_quote(&source, &found.quotes.items[i]));
            json_object_set_new(object, "quotes", list);
        } else if (format == FORMAT_CSV) {
            append_csv(&source, &found, out);
        } else {
            append_text(cli, &source, &found, out);
        }
        attribution_free(&found);
        checker_free(checker);
    } else {
        if (object) json_object_set_new(object, "error", json_of(str_slice(&cli->error.text)));
        cli_fail(cli);
    }
    if (object) json_write(object, out);
    draft_source_free(&source);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct quotes_settings *set = settings;
    struct walk walk = {0};
    for (int i = 0; i < count; i++)
        walk_add(&walk, arguments[i]);
    if (count == 0) walk_add(&walk, "-");
    if (set->format == FORMAT_JSON) str_append_text(&cli->out, "{\"version\":1,\"files\":[");
    if (set->format == FORMAT_CSV) str_append_text(&cli->out, "path,line,person,role,speaker,cue,text\r\n");
    for (size_t i = 0; i < walk.paths.count; i++) {
        if (i && set->format == FORMAT_JSON) str_append_text(&cli->out, ",\n");
        if (i && set->format == FORMAT_TEXT) str_append_byte(&cli->out, '\n');
        append_draft(cli, walk.paths.items[i], set->format, &cli->out);
        cli_flush(cli);
    }
    if (set->format == FORMAT_JSON) str_append_text(&cli->out, "]}\n");
    walk_free(&walk);
    return 0;
}

const struct command command_quotes = {.name = "quotes",
                                       .indonesian = "kutipan",
                                       .about = MESSAGE_ABOUT_QUOTES,
                                       .usage = MESSAGE_USAGE_PATHS,
                                       .details = MESSAGE_DETAILS_QUOTES,
                                       .options = options,
                                       .size = sizeof(struct quotes_settings),
                                       .run = run};
