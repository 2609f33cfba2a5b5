#include "archive/dates.h"
#include "archive/holders.h"
#include "base/safe.h"
#include "base/today.h"
#include "cli/archive.h"
#include "cli/listing.h"
#include "cli/messages.h"
#include "report/json_value.h"

#include <stdlib.h>

/* sunting archive correct: whoever spread an error has to correct it, and must know where it stands. */
static void append_note(struct cli *cli, const char *wrong, const char *right, struct str *out) {
    struct str today = {0}, date = {0};
    today_append(&today);
    date_append(&date, LANG_ID, str_slice(&today));
    message(out, cli->lang, ARCHIVE_CORRECTION, str_text(&date), wrong, right);
    str_free(&today);
    str_free(&date);
}

static void append_text(struct cli *cli, const struct find_results *holders, const char *wrong,
                        const char *right) {
    struct str *out = &cli->out;
    if (!holders->list.count)
        str_append_text(out, message_text(cli->lang, MESSAGE_ARCHIVE_HOLDS_NONE));
    else
        message(out, cli->lang, ARCHIVE_HOLDS, holders->list.count);
    vec_each(const struct find_result, holder, &holders->list) {
        str_printf(out, "\n%6lld  ", (long long)holder->id);
        date_append(out, cli->lang, slice_of(holder->date));
        str_append_text(out, "  ");
        safe_append(out, slice_of(holder->title));
        str_append_text(out, *holder->url ? "\n        " : "");
        safe_append(out, slice_of(holder->url));
        str_append_text(out, "\n        ");
        safe_append(out, slice_of(holder->snippet));
    }
    if (right && holders->list.count) {
        str_printf(out, "\n\n%s\n", message_text(cli->lang, MESSAGE_ARCHIVE_CORRECTION_HOW));
        append_note(cli, wrong, right, out);
    }
    str_append_byte(out, '\n');
}

static void append_json(struct cli *cli, const struct find_results *holders, const char *wrong,
                        const char *right) {
    struct str *out = &cli->out, note = {0};
    str_append_text(out, "{\"version\":1,\"results\":[");
    vec_each(const struct find_result, holder, &holders->list) {
        const char *const fields[][2] = {{"title", holder->title},
                                         {"date", holder->date},
                                         {"url", holder->url},
                                         {"sentence", holder->snippet}};
        str_printf(out, "%s{\"id\":%lld", holder == holders->list.items ? "" : ",\n", (long long)holder->id);
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
            str_printf(out, ",\"%s\":", fields[i][0]);
            json_append(out, slice_of(fields[i][1]));
        }
        str_append_byte(out, '}');
    }
    str_append_text(out, "],\"note\":");
    if (right) append_note(cli, wrong, right, &note);
    json_append(out, str_slice(&note));
    str_append_text(out, "}\n");
    str_free(&note);
}

static void warn_other(struct cli *cli, const struct find_results *holders, int64_t id) {
    vec_each(const struct find_result, holder, &holders->list)
        if (holder->id == id) return;
    cli_say(cli, ARCHIVE_NOT_IN, (long long)id);
}

int archive_correct(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    struct archive *archive = archive_meant(cli, STORE_READ);
    struct find_results holders = {0};
    const char *wrong = arguments[1], *right = count > 2 ? arguments[2] : NULL;
    bool ok = archive && holders_find(archive, slice_of(wrong), &holders, &cli->error);
    if (ok) warn_other(cli, &holders, strtoll(arguments[0], NULL, 10));
    if (ok && set->format == LISTING_JSON)
        append_json(cli, &holders, wrong, right);
    else if (ok)
        append_text(cli, &holders, wrong, right);
    find_results_free(&holders);
    archive_leave(archive);
    return ok ? 0 : cli_fail(cli);
}
