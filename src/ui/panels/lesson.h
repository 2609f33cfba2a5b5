#ifndef SUNTING_UI_PANELS_LESSON_H
#define SUNTING_UI_PANELS_LESSON_H

#include "training/attempt.h"
#include "ui/panels/desk.h"

/* Lessons: choosing one, what it is about, what is still open, what it was. */

/* The list of lessons with what came out of them so far; true when one was chosen: path is replaced by its
 * file. */
bool lesson_choose(struct desk *desk, struct str *path);
/* The goal and the steps; true when the participant begins. */
bool lesson_introduce(struct desk *desk, const struct attempt *attempt);
/* What is still open in desk->attempt, with hints by degrees. */
void lesson_show(struct desk *desk);

enum lesson_end { LESSON_GO_ON, LESSON_LATER, LESSON_DONE };
/* The end page: explains every flaw, those that were mended too. */
enum lesson_end lesson_end(struct desk *desk);

#endif
