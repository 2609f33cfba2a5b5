#ifndef SUNTING_UI_FRAME_H
#define SUNTING_UI_FRAME_H

#include "ui/editor.h"

/* The line of hints, for whatever has the keys: frame_hints_begin(), frame_hint() for each, screen_end(). */
void frame_hints_begin(struct editor *editor);
void frame_hint(struct editor *editor, struct slice key, struct slice label);

#endif
