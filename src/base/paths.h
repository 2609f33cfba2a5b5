#ifndef SUNTING_BASE_PATHS_H
#define SUNTING_BASE_PATHS_H

#include "base/str.h"

/*
 * Where files are. Each function replaces what out holds.
 */

/* A folder that comes with the program ("dictionaries", "themes"): in $SUNTING_DATA, beside the
 * program as installed (../share/sunting), beside the build it was run from, or in PREFIX/share/sunting. The
 * last of these when none is there, so that a message can name it. */
void path_data(struct str *out, const char *name);

/* A file of the user's own; false when there is no home folder to put it in. Nothing is created. */
#define RESTRICTED_VARIABLE "SUNTING_RESTRICTED" /* the folder, set by restrict_apply() */

enum path_user { PATH_CONFIG, PATH_DATA, PATH_STATE };
bool path_user(struct str *out, enum path_user kind, const char *name);
/* False in restricted mode (base/restrict.h) for a name that leads out of its folder. The kernel opens none
 * of them, but tells those that exist from those that do not: so ask here first, and say the same of both. */
bool path_is_within(const char *path);

/* The folder of a path, without the slash: "." for a bare name, "/" for the root. */
struct slice path_folder(struct slice path);
/* What stands after its last slash; within path. */
const char *path_name(const char *path);

/* The path as people write it: "~" for the home folder. And what a path written so means; any other stays. */
void path_short(struct str *out, struct slice path);
void path_meant(struct str *out, struct slice written);

/* Makes the folders that lead to a file, for the user alone; whether that worked, opening the file will tell.
 */
void path_make_folders(const char *path);

#endif
