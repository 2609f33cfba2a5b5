#ifndef SUNTING_UI_EDITOR_OUTSIDE_H
#define SUNTING_UI_EDITOR_OUTSIDE_H

#include "ui/editor/editor.h"

/* A file that something else changed, or removed, while its draft is open. */

/* Looks at the file, and keeps a sentence in the status row while it differs from what was opened. Nobody is
 * asked while typing: the question comes with saving. */
void outside_look(struct editor *editor);
/* The same, at most once in a few seconds. */
/* From here on the file is watched: outside_came() is to be called when outside_fd() (-1: none) is readable.
 * For a draft that has another file now. */
void outside_watch(struct editor *editor);
int outside_fd(const struct editor *editor);
void outside_came(struct editor *editor);
void outside_look_sometimes(struct editor *editor);
/* True when the file is known, or found, to be another one. */
bool outside_changed(struct editor *editor);
/* Asks whose text it shall be, and saves. True when the draft's text then stands in the file. */
bool outside_ask(struct editor *editor, struct error *e);

#endif
