#ifndef SUNTING_UI_EDITOR_SAVE_H
#define SUNTING_UI_EDITOR_SAVE_H

#include "draft/save.h"
#include "ui/editor/editor.h"

/* Saves the draft, asking what must be asked. True when its text stands in the file; otherwise the text is
 * kept and the status row says what to do. */
bool save_buffer(struct editor *editor);
bool save_buffer_as(struct editor *editor);
/* Before the draft is closed: asks when it is not saved. True when it may be closed. */
bool save_first(struct editor *editor);
/* Saves under its own name, without the questions before. */
bool save_now(struct editor *editor, enum save_over over, struct error *e);
/* The text stands in the file: history, journal and the list of recent drafts are told. */
void save_settle(struct editor *editor);

#endif
