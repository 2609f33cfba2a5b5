#ifndef SUNTING_UI_TERMINAL_INDENT_H
#define SUNTING_UI_TERMINAL_INDENT_H

#include "ui/terminal/screen.h"

/*
 * Where text begins after a few blanks that stand there already, as all text does after its margin, curses
 * goes there by an address. To write the blanks takes fewer bytes when the row above has just been written:
 * the way to its next row is two bytes (moves.h). Called before refresh(), after all that moves cells.
 */
void rows_indent(struct screen *screen);

#endif
