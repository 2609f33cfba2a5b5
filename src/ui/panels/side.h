#ifndef SUNTING_UI_PANELS_SIDE_H
#define SUNTING_UI_PANELS_SIDE_H

#include "ui/panels/list.h"

/* The list of findings: at the side of a wide screen, over the text of a narrow one. */

/* Fills the list with the findings on the screen, the one at the cursor chosen. */
void side_fill(struct desk *desk, struct list *list);
/* Draws the findings at the side, without keys. */
void side_draw(struct desk *desk);

#endif
