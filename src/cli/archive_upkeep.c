#include "archive/removal.h"
#include "archive/upkeep.h"
#include "cli/archive.h"
#include "cli/messages.h"
#include "cli/setup.h"

#include <stdlib.h>

/* sunting archive remove, maintain */
static void print_line(struct cli *cli) {
    str_append_byte(&cli->out, '\n');
}

static void say_removed(struct cli *cli, const struct archive *archive, const char *number) {
    if (store_is_remote(slice_of(archive_where(archive))))
        message(&cli->out, cli->lang, ARCHIVE_REMOVED_SERVER, number);
    else
        message(&cli->out, cli->lang, ARCHIVE_REMOVED, number);
    print_line(cli);
}

int archive_remove(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    VEC(int64_t) ids = {0};
    if (!set->reason || !*set->reason) {
        error_set(&cli->error, ARCHIVE_NO_REASON);
        return cli_fail(cli);
    }
    for (int i = 0; i < count; i++)
        vec_push(&ids, strtoll(arguments[i], NULL, 10));
    struct archive *archive = archive_meant(cli, STORE_WRITE);
    bool ok = archive && archive_take_down(archive, ids.items, ids.count, slice_of(set->reason), &cli->error);
    for (int i = 0; ok && i < count; i++)
        say_removed(cli, archive, arguments[i]);
    archive_leave(archive);
    vec_free(&ids);
    return ok ? 0 : cli_fail(cli);
}

static bool is_whole(const struct upkeep *found) {
    return !found->problems.len && !found->missing && !found->extra && !found->words_wrong;
}

static int verify(struct cli *cli, struct archive *archive) {
    struct upkeep found = {0};
    bool ok = archive_verify(archive, &found, &cli->error);
    if (ok) {
        str_append(&cli->out, str_slice(&found.problems));
        message(&cli->out, cli->lang, ARCHIVE_COUNTED, (long long)found.articles, (long long)found.prints,
                (long long)found.missing, (long long)found.extra, (long long)found.words_wrong);
        print_line(cli);
    }
    int status = !ok ? cli_fail(cli) : is_whole(&found) ? 0 : EXIT_FOUND;
    str_free(&found.problems);
    return status;
}

int archive_maintain(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    (void)count;
    (void)arguments;
    struct archive *archive = archive_meant(cli, set->check ? STORE_READ : STORE_WRITE);
    int status;
    if (!archive)
        status = cli_fail(cli);
    else if (set->check || archive_rebuild(archive, &cli->error))
        status = verify(cli, archive);
    else
        status = cli_fail(cli);
    archive_leave(archive);
    return status;
}
