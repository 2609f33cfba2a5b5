#ifndef SUNTING_UI_SAVE_H
#define SUNTING_UI_SAVE_H

#include "ui/editor.h"

/* Saves the draft, asking what must be asked. True when its text stands in the file; otherwise the text is
 * kept and the status row says what to do. */
bool save_buffer(struct editor *editor);
bool save_buffer_as(struct editor *editor);

#endif
