#include "ui/terminal/rows.h"

const char *rows_capability(const char *name) {
    const char *value = tigetstr(name);
    return !value || value == (const char *)-1 || strchr(value, '$') ? NULL : value;
}

bool rows_are_known(void) {
    return !is_cleared(curscr) && !is_cleared(newscr) && !is_cleared(stdscr);
}

void rows_read(WINDOW *window, int row, cchar_t *cells, int columns) {
    int y, x;
    getyx(window, y, x);
    memset(cells, 0, (size_t)columns * sizeof *cells);
    mvwin_wchnstr(window, row, 0, cells, columns);
    wmove(window, y, x);
}

void rows_make_unknown(cchar_t *cell) {
    setcchar(cell, L"?", A_INVIS | A_BLINK, 0, NULL);
}

void rows_go(int row, int column) {
    int y, x;
    getyx(curscr, y, x);
    if (y == row && x == column) return;
    wmove(newscr, row, column);
    doupdate();
}

static void note(WINDOW *window, int row, const cchar_t *cells, int columns) {
    int y, x, count = 0;
    getyx(window, y, x);
    while (count < columns && cells[count].chars[0])
        count++;
    mvwadd_wchnstr(window, row, 0, cells, count);
    wmove(window, y, x);
}

void rows_note(int row, const cchar_t *cells, int columns) {
    note(curscr, row, cells, columns);
    note(newscr, row, cells, columns);
    touchline(stdscr, row, 1);
}

void rows_send(const struct screen *screen, const char *sequence) {
    fputs(sequence, screen->terminal->frame);
    fflush(screen->terminal->frame);
}
