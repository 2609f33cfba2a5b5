#ifndef SUNTING_UI_TERMINAL_ROWS_H
#define SUNTING_UI_TERMINAL_ROWS_H

#include "ui/terminal/screen.h"

#include <curses.h>

/*
 * What is done with the rows of the terminal before curses compares them with those that are wanted: by
 * scroll.c, shift.c and indent.c, in this order. Whatever they let the terminal do, curses is told.
 */

/* What the terminal does by this capability, which takes numbers; NULL: nothing, or it takes time. */
const char *rows_capability(const char *name);
/* No frame that has to be drawn whole waits. */
bool rows_are_known(void);
/* The cells of a row of a window (stdscr: wanted, curscr: shown by the terminal); after them, where some are
 * wide, zeros. The window's cursor stays. */
void rows_read(WINDOW *window, int row, cchar_t *cells, int columns);
/* Most that differ do so in their letter. */
static inline bool rows_same(const cchar_t *a, const cchar_t *b) {
    return a->chars[0] == b->chars[0] && memcmp(a, b, sizeof *a) == 0;
}
/* A cell that may hold anything: unlike any that is drawn, so that it is written. */
void rows_make_unknown(cchar_t *cell);
/* The terminal shows these cells now, whatever is wanted. */
void rows_note(int row, const cchar_t *cells, int columns);
/* Curses, which has drawn nothing of the frame yet, moves the cursor. */
void rows_go(int row, int column);
/* Writes what curses does not know about. */
void rows_send(const struct screen *screen, const char *sequence);

#endif
