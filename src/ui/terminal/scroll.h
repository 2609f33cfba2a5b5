#ifndef SUNTING_UI_TERMINAL_SCROLL_H
#define SUNTING_UI_TERMINAL_SCROLL_H

#include "ui/terminal/screen.h"

/*
 * Curses lets the terminal move rows only where three or more in a row have moved not too far. After a page
 * one row of the page before is left, at the other end of the screen; and beside a panel no row is the same
 * over its whole width. Here the rows between the first and the last that moved are moved where that leaves
 * less to be written, and curses is told that they have. Called before refresh().
 * False: curses will move rows.
 */
bool rows_scroll(struct screen *screen);

#endif
