#ifndef SUNTING_UI_PANELS_LESSON_H
#define SUNTING_UI_PANELS_LESSON_H

#include "training/attempt.h"
#include "ui/panels/desk.h"

/* Lessons: choosing one, what it is about, what is still open, what it was. */

/* The list of lessons with what came out of them so far; true when one was chosen: path is replaced by its
 * file, or emptied for a draft of one's own. */
bool lesson_choose(struct desk *desk, struct str *path);
/* The goal and the steps, and how the participant begins. */
enum lesson_begin { LESSON_CLOSED, LESSON_EDIT, LESSON_MARK };
enum lesson_begin lesson_introduce(struct desk *desk, const struct lesson *lesson);
/* What is still open in desk->attempt, with hints by degrees; of a blind one: marks what is selected. */
void lesson_show(struct desk *desk);
/* Appends how far the attempt is, for the title. */
void lesson_append_state(const struct attempt *attempt, enum lang lang, struct str *out);

enum lesson_end { LESSON_GO_ON, LESSON_LATER, LESSON_DONE };
/* The end page: explains every flaw, those that were mended too. */
enum lesson_end lesson_end(struct desk *desk);

#endif
