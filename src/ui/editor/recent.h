#ifndef SUNTING_UI_EDITOR_RECENT_H
#define SUNTING_UI_EDITOR_RECENT_H

#include "base/str.h"
#include "base/vec.h"

/* The drafts opened last: paths in $XDG_STATE_HOME/sunting/recent, the newest first. A convenience: what goes
 * wrong with it is not worth a word. */
enum { RECENT_MAX = 15 };

struct recent {
    VEC(char *) paths;
};

void recent_read(struct recent *recent);
void recent_free(struct recent *recent);
/* Puts the path at the top. */
void recent_add(const char *path);
/* It is no longer one of them. */
void recent_remove(const char *path);

#endif
