#ifndef SUNTING_CLI_IGNORE_H
#define SUNTING_CLI_IGNORE_H

#include "base/str.h"
#include "base/vec.h"

/*
 * Which files and folders a walk leaves out: the patterns of .gitignore, and of "exclude" in .sunting.yaml,
 * which reads them alike (gitignore(5)): "*" and "?" stand for no slash, "**" for any, a slash before the end
 * ties the pattern to the folder of its file, one at the end means folders only, "!" takes back.
 */
struct ignore_rule {
    char *base, *pattern; /* owned; base: the folder that it is read against, ending in a slash */
    bool back, folders, tied;
};

struct ignore {
    VEC(struct ignore_rule) list; /* the last that matches decides */
};

/* Adds the patterns of a folder (absolute path): its .gitignore, and its .sunting.yaml. */
void ignore_read(struct ignore *ignore, const char *folder);
/* Adds those that hold for a folder from above it: up to the root of its repository, and its house style. */
void ignore_read_above(struct ignore *ignore, const char *folder);
bool ignore_matches(const struct ignore *ignore, const char *path, bool folder);
/* Forgets all but the first count rules. */
void ignore_cut(struct ignore *ignore, size_t count);
void ignore_free(struct ignore *ignore);

#endif
