#ifndef SUNTING_UI_EDITOR_DRESS_H
#define SUNTING_UI_EDITOR_DRESS_H

#include "ui/editor/editor.h"

/* The theme of the screen. */

/* Loads the theme of the settings, else the one that suits the terminal. */
void dress_open(struct editor *editor);
/* Whether there may be colours: NO_COLOR is obeyed. */
bool dress_has_colour(void);

#endif
