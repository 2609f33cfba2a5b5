#include "archive/related.h"
#include "cli/archive.h"
#include "cli/draft_source.h"
#include "cli/setup.h"

/* sunting archive related */
enum { RELATED = 5 };

int archive_related(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    cli_setup(cli, arguments[0]); /* whose language the archive takes, and the check too */
    struct archive *archive = archive_meant(cli, STORE_READ);
    struct find_results results = {0};
    struct draft_source source = {0};
    (void)count;
    bool ok = archive && draft_source_read(&source, cli, arguments[0]);
    if (ok) {
        struct checker *checker = draft_source_check(&source, cli, NULL, HONOUR_ALL);
        ok = related_find(archive, checker_document(checker), RELATED, &results, &cli->error);
        checker_free(checker);
    }
    if (ok) archive_print_results(cli, set, &results);
    find_results_free(&results);
    draft_source_free(&source);
    archive_leave(archive);
    return ok ? 0 : cli_fail(cli);
}
