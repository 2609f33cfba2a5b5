#ifndef SUNTING_CLI_WALK_H
#define SUNTING_CLI_WALK_H

#include "base/message.h"
#include "base/vec.h"

/* The drafts that the arguments of a command name. */
struct walk {
    VEC(char *) paths; /* owned */
};

/* Adds them: a folder stands for the *.md, *.txt and *.markdown in it and below, in order of their names,
 * hidden ones and symbolic links to folders left out; a file stands for itself whatever its name; "-", or no
 * argument at all, is standard input. A folder that cannot be read is kept as a path, so that reading it says
 * why. */
void walk_arguments(struct walk *walk, int count, char **arguments);
void walk_free(struct walk *walk);

#endif
