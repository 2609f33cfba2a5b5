#ifndef SUNTING_UI_EDITOR_START_H
#define SUNTING_UI_EDITOR_START_H

#include "ui/editor/editor.h"

/* Opens the first file of the command line; without any: the practice draft at the very first start, later
 * the choice of recent drafts. */
void start_files(struct editor *editor);
/* Opens the file, "" for none, in place of the draft that is open. left: see session_open(). False: as
 * editor_open_path(). */
bool start_open(struct editor *editor, const struct editor_file *file, const char *left);
/* Opens the i-th of the files that wait, which waits no more. False: as editor_open_path(). */
bool start_open_waiting(struct editor *editor, size_t i);
/* Unsaved work, recent drafts, a new one, practice: until a draft is open or the user leaves. */
void start_run(struct editor *editor);

#endif
