#include "archive/dates.h"
#include "archive/find.h"
#include "base/safe.h"
#include "cli/archive.h"
#include "cli/listing.h"
#include "cli/messages.h"
#include "report/json_value.h"

/* sunting archive search */
static void append_json(const struct find_results *results, struct str *out) {
    str_append_text(out, "{\"version\":1,\"results\":[");
    vec_each(const struct find_result, r, &results->list) {
        const char *const fields[][2] = {{"title", r->title},
                                         {"date", r->date},
                                         {"office", r->office},
                                         {"url", r->url},
                                         {"snippet", r->snippet}};
        str_printf(out, "%s{\"id\":%lld", r == results->list.items ? "" : ",\n", (long long)r->id);
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
            str_printf(out, ",\"%s\":", fields[i][0]);
            json_append(out, slice_of(fields[i][1]));
        }
        str_append_byte(out, '}');
    }
    str_printf(out, "],\"total\":%lld}\n", (long long)results->total);
}

static void append_text(const struct find_results *results, enum lang lang, struct str *out) {
    vec_each(const struct find_result, r, &results->list) {
        str_printf(out, "%6lld  ", (long long)r->id);
        date_append(out, lang, slice_of(r->date));
        if (*r->date) str_append_text(out, "  ");
        safe_append(out, slice_of(r->title));
        if (*r->office) str_append_text(out, " · ");
        safe_append(out, slice_of(r->office));
        str_append_text(out, "\n        ");
        safe_append(out, slice_of(r->snippet));
        str_append_byte(out, '\n');
    }
    message(out, lang, ARCHIVE_RESULTS, results->list.count, (long long)results->total);
    str_append_byte(out, '\n');
}

void archive_print_results(struct cli *cli, const struct archive_settings *set,
                           const struct find_results *results) {
    if (set->format == LISTING_JSON)
        append_json(results, &cli->out);
    else
        append_text(results, cli->lang, &cli->out);
}

int archive_search(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    struct archive *archive = archive_meant(cli, STORE_READ);
    struct find_results results = {0};
    const struct find find = {.office = slice_of(set->office),
                              .since = slice_of(set->since),
                              .until = slice_of(set->until),
                              .by_relevance = set->order == ORDER_RELEVANCE,
                              .most = set->most};
    bool ok = archive && find_texts(archive, &find, arguments, (size_t)count, &results, &cli->error);
    if (ok) archive_print_results(cli, set, &results);
    find_results_free(&results);
    archive_leave(archive);
    return ok ? 0 : cli_fail(cli);
}
