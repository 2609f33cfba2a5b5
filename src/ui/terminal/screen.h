#ifndef SUNTING_UI_TERMINAL_SCREEN_H
#define SUNTING_UI_TERMINAL_SCREEN_H

#include "base/str.h"
#include "config/theme.h"
#include "ui/terminal/terminal.h"

/*
 * Drawing. All that reaches the terminal goes through here: text from outside is made safe (base/safe.h), and
 * nothing is drawn outside the screen. A row is drawn from left to right:
 *
 *     screen_begin(screen, row, column, width, STYLE_TEXT);
 *     screen_text(screen, text, STYLE_TEXT); ...
 *     screen_end(screen);                        fills the rest
 *
 * screen_flush() sends what differs from the frame before, in one write.
 */
struct screen {
    struct terminal *terminal;
    int rows, columns;
    void *cells; /* cchar_t[columns + 1] of the row being drawn */
    void *shown; /* as many, of a row that the terminal shows */
    void *drawn; /* as many for each row: what was drawn in it last */
    struct {
        int column, count;
    } * drawn_at;    /* of each row: where, and how many; 0: nothing is known */
    void *looks;     /* cchar_t[STYLE_COUNT]: a blank in each style */
    int capacity;    /* of a row */
    int count;       /* cells so far */
    int row, column; /* where the row being drawn starts */
    int used, width; /* columns so far, of the row being drawn */
    enum style_id fill;
    unsigned attributes[STYLE_COUNT]; /* attr_t */
    short pairs[STYLE_COUNT];
    bool utf8;
};

/* Prepares the styles for what the terminal can show; colour false: attributes alone. */
void screen_open(struct screen *screen, struct terminal *terminal, const struct theme *theme, bool colour);
/* Another theme from here on; the next frame is to be drawn whole. */
void screen_dress(struct screen *screen, const struct theme *theme, bool colour);
void screen_free(struct screen *screen);
/* Takes over the terminal's size. */
void screen_resize(struct screen *screen);

void screen_begin(struct screen *screen, int row, int column, int width, enum style_id fill);
/* Adds a cluster (a tab or other white space as blanks) that takes this many columns. */
void screen_cluster(struct screen *screen, struct slice cluster, int columns, enum style_id style);
/* Adds letters of ASCII (0x20 to 0x7E), as far as they fit. */
void screen_plain(struct screen *screen, struct slice letters, enum style_id style);
/* Adds text as far as it fits; the last column that fits shows "…" when it does not. */
void screen_text(struct screen *screen, struct slice text, enum style_id style);
void screen_fill(struct screen *screen, int columns, enum style_id style);
/* Adds a line-drawing character: '|', '-', a corner ('/' and '\\' above, 'L' and 'J' below), or
 * where a line meets an edge ('>' at the left, '<' at the right). */
void screen_rule(struct screen *screen, char kind, enum style_id style);
int screen_left(const struct screen *screen);
void screen_end(struct screen *screen);

/* Columns that screen_text() would use. */
int screen_width(struct slice text);
void screen_cursor(struct screen *screen, int row, int column);
void screen_flush(struct screen *screen);
/* Appends what stands on the screen, a line a row, and says where the cursor is. */
void screen_copy(const struct screen *screen, struct str *out, size_t *row, size_t *column);

#endif
