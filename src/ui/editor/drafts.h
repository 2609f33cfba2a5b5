#ifndef SUNTING_UI_EDITOR_DRAFTS_H
#define SUNTING_UI_EDITOR_DRAFTS_H

#include "ui/editor/editor.h"

/* Drafts that are open beside the one on the screen: each keeps its place, its history and its journal. */

/* Opens the file; the draft on the screen stays open. One that is open already is shown. */
void drafts_open(struct editor *editor, const char *path);
/* How many there are, with those named on the command line that wait to be opened. */
size_t drafts_beside(const struct editor *editor);
/* Shows the draft that was put aside last; false: there is none. */
bool drafts_show_last(struct editor *editor);
/* All get checkers, in the language of the desk. */
void drafts_check(struct editor *editor);
/* And nothing is known of any of them. */
void drafts_recheck(struct editor *editor);
/* At the end of the program: their journals are kept. */
void drafts_free(struct editor *editor);

#endif
