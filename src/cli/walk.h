#ifndef SUNTING_CLI_WALK_H
#define SUNTING_CLI_WALK_H

#include "base/message.h"
#include "base/vec.h"

/* The drafts that the arguments of a command name. */
struct walk {
    VEC(char *) paths; /* owned */
};

/* A folder stands for the *.md, *.txt and *.markdown in it and below, in order of their names, hidden ones
 * and symbolic links to folders left out; a file stands for itself whatever its name; "-" is standard input.
 * A folder that cannot be read is kept as a path, so that reading it says why. */
void walk_add(struct walk *walk, const char *path);
void walk_free(struct walk *walk);

#endif
