#ifndef SUNTING_UI_PANELS_PLANT_H
#define SUNTING_UI_PANELS_PLANT_H

#include "ui/panels/desk.h"

/* A trainer who writes a lesson (training/lesson.h) plants its flaws: what is selected, or the word at the
 * cursor, gets a line in the list of flaws, under the rule whose finding is there, else as the lesson's own.
 */

/* Whether the draft is a lesson: its front matter has a list of flaws. */
bool plant_is_possible(const struct buffer *buffer);
/* Asks what the words should become, and for a hint. */
void plant_show(struct desk *desk);

/* What is selected within one line, or the word at the cursor; false when there is none, or more than most
 * bytes. */
bool passage_at_cursor(const struct buffer *buffer, size_t most, size_t *start, size_t *end);

#endif
