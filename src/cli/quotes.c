#include "check/rules/quotes.h"
#include "base/safe.h"
#include "cli/listing.h"
#include "cli/messages.h"
#include "cli/setup.h"
#include "report/csv_field.h"
#include "report/json_value.h"

/* sunting quotes: every direct quotation with its cue and speaker. */
static struct slice words_of(const struct draft_source *source, const struct quote *quote) {
    return slice_range(str_slice(&source->positions.bytes), quote->start, quote->end);
}

/* Nothing known is null. */
static void append_known(struct str *out, const char *key, struct slice value) {
    str_printf(out, ",\"%s\":", key);
    if (value.len)
        json_append(out, value);
    else
        str_append_text(out, "null");
}

/* What a reader sees of a name: without tags and stars. */
static struct slice plain(struct str *out, struct slice s) {
    if (slice_find_byte(s, '<', 0) == SIZE_MAX && slice_find_byte(s, '*', 0) == SIZE_MAX) return s;
    str_clear(out);
    for (size_t i = 0; i < s.len; i++) {
        size_t end = s.data[i] == '<' ? slice_find_byte(s, '>', i) : SIZE_MAX;
        if (end != SIZE_MAX)
            i = end;
        else if (s.data[i] != '*')
            str_append_byte(out, s.data[i]);
    }
    return slice_trim(str_slice(out));
}

static void append_json_quote(const struct draft_source *source, const struct quote *quote, struct str *out) {
    str_append_byte(out, '{');
    json_append_span(out, &source->positions, quote->start, quote->end);
    append_known(out, "text", words_of(source, quote));
    if (quote->cue.len) {
        str_append_text(out, ",\"cue\":{");
        json_append_span(out, &source->positions, quote->cue_start, quote->cue_end);
        append_known(out, "text", quote->cue);
        str_append_byte(out, '}');
    } else {
        append_known(out, "cue", quote->cue);
    }
    struct str clean = {0};
    append_known(out, "speaker", quote->speaker);
    append_known(out, "person", plain(&clean, quote->person));
    append_known(out, "role", plain(&clean, quote->role));
    str_append_byte(out, '}');
    str_free(&clean);
}

static void append_json(const struct draft_source *source, const struct attribution *found, struct str *out) {
    for (size_t i = 0; i < found->quotes.count; i++) {
        if (i) str_append_byte(out, ',');
        append_json_quote(source, &found->quotes.items[i], out);
    }
}

/* White space, and the backslash that ends a line of Markdown. */
static bool is_blank(struct slice s, size_t i) {
    if (s.data[i] == '\\') return i + 1 < s.len && (s.data[i + 1] == '\n' || s.data[i + 1] == '\r');
    return s.data[i] == ' ' || s.data[i] == '\t' || s.data[i] == '\r' || s.data[i] == '\n';
}

/* On one line, safe for a terminal. */
static void append_line(struct str *out, struct slice s) {
    struct str words = {0};
    bool space = false;
    for (size_t i = 0; i < s.len; i++) {
        bool blank = is_blank(s, i);
        if (!blank || !space) str_append_byte(&words, blank ? ' ' : s.data[i]);
        space = blank;
    }
    safe_append(out, str_slice(&words));
    str_free(&words);
}

static void append_text(const struct cli *cli, const struct draft_source *source,
                        const struct attribution *found, struct str *out) {
    struct str path = {0};
    safe_append(&path, slice_of(source->path));
    message(out, cli->lang, QUOTES_HEADING, str_text(&path), found->quotes.count);
    str_free(&path);
    for (size_t i = 0; i < found->quotes.count; i++) {
        const struct quote *quote = &found->quotes.items[i];
        struct str name = {0}, clean = {0}, office = {0};
        struct slice who = plain(&clean, quote->person.len ? quote->person : quote->speaker);
        struct slice role = plain(&office, quote->role);
        if (quote->standing == QUOTE_IMPLICIT && who.len)
            message(&name, cli->lang, QUOTES_MAYBE, SLICE_ARG(who));
        else if (who.len)
            str_append(&name, who);
        else
            message(&name, cli->lang, QUOTES_NOBODY);
        if (role.len && !slice_equal(quote->role, quote->speaker))
            str_printf(&name, ", %.*s", SLICE_ARG(role));
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
        append_line(out, words_of(source, quote));
        str_append_byte(out, '\n');
        str_free(&name);
        str_free(&clean);
        str_free(&office);
    }
}

static void append_csv(const struct draft_source *source, const struct attribution *found, struct str *out) {
    for (size_t i = 0; i < found->quotes.count; i++) {
        const struct quote *quote = &found->quotes.items[i];
        struct str person = {0}, role = {0};
        const struct slice fields[] = {plain(&person, quote->person), plain(&role, quote->role),
                                       quote->speaker, quote->cue, words_of(source, quote)};
        csv_append(out, slice_of(source->path));
        str_printf(out, ",%zu", position_of(&source->positions, quote->start).line);
        for (size_t k = 0; k < sizeof fields / sizeof *fields; k++) {
            str_append_byte(out, ',');
            csv_append(out, fields[k]);
        }
        str_append_text(out, "\r\n");
        str_free(&person);
        str_free(&role);
    }
}

/* Who probably spoke is for whoever mends the draft: attribution.quote says it. The list is for ringing
 * people up. */
static void forget_guesses(struct attribution *found) {
    vec_each(struct quote, quote, &found->quotes) {
        if (quote->standing == QUOTE_UNATTRIBUTED) quote->person = quote->role = (struct slice){0};
    }
}

static void append(struct cli *cli, const struct draft_source *source, struct checker *checker,
                   enum listing_format format, struct str *out) {
    struct attribution found = {0};
    document_quotes(checker_document(checker), cli_setup(cli, source->path)->language, &found, NULL, NULL);
    forget_guesses(&found);
    if (format == LISTING_JSON)
        append_json(source, &found, out);
    else if (format == LISTING_CSV)
        append_csv(source, &found, out);
    else
        append_text(cli, source, &found, out);
    attribution_free(&found);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    static const struct listing listing = {
        .name = "quotes", .heads = "path,line,person,role,speaker,cue,text", .apart = true, .append = append};
    const struct listing_settings *set = settings;
    return listing_run(cli, &listing, (enum listing_format)set->format, count, arguments);
}

const struct command command_quotes = {.name = "quotes",
                                       .indonesian = "kutipan",
                                       .about = MESSAGE_ABOUT_QUOTES,
                                       .usage = MESSAGE_USAGE_PATHS,
                                       .details = MESSAGE_DETAILS_QUOTES,
                                       .options = listing_csv_options,
                                       .size = sizeof(struct listing_settings),
                                       .run = run};
