#ifndef SUNTING_UI_TERMINAL_SHIFT_H
#define SUNTING_UI_TERMINAL_SHIFT_H

#include "ui/terminal/screen.h"

/*
 * Curses writes the rest of a row anew when something is put in before it, though terminals can push it aside
 * (ich) or pull it up (dch). Called before refresh(): where the rest of a row has only moved, the terminal
 * moves it, and curses is told that it has. Rows below the first that moved follow as long as theirs did too:
 * a paragraph that wraps.
 */
void rows_shift(struct screen *screen);

#endif
