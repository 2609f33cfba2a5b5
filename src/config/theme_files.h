#ifndef SUNTING_CONFIG_THEME_FILES_H
#define SUNTING_CONFIG_THEME_FILES_H

#include "base/str.h"
#include "base/vec.h"

/* Which themes there are: NAME.yaml in the folder that comes with the program, and in themes/ beside the
 * user's config.yaml, whose file is taken where both have the name. */
struct theme_name {
    char *name;
    bool own; /* in the user's folder */
};

struct theme_names {
    VEC(struct theme_name) list; /* by name */
};

void theme_names_list(struct theme_names *names, const char *folder);
void theme_names_free(struct theme_names *names);
/* The file of a theme, whether it is there or not. */
void theme_path(struct str *out, const char *folder, const char *name);

#endif
