#ifndef SUNTING_UI_EDITOR_CLASS_H
#define SUNTING_UI_EDITOR_CLASS_H

#include "ui/editor/editor.h"

/* A participant in a class: what the trainer says is shown, and the trainer told where the participant is. */
void class_enter(struct editor *editor);
void class_raise_hand(struct editor *editor);
/* A panel closed for one of the keys of a class: answers it. True: it was one. */
bool class_take_passed(struct editor *editor);

#endif
