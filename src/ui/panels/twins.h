#ifndef SUNTING_UI_PANELS_TWINS_H
#define SUNTING_UI_PANELS_TWINS_H

#include "ui/panels/desk.h"

/* A repeated sentence and its other copy side by side (one above the other where the screen is narrow), the
 * words that only one of them has marked. What is to be done then: it can be asked for here. removable: the
 * sentence can be taken out whole. */
enum twins_end { TWINS_CLOSED, TWINS_REMOVE, TWINS_JUMP };
enum twins_end twins_show(struct desk *desk, const struct finding *finding, bool removable);
/* The same with the sentences of the archive that the finding names. */
void twins_show_archived(struct desk *desk, const struct finding *finding);

/* Whether a finding that speaks of another place, or that other place, is under the cursor. */
bool twins_can_jump(const struct buffer *buffer);
/* Goes to the other place; from there, back to the finding. */
void twins_jump(struct desk *desk);

#endif
