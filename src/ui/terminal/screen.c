#include "ui/terminal/screen.h"

#include "base/memory.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "config/theme_look.h"
#include "ui/terminal/indent.h"
#include "ui/terminal/scroll.h"
#include "ui/terminal/shift.h"

#include <curses.h>
#include <langinfo.h>
#include <stdlib.h>

static attr_t attributes_of(unsigned look) {
    attr_t attributes = A_NORMAL;
    if (look & LOOK_BOLD) attributes |= A_BOLD;
    if (look & LOOK_UNDERLINE) attributes |= A_UNDERLINE;
    if (look & LOOK_REVERSE) attributes |= A_REVERSE;
    if (look & LOOK_DIM) attributes |= A_DIM;
    if (look & LOOK_ITALIC) attributes |= A_ITALIC;
    return attributes;
}

/* What the terminal cannot show together with a colour. */
static unsigned lost_looks(void) {
    static const struct {
        int bit; /* of terminal_not_with_colour() */
        unsigned look;
    } lost[] = {{2, LOOK_UNDERLINE}, {4, LOOK_REVERSE}, {16, LOOK_DIM}, {32, LOOK_BOLD}};
    int bits = terminal_not_with_colour();
    unsigned looks = 0;
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++)
        if (bits & lost[i].bit) looks |= lost[i].look;
    return looks;
}

static bool has_colours(void) {
    return has_colors() && start_color() != ERR && COLOR_PAIRS > STYLE_COUNT;
}

/* The text's own colours become those of pair 0, so that typing plain text needs no colour sequence at all.
 */
static void open_colours(struct screen *screen, const struct theme *theme, int colours) {
    unsigned lost = lost_looks();
    struct theme_look text = theme_look(theme, STYLE_TEXT, colours, lost);
    if (text.coloured)
        assume_default_colors((int)text.front, (int)text.back);
    else if (colours)
        use_default_colors();
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        struct theme_look look = theme_look(theme, (enum style_id)i, colours, lost);
        screen->attributes[i] = attributes_of(look.look);
        screen->pairs[i] = 0;
        if (!look.coloured || (look.front == text.front && look.back == text.back)) continue;
        screen->pairs[i] = (short)(i + 1);
        init_extended_pair(screen->pairs[i], (int)look.front, (int)look.back);
    }
}

void screen_dress(struct screen *screen, const struct theme *theme, bool colour) {
    open_colours(screen, theme, colour && has_colours() ? COLORS : 0);
    if (!screen->looks) screen->looks = memory_zero(STYLE_COUNT, sizeof(cchar_t));
    cchar_t *looks = screen->looks;
    for (size_t i = 0; i < STYLE_COUNT; i++)
        setcchar(&looks[i], L" ", screen->attributes[i], screen->pairs[i], NULL);
}

void screen_open(struct screen *screen, struct terminal *terminal, const struct theme *theme, bool colour) {
    screen->terminal = terminal;
    screen->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    screen_dress(screen, theme, colour);
    screen_resize(screen);
}

void screen_free(struct screen *screen) {
    free(screen->cells);
    free(screen->shown);
    free(screen->drawn);
    free(screen->drawn_at);
    free(screen->looks);
    screen->cells = screen->shown = screen->drawn = screen->looks = NULL;
    screen->drawn_at = NULL;
}

void screen_resize(struct screen *screen) {
    getmaxyx(stdscr, screen->rows, screen->columns);
    size_t rows = (size_t)screen->rows, cells = (size_t)screen->columns + 1;
    screen->capacity = screen->columns + 1;
    screen->cells = memory_resize(screen->cells, cells, sizeof(cchar_t));
    screen->shown = memory_resize(screen->shown, cells, sizeof(cchar_t));
    screen->drawn = memory_resize(screen->drawn, rows * cells, sizeof(cchar_t));
    screen->drawn_at = memory_resize(screen->drawn_at, rows, sizeof *screen->drawn_at);
    memset(screen->drawn_at, 0, rows * sizeof *screen->drawn_at);
}

void screen_begin(struct screen *screen, int row, int column, int width, enum style_id fill) {
    if (column + width > screen->columns) width = screen->columns - column;
    screen->row = row;
    screen->column = column;
    screen->width = row < 0 || row >= screen->rows || column < 0 || width < 0 ? 0 : width;
    screen->used = screen->count = 0;
    screen->fill = fill;
}

int screen_left(const struct screen *screen) {
    return screen->width - screen->used;
}

static void add_ascii(struct screen *screen, char c, enum style_id style) {
    cchar_t *cell = (cchar_t *)screen->cells + screen->count++;
    *cell = ((const cchar_t *)screen->looks)[style];
    cell->chars[0] = (wchar_t)c;
    screen->used++;
}

static void add_cell(struct screen *screen, const wchar_t *wide, enum style_id style) {
    cchar_t *cells = screen->cells;
    if (setcchar(&cells[screen->count], wide, screen->attributes[style], screen->pairs[style], NULL) == ERR)
        setcchar(&cells[screen->count], L"?", screen->attributes[style], screen->pairs[style], NULL);
    screen->count++;
}

void screen_fill(struct screen *screen, int columns, enum style_id style) {
    for (; columns > 0 && screen_left(screen) > 0; columns--)
        add_ascii(screen, ' ', style);
}

/* What is sent for a cluster: its first rune and what combines with it without a width of its own. Whatever
 * terminals disagree about (joined emoji, variation selectors, flags) is left out, so that no terminal loses
 * count of the columns. Returns the columns that curses counts for it. */
static int drawn_form(const struct screen *screen, struct slice cluster, wchar_t wide[CCHARW_MAX + 1]) {
    size_t n, count = 0;
    uint32_t rune = utf8_decode(cluster, 0, &n);
    if (rune >= 0x1F1E6 && rune <= 0x1F1FF) rune = 0x2691; /* a flag */
    if (!rune_is_safe(rune) || rune == 0x200D) rune = safe_placeholder(rune);
    if (!screen->utf8 && rune >= 0x80) rune = '?';
    int columns = wcwidth((wchar_t)rune);
    if (columns < 0 || (rune == UTF8_INVALID && n == 1)) {
        rune = screen->utf8 ? UTF8_INVALID : '?';
        columns = 1;
    }
    if (columns == 0) wide[count++] = L' '; /* a combining mark without a letter */
    wide[count++] = (wchar_t)rune;
    for (size_t at = n; at < cluster.len && count < CCHARW_MAX && screen->utf8; at += n) {
        rune = utf8_decode(cluster, at, &n);
        if (rune_is_safe(rune) && rune != 0x200D && !(rune >= 0xFE00 && rune <= 0xFE0F) &&
            wcwidth((wchar_t)rune) == 0)
            wide[count++] = (wchar_t)rune;
    }
    wide[count] = 0;
    return columns ? columns : 1;
}

void screen_cluster(struct screen *screen, struct slice cluster, int columns, enum style_id style) {
    unsigned char c = (unsigned char)cluster.data[0];
    if (columns > screen_left(screen)) {
        screen_fill(screen, screen_left(screen), style);
        return;
    }
    if (cluster.len == 1 && c >= 0x20 && c < 0x7F) {
        add_ascii(screen, (char)c, style);
        return;
    }
    if (c == '\t' || c == '\n') {
        screen_fill(screen, columns, style);
        return;
    }
    wchar_t wide[CCHARW_MAX + 2];
    int drawn = drawn_form(screen, cluster, wide);
    if (drawn > columns) {
        wide[0] = L'?';
        wide[1] = 0;
        drawn = 1;
    }
    add_cell(screen, wide, style);
    screen->used += drawn;
    screen_fill(screen, columns - drawn, style);
}

void screen_plain(struct screen *screen, struct slice letters, enum style_id style) {
    const cchar_t look = ((const cchar_t *)screen->looks)[style];
    cchar_t *cells = (cchar_t *)screen->cells + screen->count;
    size_t left = screen_left(screen) > 0 ? (size_t)screen_left(screen) : 0;
    size_t count = letters.len < left ? letters.len : left;
    for (size_t i = 0; i < count; i++) {
        cells[i] = look;
        cells[i].chars[0] = (wchar_t)letters.data[i];
    }
    screen->count += (int)count;
    screen->used += (int)count;
}

static int cluster_columns(struct slice text, size_t at, size_t *end) {
    *end = grapheme_next(text, at);
    return grapheme_width(slice_range(text, at, *end));
}

int screen_width(struct slice text) {
    int width = 0;
    for (size_t at = 0, end; at < text.len; at = end)
        width += cluster_columns(text, at, &end);
    return width;
}

void screen_text(struct screen *screen, struct slice text, enum style_id style) {
    for (size_t at = 0, end; at < text.len; at = end) {
        int columns = cluster_columns(text, at, &end);
        int left = screen_left(screen);
        bool last = left < columns || (left == columns && end < text.len);
        if (left <= 0) return;
        if (last) {
            screen_cluster(screen, SLICE("…"), 1, style);
            screen_fill(screen, screen_left(screen), style);
            return;
        }
        struct slice cluster = slice_range(text, at, end);
        screen_cluster(screen, text.data[at] == '\n' || text.data[at] == '\t' ? SLICE(" ") : cluster, columns,
                       style);
    }
}

void screen_rule(struct screen *screen, char kind, enum style_id style) {
    if (screen_left(screen) < 1) return;
    const cchar_t *source = kind == '|'    ? WACS_VLINE
                            : kind == '-'  ? WACS_HLINE
                            : kind == '/'  ? WACS_ULCORNER
                            : kind == '\\' ? WACS_URCORNER
                            : kind == '>'  ? WACS_LTEE
                            : kind == '<'  ? WACS_RTEE
                            : kind == 'L'  ? WACS_LLCORNER
                                           : WACS_LRCORNER;
    wchar_t wide[CCHARW_MAX + 1];
    attr_t attributes;
    short pair;
    getcchar(source, wide, &attributes, &pair, NULL);
    cchar_t *cells = screen->cells;
    setcchar(&cells[screen->count++], wide, screen->attributes[style] | attributes, screen->pairs[style],
             NULL);
    screen->used++;
}

/* Most rows are in each frame what they were in the one before: curses, which would compare all cells of all
 * rows several times, hears only of the others. */
static bool is_drawn(struct screen *screen) {
    size_t size = (size_t)screen->count * sizeof(cchar_t);
    cchar_t *drawn = (cchar_t *)screen->drawn + (size_t)screen->row * (size_t)screen->capacity;
    bool same = screen->drawn_at[screen->row].column == screen->column &&
                screen->drawn_at[screen->row].count == screen->count &&
                memcmp(drawn, screen->cells, size) == 0;
    screen->drawn_at[screen->row].column = screen->column;
    screen->drawn_at[screen->row].count = screen->count;
    if (!same) memcpy(drawn, screen->cells, size);
    return same;
}

void screen_end(struct screen *screen) {
    screen_fill(screen, screen_left(screen), screen->fill);
    if (screen->count && !is_drawn(screen))
        mvadd_wchnstr(screen->row, screen->column, screen->cells, screen->count);
}

void screen_cursor(struct screen *screen, int row, int column) {
    if (row >= screen->rows) row = screen->rows - 1;
    if (column >= screen->columns) column = screen->columns - 1;
    move(row < 0 ? 0 : row, column < 0 ? 0 : column);
}

void screen_flush(struct screen *screen) {
    bool still = rows_scroll(screen);
    rows_shift(screen);
    if (still) rows_indent(screen);
    refresh();
    terminal_flush(screen->terminal);
}

void screen_copy(const struct screen *screen, struct str *out, size_t *row, size_t *column) {
    wchar_t *letters = memory_zero((size_t)screen->columns + 1, 4 * sizeof *letters);
    int y, x;
    getyx(stdscr, y, x);
    for (int i = 0; i < screen->rows; i++) {
        int count = mvwinnwstr(stdscr, i, 0, letters, screen->columns * 4);
        for (int k = 0; k < count; k++)
            str_append_rune(out, (uint32_t)letters[k]);
        while (out->len && out->data[out->len - 1] == ' ')
            out->len--;
        str_append_byte(out, '\n');
    }
    move(y, x);
    *row = (size_t)y;
    *column = (size_t)x;
    free(letters);
}
