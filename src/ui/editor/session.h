#ifndef SUNTING_UI_EDITOR_SESSION_H
#define SUNTING_UI_EDITOR_SESSION_H

#include "ui/editor/editor.h"

/*
 * The journal of the open draft: what the last session left unsaved, and who else has the draft open.
 */

/* Opens the journal of the draft, and asks what must be asked. left: NULL, or the journal that a session left
 * (journals_left()). False: the writer would rather not open the draft. */
bool session_open(struct editor *editor, const char *left);
/* Gives the practice text a journal that takes nothing yet: on a busy disk it takes seconds to make one, and
 * what is typed meanwhile is in none. */
void session_reserve(struct editor *editor);
/* The practice draft has become a draft of the writer's own: it gets a journal, with all that was written so
 * far. */
void session_keep_practice(struct editor *editor);
/* The session is cut off: what is written now is to be found by the next. */
void session_rescue(struct editor *editor);
/* The draft has another file now, or may not be edited any more: other users are told so. */
void session_hold(struct editor *editor);
/* Does what is due: writes the journal, notices that another session took over. */
void session_tick(struct editor *editor, int64_t now);

#endif
