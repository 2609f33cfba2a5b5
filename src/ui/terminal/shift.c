#include "ui/terminal/shift.h"

#include <curses.h>
#include <stdlib.h>

enum {
    SHIFT_MAX = 40,   /* columns: a word that wraps is shorter */
    SHIFT_GAIN = 16,  /* cells: a move of the cursor and the two sequences cost no more bytes */
    LATIN_END = 0x300 /* behind it are marks that combine, and clusters that terminals disagree about */
};

struct row {
    int number, columns;
    const cchar_t *wanted, *shown;
};

struct shift {
    int at, by; /* columns; by < 0: cells go */
    int gain;   /* cells that need not be written again */
};

/* What moves the rest of a row by so many columns; NULL: nothing does, or it takes time. */
static const char *capability(const char *name) {
    const char *value = tigetstr(name);
    return !value || value == (const char *)-1 || strchr(value, '$') ? NULL : value;
}

static bool same(const cchar_t *a, const cchar_t *b) {
    return memcmp(a, b, sizeof *a) == 0;
}

/* Letters, and the dashes and quotation marks of print: all terminals give them one column. */
static bool is_plain(const cchar_t *cell) {
    wchar_t c = cell->chars[0];
    return c && !cell->chars[1] && (c < LATIN_END || (c >= 0x2010 && c <= 0x2026));
}

static bool all_plain(const cchar_t *cells, int columns) {
    for (int i = 0; i < columns; i++)
        if (!is_plain(&cells[i])) return false;
    return true;
}

/* What the row ends with costs nothing: it is erased in one sequence. Gives up when what is left of the row
 * cannot be worth more than least. */
static int gain_of(const struct row *row, int at, int by, int least) {
    const cchar_t *last = &row->wanted[row->columns - 1];
    int gain = 0;
    for (int i = by > 0 ? at + by : at; i < row->columns && i - by < row->columns; i++) {
        if (gain + row->columns - i <= least) return 0;
        if (last->chars[0] == L' ' && same(&row->wanted[i], last)) continue;
        gain += same(&row->wanted[i], &row->shown[i - by]);
        gain -= same(&row->wanted[i], &row->shown[i]);
    }
    return gain;
}

static struct shift find_shift(const struct row *row) {
    struct shift best = {0};
    while (best.at < row->columns && same(&row->wanted[best.at], &row->shown[best.at]))
        best.at++;
    /* What moves by a letter, as most does, comes first: after that the others are soon given up. */
    for (int i = 2; i <= 2 * SHIFT_MAX + 1 && best.at < row->columns; i++) {
        int by = i % 2 ? -(i / 2) : i / 2, gain = gain_of(row, best.at, by, best.gain);
        if (gain > best.gain) best = (struct shift){best.at, by, gain};
    }
    return best;
}

/* What stands in the place of cells that the terminal has made blank, in a colour that only it knows: unlike
 * any cell that is drawn, so that it is written over. */
static void make_unknown(cchar_t *cell) {
    setcchar(cell, L"?", A_INVIS | A_BLINK, 0, NULL);
}

/* Curses, which has drawn nothing of the frame yet, moves the cursor. */
static void go_to(int row, int column) {
    int y, x;
    getyx(curscr, y, x);
    if (y == row && x == column) return;
    wmove(newscr, row, column);
    doupdate();
}

/* The terminal shows these cells, and nothing else is wanted yet. */
static void note(WINDOW *window, int row, const cchar_t *cells, int columns) {
    int y, x;
    getyx(window, y, x);
    mvwadd_wchnstr(window, row, 0, cells, columns);
    wmove(window, y, x);
}

static void apply(struct screen *screen, const struct row *row, const struct shift *shift, cchar_t *cells) {
    int count = abs(shift->by), rest = row->columns - shift->at - count;
    cchar_t *at = cells + shift->at;
    go_to(row->number, shift->at);
    fputs(tiparm(capability(shift->by > 0 ? "ich" : "dch"), count), screen->terminal->frame);
    fflush(screen->terminal->frame);
    if (shift->by > 0)
        memmove(at + count, at, (size_t)rest * sizeof *at);
    else
        memmove(at, at + count, (size_t)rest * sizeof *at);
    for (int i = 0; i < count; i++)
        make_unknown(shift->by > 0 ? at + i : at + rest + i);
    note(curscr, row->number, cells, row->columns);
    note(newscr, row->number, cells, row->columns);
    touchline(stdscr, row->number, 1);
}

/* Whether what the row shows is wanted in another one: curses then moves whole rows. Overwrites scratch. */
static bool is_wanted_elsewhere(const struct screen *screen, const struct row *row, cchar_t *scratch) {
    bool found = false;
    for (int other = 0; other < screen->rows && !found; other++) {
        if (other == row->number) continue;
        mvwin_wchnstr(stdscr, other, 0, scratch, screen->columns);
        found = memcmp(scratch, row->shown, (size_t)row->columns * sizeof *scratch) == 0;
    }
    return found;
}

/* True when it is a row whose rest has moved. */
static bool shift_row(struct screen *screen, int number, bool *differs) {
    cchar_t *wanted = screen->cells, *shown = screen->shown;
    mvwin_wchnstr(stdscr, number, 0, wanted, screen->columns);
    int y, x;
    getyx(curscr, y, x);
    mvwin_wchnstr(curscr, number, 0, shown, screen->columns);
    wmove(curscr, y, x);
    *differs = memcmp(wanted, shown, (size_t)screen->columns * sizeof *shown) != 0;
    if (!*differs || !all_plain(wanted, screen->columns) || !all_plain(shown, screen->columns)) return false;
    struct row row = {number, screen->columns, wanted, shown};
    struct shift shift = find_shift(&row);
    if (shift.gain < SHIFT_GAIN || is_wanted_elsewhere(screen, &row, wanted)) return false;
    apply(screen, &row, &shift, shown);
    return true;
}

void rows_shift(struct screen *screen) {
    int y, x;
    if (!capability("ich") || !capability("dch") || is_cleared(curscr) || is_cleared(newscr) ||
        is_cleared(stdscr))
        return;
    getyx(stdscr, y, x);
    for (int row = 0; row < screen->rows; row++) {
        bool differs = false;
        bool shifted = is_linetouched(stdscr, row) && shift_row(screen, row, &differs);
        if (differs && !shifted && row >= y) break;
    }
    wmove(stdscr, y, x);
}
