#ifndef SUNTING_UI_PANELS_QUESTION_H
#define SUNTING_UI_PANELS_QUESTION_H

#include "ui/panels/reader.h"

struct notice;
struct classview;

/* A text shown to the class, sentence by sentence: what is to be mended here? */

/* The participant's side: a digit marks a sentence. */
void question_show(struct desk *desk);
/* The trainer's: how many marked which, and on a key the answers. Ends the question when left. */
void question_watch(struct desk *desk, struct classview *view);

#endif
