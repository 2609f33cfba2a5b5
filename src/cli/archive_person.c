#include "archive/dates.h"
#include "archive/person_facts.h"
#include "base/safe.h"
#include "cli/archive.h"
#include "cli/listing.h"
#include "cli/messages.h"
#include "report/json_value.h"

/* sunting archive person: how a name is spelt, with which offices, and what was quoted. */
static void append_field(struct str *out, const char *key, const char *text) {
    str_printf(out, "\"%s\":", key);
    json_append(out, slice_of(text));
}

static void append_json(const struct person_facts *facts, struct str *out) {
    str_append_text(out, "{\"version\":1,\"persons\":[");
    vec_each(const struct person_fact, fact, &facts->list) {
        str_append_text(out, fact == facts->list.items ? "{" : ",\n{");
        append_field(out, "name", fact->name);
        str_printf(out, ",\"texts\":%zu,\"offices\":[", fact->texts);
        vec_each(const struct person_office, office, &fact->offices) {
            str_append_text(out, office == fact->offices.items ? "{" : ",{");
            append_field(out, "office", office->office);
            str_append_byte(out, ',');
            append_field(out, "first", office->first);
            str_append_byte(out, ',');
            append_field(out, "latest", office->latest);
            str_printf(out, ",\"texts\":%zu}", office->texts);
        }
        str_append_text(out, "],\"quotes\":[");
        vec_each(const struct person_quote, quote, &fact->quotes) {
            str_printf(out, "%s{\"id\":%lld,", quote == fact->quotes.items ? "" : ",",
                       (long long)quote->article);
            append_field(out, "date", quote->date);
            str_append_byte(out, ',');
            append_field(out, "title", quote->title);
            str_append_byte(out, ',');
            append_field(out, "text", quote->text);
            str_append_byte(out, '}');
        }
        str_append_text(out, "]}");
    }
    str_append_text(out, "]}\n");
}

static void append_person(const struct person_fact *fact, enum lang lang, struct str *out) {
    safe_append(out, slice_of(fact->name));
    message(out, lang, ARCHIVE_PERSON_TEXTS, fact->texts);
    str_append_byte(out, '\n');
    vec_each(const struct person_office, office, &fact->offices) {
        str_append_text(out, "    ");
        safe_append(out, slice_of(office->office));
        str_append_text(out, "  ");
        date_append(out, lang, slice_of(office->first));
        if (strcmp(office->first, office->latest) != 0) {
            str_append_text(out, " – ");
            date_append(out, lang, slice_of(office->latest));
        }
        str_printf(out, "  (%zu)\n", office->texts);
    }
    vec_each(const struct person_quote, quote, &fact->quotes) {
        str_append_text(out, "    ");
        date_append(out, lang, slice_of(quote->date));
        str_append_text(out, "  ");
        safe_append(out, slice_of(quote->title));
        str_append_text(out, "\n        ");
        safe_append(out, slice_of(quote->text));
        str_append_byte(out, '\n');
    }
}

int archive_person(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    struct archive *archive = archive_meant(cli, STORE_READ);
    struct person_facts facts = {0};
    struct str name = {0};
    for (int i = 0; i < count; i++)
        str_printf(&name, "%s%s", i ? " " : "", arguments[i]);
    bool ok = archive && person_facts_find(archive, str_slice(&name), PERSON_QUOTES, &facts, &cli->error);
    if (ok && set->format == LISTING_JSON) append_json(&facts, &cli->out);
    vec_each(const struct person_fact, fact, &facts.list)
        if (ok && set->format != LISTING_JSON) append_person(fact, cli->lang, &cli->out);
    if (ok && set->format != LISTING_JSON && !facts.list.count) {
        message(&cli->out, cli->lang, ARCHIVE_NO_PERSON, str_text(&name));
        str_append_byte(&cli->out, '\n');
    }
    person_facts_free(&facts);
    str_free(&name);
    archive_leave(archive);
    return ok ? 0 : cli_fail(cli);
}
