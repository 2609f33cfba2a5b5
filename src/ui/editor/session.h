#ifndef SUNTING_UI_EDITOR_SESSION_H
#define SUNTING_UI_EDITOR_SESSION_H

#include "ui/editor/editor.h"

/*
 * The journal of the open draft: what the last session left unsaved, and who else has the draft open.
 */

/* Opens the journal of editor->desk.buffer, and asks what must be asked. False: the writer would rather not
 * open the draft. */
bool session_open(struct editor *editor);
/* The draft has another file now, or may not be edited any more: other users are told so. */
void session_hold(struct editor *editor);
/* Does what is due: writes the journal, notices that another session took over. */
void session_tick(struct editor *editor, int64_t now);

#endif
