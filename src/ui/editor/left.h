#ifndef SUNTING_UI_EDITOR_LEFT_H
#define SUNTING_UI_EDITOR_LEFT_H

#include "draft/journal/journal.h"
#include "ui/editor/editor.h"
#include "ui/panels/list.h"

/*
 * Unsaved work that sessions before left behind, wherever its draft is now.
 */

/* Adds a heading and an item for each, with the values from first on; nothing when there are none. */
void left_fill(struct editor *editor, struct list *list, const struct journals_left *left, size_t first);
/* Opens the draft in place of the one that is open, and offers to restore. */
void left_open(struct editor *editor, const struct journal_left *left);
/* Says once, when the writer pauses first, that there is such work of other drafts. */
void left_tell(struct editor *editor);

#endif
