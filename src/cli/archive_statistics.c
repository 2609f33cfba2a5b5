#include "base/safe.h"
#include "cli/archive.h"
#include "cli/listing.h"
#include "cli/messages.h"
#include "report/json_value.h"

/* sunting archive stats: texts by office and year, and what was taken out. */
struct printing {
    struct cli *cli;
    bool json, further;
};

static void take_year(void *self, const struct store_value *columns) {
    struct printing *printing = self;
    struct str *out = &printing->cli->out, office = {0}, year = {0};
    safe_append(&office, columns[0].bytes);
    if (office.len) str_append_byte(&office, ' ');
    safe_append(&year, columns[1].bytes);
    if (!year.len) message(&year, printing->cli->lang, ARCHIVE_NO_DATE);
    if (printing->json) {
        str_append_text(out, printing->further ? ",{\"office\":" : "{\"office\":");
        json_append(out, columns[0].bytes);
        str_append_text(out, ",\"year\":");
        json_append(out, columns[1].bytes);
        str_printf(out, ",\"texts\":%lld,\"letters\":%lld}", (long long)columns[2].number,
                   (long long)columns[3].number);
    } else {
        message(out, printing->cli->lang, ARCHIVE_YEAR, str_text(&office), str_text(&year),
                (long long)columns[2].number, (long long)columns[3].number);
        str_append_byte(out, '\n');
    }
    printing->further = true;
    str_free(&office);
    str_free(&year);
}

static void take_gone(void *self, const struct store_value *columns) {
    struct printing *printing = self;
    struct str *out = &printing->cli->out, when = {0}, why = {0};
    safe_append(&when, columns[1].bytes);
    safe_append(&why, columns[2].bytes);
    if (printing->json) {
        str_printf(out, "%s{\"id\":%lld,\"when\":", printing->further ? "," : "",
                   (long long)columns[0].number);
        json_append(out, columns[1].bytes);
        str_append_text(out, ",\"reason\":");
        json_append(out, columns[2].bytes);
        str_append_byte(out, '}');
    } else {
        message(out, printing->cli->lang, ARCHIVE_GONE, (long long)columns[0].number, str_text(&when),
                str_text(&why));
        str_append_byte(out, '\n');
    }
    printing->further = true;
    str_free(&when);
    str_free(&why);
}

int archive_statistics(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    (void)count;
    (void)arguments;
    struct archive *archive = archive_meant(cli, STORE_READ);
    struct printing printing = {.cli = cli, .json = set->format == LISTING_JSON};
    const struct store_value office[] = {store_text(slice_of(set->office))};
    if (archive && printing.json) str_append_text(&cli->out, "{\"version\":1,\"offices\":[");
    bool ok =
        archive && STORE_RUN(archive_store(archive), STATISTICS, office, take_year, &printing, &cli->error);
    if (ok && printing.json) str_append_text(&cli->out, "],\"removed\":[");
    printing.further = false;
    ok = ok &&
         store_run(archive_store(archive), STATEMENT_GONE_LIST, NULL, 0, take_gone, &printing, &cli->error);
    if (ok && printing.json) str_append_text(&cli->out, "]}\n");
    archive_leave(archive);
    return ok ? 0 : cli_fail(cli);
}
