#include "cli/cli.h"

#include "base/disk.h"
#include "base/safe.h"
#include "cli/messages.h"

#include <errno.h>
#include <unistd.h>

static void print_bytes(struct cli *cli, struct slice text) {
    if (cli->unheard || disk_write(STDOUT_FILENO, text)) return;
    cli->unheard = true;
    error_set(&cli->error, OUTPUT_FAILED, error_reason(&cli->error, errno));
    cli_fail(cli);
}

/* Drafts and file names are from outside: on a terminal none of their bytes is a command. Into a file or a
 * pipe go the bytes that the format asks for. */
static void print(struct cli *cli, struct slice text) {
    if (cli->painted || !isatty(STDOUT_FILENO)) {
        print_bytes(cli, text);
        return;
    }
    struct str safe = {0};
    safe_append_lines(&safe, text);
    print_bytes(cli, str_slice(&safe));
    str_free(&safe);
}

void cli_flush(struct cli *cli) {
    print(cli, str_slice(&cli->out));
    str_clear(&cli->out);
}

void cli_print(struct cli *cli, struct slice text) {
    cli_flush(cli);
    print(cli, text);
}

void cli_warn(struct slice sentence) {
    struct str line = {0};
    str_append_text(&line, "sunting: ");
    safe_append(&line, sentence); /* file names are from outside too */
    fprintf(stderr, "%s\n", str_text(&line));
    str_free(&line);
}

void cli_remark(struct cli *cli) {
    if (cli->holds)
        str_printf(&cli->held, "%s\n", str_text(&cli->error.text));
    else
        cli_warn(str_slice(&cli->error.text));
    str_clear(&cli->error.text);
}

void cli_release(struct cli *cli) {
    cli->holds = false;
    for (struct slice rest = str_slice(&cli->held); rest.len;)
        cli_warn(slice_cut(&rest, '\n'));
    str_free(&cli->held);
}

int cli_fail(struct cli *cli) {
    cli_remark(cli);
    cli->failed = true;
    return EXIT_FAILED;
}
