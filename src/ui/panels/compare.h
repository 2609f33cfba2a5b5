#ifndef SUNTING_UI_PANELS_COMPARE_H
#define SUNTING_UI_PANELS_COMPARE_H

#include "draft/merge.h"
#include "ui/panels/desk.h"

/* Shows what differs between two texts, paragraph by paragraph, until the reader is closed; the labels say
 * whose mine and other are. */
void compare_show(struct desk *desk, const struct text *mine, const struct text *other, message_id mine_label,
                  message_id other_label);
/* Lets the writer choose for each paragraph, and keeps that in merge. enter: what Enter then does. False:
 * changed their mind. */
bool compare_merge(struct desk *desk, struct merge *merge, const struct text *mine, message_id enter);

#endif
