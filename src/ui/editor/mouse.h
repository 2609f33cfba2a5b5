#ifndef SUNTING_UI_EDITOR_MOUSE_H
#define SUNTING_UI_EDITOR_MOUSE_H

#include "ui/editor/editor.h"

/* The mouse, for those who have switched it on: a press puts the cursor there or takes a hint at the bottom,
 * dragging selects, the wheel scrolls. True when the key was a report of it. */
bool mouse_take(struct editor *editor, struct key key);
/* In panels the wheel is an arrow; all else of the mouse means nothing there. */
struct key mouse_for_panel(struct key key);

#endif
