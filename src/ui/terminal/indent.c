#include "ui/terminal/indent.h"

#include "ui/terminal/rows.h"

enum {
    INDENT_MAX = 3, /* columns: with the way to the next row, less than an address */
    ABOVE_MAX = 2
};

/* The blanks at the start of a row that is to be written right after them, in the colours of text; 0: it is
 * not so. */
static int indent_of(const cchar_t *wanted, const cchar_t *shown, const cchar_t *space, int columns) {
    int at = 0;
    while (at <= INDENT_MAX && at < columns - 1 && rows_same(&wanted[at], space) &&
           rows_same(&wanted[at], &shown[at]))
        at++;
    cchar_t first = wanted[at];
    memcpy(first.chars, space->chars, sizeof first.chars);
    bool written = !rows_same(&wanted[at], &shown[at]);
    return at <= INDENT_MAX && written && rows_same(&first, space) ? at : 0;
}

void rows_indent(struct screen *screen) {
    cchar_t *wanted = screen->cells, *shown = screen->shown;
    const cchar_t *space = (const cchar_t *)screen->looks + STYLE_TEXT;
    int above = ABOVE_MAX + 1; /* so many rows above is one that is to be written */
    if (!rows_are_known()) return;
    for (int row = 0; row < screen->rows; row++) {
        bool differs = false;
        if (is_linetouched(stdscr, row)) {
            rows_read(stdscr, row, wanted, screen->columns);
            rows_read(curscr, row, shown, screen->columns);
            differs = memcmp(wanted, shown, (size_t)screen->columns * sizeof *shown) != 0;
        }
        int indent = above <= ABOVE_MAX && differs ? indent_of(wanted, shown, space, screen->columns) : 0;
        for (int i = 0; i < indent; i++)
            rows_make_unknown(&shown[i]);
        if (indent) rows_note(row, shown, screen->columns);
        above = differs ? 1 : above + 1;
    }
}
