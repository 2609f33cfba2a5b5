#include "cli/cli.h"

#include "base/safe.h"

#include <errno.h>
#include <unistd.h>

void cli_flush(struct cli *cli) {
    for (size_t done = 0; done < cli->out.len && !cli->unheard;) {
        ssize_t n = write(STDOUT_FILENO, cli->out.data + done, cli->out.len - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            error_set(&cli->error, OUTPUT_FAILED, error_reason(&cli->error, errno));
            cli_fail(cli);
            cli->unheard = true;
        }
        done += (size_t)n;
    }
    str_clear(&cli->out);
}

void cli_warn(struct slice sentence) {
    struct str line = {0};
    str_append_text(&line, "sunting: ");
    safe_append(&line, sentence); /* file names are from outside too */
    fprintf(stderr, "%s\n", str_text(&line));
    str_free(&line);
}

int cli_fail(struct cli *cli) {
    cli_warn(str_slice(&cli->error.text));
    str_clear(&cli->error.text);
    cli->failed = true;
    return EXIT_FAILED;
}
