#include "server/lsp.h"
#include "cli/messages.h"
#include "cli/server_host.h"

#include <unistd.h>

/* sunting lsp: for editors. */
static int run(struct cli *cli, void *settings, int count, char **arguments) {
    struct server_host server;
    (void)settings;
    (void)count;
    (void)arguments;
    if (isatty(STDIN_FILENO)) { /* without a word it would look as if the program hung */
        error_set(&cli->error, LSP_TERMINAL);
        return cli_fail(cli);
    }
    server_host_begin(&server, cli);
    int status = lsp_run(&server.host, STDIN_FILENO, STDOUT_FILENO);
    server_host_end(&server);
    return status;
}

const struct command command_lsp = {.name = "lsp",
                                    .indonesian = "lsp",
                                    .about = MESSAGE_ABOUT_LSP,
                                    .usage = MESSAGE_NOTHING,
                                    .details = MESSAGE_DETAILS_LSP,
                                    .run = run};
