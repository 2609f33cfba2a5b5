#ifndef SUNTING_CLI_WALK_H
#define SUNTING_CLI_WALK_H

#include "base/map.h"
#include "base/vec.h"
#include "cli/cli.h"
#include "cli/ignore.h"

/* The drafts that the arguments of a command name. */
struct walk {
    VEC(char *) paths;  /* owned */
    VEC(char *) empty;  /* folders that were named and hold no draft; owned */
    size_t found;       /* files met, those met before included */
    struct map seen;    /* files by device and inode: each stands for itself once */
    bool documents;     /* .docx, .odt and .doc in folders count too: for commands that only read */
    struct ignore skip; /* while a folder is walked */
};

/* Adds them: a folder stands for the *.md, *.txt and *.markdown (with documents: *.docx, *.odt, *.doc) in it
 * and below, in order of their names, hidden ones, symbolic links to folders, and what cli/ignore.h leaves
 * out, aside; a file stands for itself whatever its name; "-", or no argument at all, is standard input. A
 * folder that cannot be read is kept as a path, so that reading it says why. */
void walk_arguments(struct walk *walk, int count, char **arguments);
/* Says which folders hold no draft: work that could not be done. */
void walk_complain(const struct walk *walk, struct cli *cli);
void walk_free(struct walk *walk);

#endif
