#ifndef SUNTING_CLI_CHECK_H
#define SUNTING_CLI_CHECK_H

#include "cli/cli.h"

/* `sunting check --format FORMAT --only RULES PATHS...` for another command; returns the exit status. */
int check_with(struct cli *cli, const char *format, const char *rules, int count, char **arguments);

#endif
