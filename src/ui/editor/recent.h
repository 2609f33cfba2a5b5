#ifndef SUNTING_UI_EDITOR_RECENT_H
#define SUNTING_UI_EDITOR_RECENT_H

#include "base/str.h"
#include "base/vec.h"

/* The drafts opened last: paths in $XDG_STATE_HOME/sunting/recent, the newest first, each with the place
 * where its writer left it. A convenience: what goes wrong with it is not worth a word. */
enum { RECENT_MAX = 15 };

struct recent_draft {
    char *path;
    size_t place; /* offset of the cursor in the file */
};

struct recent {
    VEC(struct recent_draft) list;
};

void recent_read(struct recent *recent);
void recent_free(struct recent *recent);
/* Puts the path at the top. */
void recent_add(const char *path);
/* Where its writer left it; 0: unknown. */
size_t recent_place(const char *path);
void recent_keep_place(const char *path, size_t place);
/* It is no longer one of them. */
void recent_remove(const char *path);

#endif
