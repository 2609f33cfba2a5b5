#include "server/serve.h"

#include "cli/messages.h"
#include "cli/server_host.h"
#include "server/messages.h"

#include <signal.h>

/* sunting serve: for programs that take a LanguageTool server. */
struct serve_settings {
    const char *address;
    size_t port;
};

static const struct serve_settings defaults = {.port = 8081 /* LanguageTool's own */};

static const struct option_row options[] = {{.kind = OPTION_NUMBER,
                                             .name = "port",
                                             .letter = 'p',
                                             .at = offsetof(struct serve_settings, port),
                                             .argument = MESSAGE_ARGUMENT_NUMBER,
                                             .help = MESSAGE_HELP_SERVE_PORT},
                                            {.kind = OPTION_TEXT,
                                             .name = "address",
                                             .at = offsetof(struct serve_settings, address),
                                             .argument = MESSAGE_ARGUMENT_ADDRESS,
                                             .help = MESSAGE_HELP_SERVE_ADDRESS},
                                            {.kind = OPTION_END}};

/* Whether SIGINT or SIGTERM, which are blocked meanwhile, came. */
static bool ended(void) {
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1;
}

struct serve_run {
    struct cli *cli;
    const struct serve_settings *set;
};

static void say_ready(void *self) {
    const struct serve_run *serving = self;
    cli_say(serving->cli, SERVE_READY, serving->set->address ? serving->set->address : "127.0.0.1",
            serving->set->port);
}

static int run(struct cli *cli, void *settings, int count, char **arguments) {
    const struct serve_settings *set = settings;
    struct serve_run serving = {cli, set};
    struct server_host server;
    sigset_t signals;
    (void)count;
    (void)arguments;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, NULL);
    const struct serve_options how = {
        .address = set->address, .port = set->port, .ended = ended, .ready = say_ready, .self = &serving};
    server_host_begin(&server, cli);
    server.host.rules(&server, ""); /* the dictionaries are read before the first request */
    int status = serve_run(&server.host, &how, &cli->error) ? 0 : cli_fail(cli);
    server_host_end(&server);
    return status;
}

const struct command command_serve = {.name = "serve",
                                      .indonesian = "layani",
                                      .about = MESSAGE_ABOUT_SERVE,
                                      .usage = MESSAGE_NOTHING,
                                      .details = MESSAGE_DETAILS_SERVE,
                                      .options = options,
                                      .size = sizeof(struct serve_settings),
                                      .defaults = &defaults,
                                      .run = run};
