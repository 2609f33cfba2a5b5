#include "cli/server_host.h"

#include "cli/setup.h"

static struct host_rules rules(void *self, const char *path) {
    struct server_host *server = self;
    const struct setup *setup = cli_setup(server->cli, *path ? path : "-");
    if (!server->generation || !slice_equal(str_slice(&setup->house), str_slice(&server->house)))
        server->generation++;
    str_clear(&server->house);
    str_append(&server->house, str_slice(&setup->house));
    return (struct host_rules){setup->language, &setup->rules, server->generation};
}

void server_host_begin(struct server_host *server, struct cli *cli) {
    *server = (struct server_host){.host = {.lang = cli->lang, .rules = rules, .self = server}, .cli = cli};
}

void server_host_end(struct server_host *server) {
    str_free(&server->house);
}
