#ifndef SUNTING_CLI_EDIT_H
#define SUNTING_CLI_EDIT_H

#include "cli/cli.h"

/* True when an argument that names no command can be meant as a draft: it exists, or looks like a path. */
bool edit_is_file(const char *argument);
/* `sunting [FILE[:LINE[:COLUMN]]...]`: opens the editor. Returns the exit status. */
int edit_run(struct cli *cli, int count, char **arguments);
/* The editor as a place to practise. */
int edit_train(struct cli *cli, const struct train_start *start);

#endif
