#ifndef SUNTING_UI_PANELS_TWINS_H
#define SUNTING_UI_PANELS_TWINS_H

#include "ui/editor/editor.h"

/* A repeated sentence and its other copy side by side (one above the other where the screen is narrow), the
 * words that only one of them has marked. */
void twins_show(struct editor *editor, const struct finding *finding);

#endif
