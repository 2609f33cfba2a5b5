#include "ui/terminal/scroll.h"

#include "base/memory.h"
#include "ui/terminal/rows.h"

#include <stdlib.h>

enum {
    ROWS_MIN = 3,     /* rows that change: a key that is typed seldom changes more */
    MOVE_BYTES = 6,   /* to another place in the row */
    LOOK_BYTES = 13,  /* other attributes and colours */
    ERASE_BYTES = 3,  /* to the end of the row */
    LETTERS = 0x100,  /* those of Latin from there on */
    SCROLL_BYTES = 20 /* up, margins, scroll, all rows again, down */
};

/* The whole screen, as it is wanted and as it is. */
struct grid {
    int rows, columns;
    cchar_t *wanted, *shown;
    cchar_t *blank; /* a row that the terminal has scrolled in */
    cchar_t space;
    bool at_once; /* many rows in one sequence */
};

struct scroll {
    int by;          /* rows; the text goes up when by > 0 */
    int top, bottom; /* the first and the last row that takes part */
    int gain;        /* bytes */
};

static const cchar_t *wanted_row(const struct grid *grid, int row) {
    return grid->wanted + (size_t)row * (size_t)grid->columns;
}

static const cchar_t *shown_row(const struct grid *grid, int row) {
    return grid->shown + (size_t)row * (size_t)grid->columns;
}

static int touched_rows(int rows) {
    int touched = 0;
    for (int row = 0; row < rows; row++)
        touched += is_linetouched(stdscr, row);
    return touched;
}

/* What terminals scroll in has the colours of the text when they erase with them; otherwise it is not known.
 */
static void open_grid(struct grid *grid, const struct screen *screen) {
    grid->rows = screen->rows;
    grid->columns = screen->columns;
    size_t columns = (size_t)grid->columns, cells = (size_t)grid->rows * columns;
    grid->wanted = memory_zero(2 * cells + columns, sizeof *grid->wanted);
    grid->shown = grid->wanted + cells;
    grid->blank = grid->shown + cells;
    grid->space = ((const cchar_t *)screen->looks)[STYLE_TEXT];
    grid->at_once = rows_capability("indn") && rows_capability("rin");
    for (int row = 0; row < grid->rows; row++) {
        cchar_t *wanted = grid->wanted + (size_t)row * columns, *shown = grid->shown + (size_t)row * columns;
        rows_read(curscr, row, shown, grid->columns);
        if (is_linetouched(stdscr, row))
            rows_read(stdscr, row, wanted, grid->columns);
        else
            memcpy(wanted, shown, columns * sizeof *wanted);
    }
    for (size_t i = 0; i < columns; i++) {
        grid->blank[i] = grid->space;
        if (tigetflag("bce") <= 0) rows_make_unknown(&grid->blank[i]);
    }
}

/* Bytes, about, that make one row of the other. What a row ends with is erased in one sequence. */
static int cost_of(const struct grid *grid, const cchar_t *wanted, const cchar_t *shown) {
    int cost = 0, last = -MOVE_BYTES, end = grid->columns;
    bool erases = false;
    if (memcmp(wanted, shown, (size_t)grid->columns * sizeof *wanted) == 0) return 0;
    while (end > 0 && rows_same(&wanted[end - 1], &grid->space)) {
        end--;
        erases |= !rows_same(&shown[end], &grid->space);
    }
    attr_t look = grid->space.attr;
    for (int i = 0; i < end; i++) {
        if (rows_same(&wanted[i], &shown[i])) continue;
        cost += i - last < MOVE_BYTES ? i - last : MOVE_BYTES + 1;
        if (wanted[i].attr != look) cost += LOOK_BYTES;
        look = wanted[i].attr;
        last = i;
    }
    return cost + (erases ? ERASE_BYTES : 0);
}

static bool has_text(const struct grid *grid, const cchar_t *cells, int count) {
    for (int i = 0; i < count; i++)
        if (!rows_same(&cells[i], &grid->space)) return true;
    return false;
}

static bool part_moved(const struct grid *grid, int row, int from, int start, int end) {
    size_t size = (size_t)(end - start) * sizeof(cchar_t);
    const cchar_t *wanted = wanted_row(grid, row) + start;
    return memcmp(wanted, shown_row(grid, from) + start, size) == 0 &&
           memcmp(wanted, shown_row(grid, row) + start, size) != 0 && has_text(grid, wanted, end - start);
}

/* What the row lacks is what the other shows. Beside a panel, only the text moves, or only the panel. */
static bool has_moved(const struct grid *grid, int row, int from) {
    return part_moved(grid, row, from, 0, grid->columns / 2) ||
           part_moved(grid, row, from, grid->columns * 3 / 4, grid->columns);
}

/* How many rows have moved so far; the first and the last of them bound what takes part. */
static int find_moved(const struct grid *grid, struct scroll *scroll) {
    int first = grid->rows, last = -1, count = 0;
    for (int row = 0; row < grid->rows; row++) {
        int from = row + scroll->by;
        if (from < 0 || from >= grid->rows || !has_moved(grid, row, from)) continue;
        if (!count++) first = row;
        last = row;
    }
    scroll->top = scroll->by > 0 ? first : first + scroll->by;
    scroll->bottom = scroll->by > 0 ? last + scroll->by : last;
    return count;
}

static bool takes_part(const struct scroll *scroll, int row) {
    return scroll->gain > 0 && row >= scroll->top && row <= scroll->bottom;
}

static const cchar_t *scrolled_row(const struct grid *grid, const struct scroll *scroll, int row) {
    int from = row + scroll->by;
    return from < scroll->top || from > scroll->bottom ? grid->blank : shown_row(grid, from);
}

static int row_cost(const struct grid *grid, int row) {
    return cost_of(grid, wanted_row(grid, row), shown_row(grid, row));
}

static int gain_of(const struct grid *grid, const struct scroll *scroll) {
    int gain = -SCROLL_BYTES - (grid->at_once ? 0 : abs(scroll->by));
    for (int row = scroll->top; row <= scroll->bottom; row++) {
        gain += row_cost(grid, row);
        gain -= cost_of(grid, wanted_row(grid, row), scrolled_row(grid, scroll, row));
    }
    return gain;
}

/* Between the first and the last row that differ; all of them go. */
static struct scroll find_clearing(const struct grid *grid) {
    struct scroll scroll = {.top = 0, .bottom = grid->rows - 1};
    while (scroll.top < scroll.bottom && !row_cost(grid, scroll.top))
        scroll.top++;
    while (scroll.bottom > scroll.top && !row_cost(grid, scroll.bottom))
        scroll.bottom--;
    scroll.by = scroll.bottom - scroll.top + 1;
    scroll.gain = gain_of(grid, &scroll);
    return scroll;
}

/* As far as most rows have moved, or all of them. */
static struct scroll find_scroll(const struct grid *grid) {
    struct scroll best = {0}, clearing = find_clearing(grid);
    int most = 0;
    for (int i = 2; i < 2 * grid->rows; i++) {
        struct scroll scroll = {.by = i % 2 ? -(i / 2) : i / 2};
        int count = find_moved(grid, &scroll);
        if (count > most) best = scroll;
        if (count > most) most = count;
    }
    best.gain = most ? gain_of(grid, &best) : 0;
    return best.gain > clearing.gain ? best : clearing;
}

/* By one sequence, or line by line from the last row or the first. */
static void send_scroll(const struct screen *screen, const struct grid *grid, const struct scroll *scroll) {
    bool up = scroll->by > 0;
    rows_send(screen, tiparm(rows_capability("csr"), scroll->top, scroll->bottom));
    if (grid->at_once) {
        rows_send(screen, tiparm(rows_capability(up ? "indn" : "rin"), abs(scroll->by)));
    } else {
        rows_send(screen, tiparm(rows_capability("cup"), up ? scroll->bottom : scroll->top, 0));
        for (int i = abs(scroll->by); i > 0; i--)
            rows_send(screen, rows_capability(up ? "ind" : "ri"));
        rows_send(screen, tiparm(rows_capability("cup"), 0, 0));
    }
    rows_send(screen, tiparm(rows_capability("csr"), 0, screen->rows - 1));
}

/* Curses knows by hashes what rows the terminal shows, and would move once more what is moved here. It takes
 * new hashes of rows that change: so they change to what no text is, and curses finds nothing to draw. */
static void forget_hashes(const struct grid *grid, const struct scroll *scroll, cchar_t *scratch) {
    for (int row = 0; row < grid->rows; row++) {
        if (!is_linetouched(stdscr, row) && !takes_part(scroll, row)) continue;
        const wchar_t letter[] = {(wchar_t)(LETTERS + row % LETTERS), 0}; /* one column wide, as all there */
        for (int i = 0; i < grid->columns; i++)
            setcchar(&scratch[i], letter, A_NORMAL, 0, NULL);
        rows_note(row, scratch, grid->columns);
    }
    doupdate();
}

static void apply(const struct screen *screen, const struct grid *grid, const struct scroll *scroll) {
    if (scroll->gain > 0) send_scroll(screen, grid, scroll);
    for (int row = 0; row < grid->rows; row++) {
        bool moved = takes_part(scroll, row);
        if (moved || is_linetouched(stdscr, row))
            rows_note(row, moved ? scrolled_row(grid, scroll, row) : shown_row(grid, row), grid->columns);
    }
}

static bool can_scroll(void) {
    return rows_capability("csr") && rows_capability("ind") && rows_capability("ri") &&
           rows_capability("cup");
}

bool rows_scroll(struct screen *screen) {
    if (touched_rows(screen->rows) < ROWS_MIN) return true;
    if (!rows_are_known() || !can_scroll()) return false;
    struct grid grid;
    open_grid(&grid, screen);
    struct scroll scroll = find_scroll(&grid);
    if (scroll.gain > 0) rows_go(0, 0); /* where margins leave the cursor, or lead it */
    forget_hashes(&grid, &scroll, screen->cells);
    apply(screen, &grid, &scroll);
    free(grid.wanted);
    return true;
}
