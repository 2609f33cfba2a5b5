#ifndef SUNTING_UI_EDITOR_TRAIN_H
#define SUNTING_UI_EDITOR_TRAIN_H

#include "ui/editor/editor.h"

/* Lessons in the editor: `sunting train`. */

/* Opens the lesson of options->lesson, or one that is chosen; where none is, the editor is left. */
void train_run(struct editor *editor);
/* What the check has found counts: called after each. */
void train_judge(struct editor *editor);
/* Leaves the lesson by its end page, unless the participant goes on. */
void train_leave(struct editor *editor);

#endif
