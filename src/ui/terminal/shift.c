#include "ui/terminal/shift.h"

#include "ui/terminal/rows.h"

#include <stdlib.h>

enum {
    SHIFT_MAX = 40,   /* columns: a word that wraps is shorter */
    SHIFT_GAIN = 16,  /* cells: a move of the cursor and the two sequences cost no more bytes */
    LATIN_END = 0x300 /* after it are marks that combine, and clusters that terminals disagree about */
};

struct row {
    int number, columns;
    int end; /* column: from there on wanted has the blanks that one sequence erases */
    const cchar_t *wanted, *shown;
};

struct shift {
    int at, by; /* columns; by < 0: cells go */
    int gain;   /* cells that need not be written again */
};

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
    int gain = 0;
    for (int i = by > 0 ? at + by : at; i < row->end && i - by < row->columns; i++) {
        if (gain + row->end - i <= least) return 0;
        gain += rows_same(&row->wanted[i], &row->shown[i - by]);
        gain -= rows_same(&row->wanted[i], &row->shown[i]);
    }
    return gain;
}

static int end_of(const cchar_t *cells, int columns) {
    const cchar_t *last = &cells[columns - 1];
    while (last->chars[0] == L' ' && columns > 0 && rows_same(&cells[columns - 1], last))
        columns--;
    return columns;
}

static struct shift find_shift(const struct row *row) {
    struct shift best = {0};
    while (best.at < row->columns && rows_same(&row->wanted[best.at], &row->shown[best.at]))
        best.at++;
    /* What moves by a letter, as most does, comes first: after that the others are soon given up. */
    for (int i = 2; i <= 2 * SHIFT_MAX + 1 && best.at < row->columns; i++) {
        int by = i % 2 ? -(i / 2) : i / 2, gain = gain_of(row, best.at, by, best.gain);
        if (gain > best.gain) best = (struct shift){best.at, by, gain};
    }
    return best;
}

static void apply(struct screen *screen, const struct row *row, const struct shift *shift, cchar_t *cells) {
    int count = abs(shift->by), rest = row->columns - shift->at - count;
    cchar_t *at = cells + shift->at;
    rows_go(row->number, shift->at);
    rows_send(screen, tiparm(rows_capability(shift->by > 0 ? "ich" : "dch"), count));
    if (shift->by > 0)
        memmove(at + count, at, (size_t)rest * sizeof *at);
    else
        memmove(at, at + count, (size_t)rest * sizeof *at);
    /* What is in their place is blank, in a colour that only the terminal knows. */
    for (int i = 0; i < count; i++)
        rows_make_unknown(shift->by > 0 ? at + i : at + rest + i);
    rows_note(row->number, cells, row->columns);
}

/* True when it is a row whose rest has moved. */
static bool shift_row(struct screen *screen, int number, bool *differs) {
    cchar_t *wanted = screen->cells, *shown = screen->shown;
    rows_read(stdscr, number, wanted, screen->columns);
    rows_read(curscr, number, shown, screen->columns);
    *differs = memcmp(wanted, shown, (size_t)screen->columns * sizeof *shown) != 0;
    if (!*differs || !all_plain(wanted, screen->columns) || !all_plain(shown, screen->columns)) return false;
    struct row row = {number, screen->columns, end_of(wanted, screen->columns), wanted, shown};
    struct shift shift = find_shift(&row);
    if (shift.gain < SHIFT_GAIN) return false;
    apply(screen, &row, &shift, shown);
    return true;
}

void rows_shift(struct screen *screen) {
    if (!rows_capability("ich") || !rows_capability("dch") || !rows_are_known()) return;
    for (int row = 0; row < screen->rows; row++) {
        bool differs = false;
        bool shifted = is_linetouched(stdscr, row) && shift_row(screen, row, &differs);
        if (differs && !shifted && row > getcury(stdscr)) break;
    }
}
