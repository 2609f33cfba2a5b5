#ifndef SUNTING_CLI_SERVER_HOST_H
#define SUNTING_CLI_SERVER_HOST_H

#include "cli/cli.h"
#include "server/host.h"

/* What the servers are given: the rules of the command line's setup. */
struct server_host {
    struct host host;
    struct cli *cli;
    struct str house; /* of the rules that were given last */
    unsigned generation;
};

void server_host_begin(struct server_host *server, struct cli *cli);
void server_host_end(struct server_host *server);

#endif
