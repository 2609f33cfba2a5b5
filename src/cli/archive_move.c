#include "archive/move.h"
#include "cli/archive.h"
#include "cli/messages.h"
#include "cli/setup.h"

/* sunting archive move: all of an archive into another, of another engine. */
int archive_move_from(struct cli *cli, const struct archive_settings *set, int count, char **arguments) {
    (void)set;
    (void)count;
    const char *where = arguments[0];
    struct moved moved = {0};
    struct archive *to = archive_meant(cli, STORE_WRITE), *from = NULL;
    if (to && cli_archive_may_open(where, &cli->error))
        from = archive_enter(where, STORE_READ, ARCHIVE_PATIENCE, archive_language(to), &cli->error);
    bool ok = from && archive_move(from, to, &moved, &cli->error);
    if (ok) {
        message(&cli->out, cli->lang, ARCHIVE_MOVED, moved.texts, moved.there, where, archive_where(to));
        str_append_byte(&cli->out, '\n');
    }
    archive_leave(from);
    archive_leave(to);
    return ok ? 0 : cli_fail(cli);
}
