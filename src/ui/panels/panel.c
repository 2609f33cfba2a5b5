#include "ui/panels/panel.h"

#include "ui/page/wrap.h"

static void draw_edge(struct screen *screen, struct rect area, int row, const char *corners,
                      struct slice title) {
    screen_begin(screen, row, area.column, area.columns, STYLE_PANEL);
    screen_rule(screen, corners[0], STYLE_PANEL);
    if (title.len && screen_left(screen) > 4) {
        screen_rule(screen, '-', STYLE_PANEL);
        screen_fill(screen, 1, STYLE_PANEL);
        screen->width -= 3;
        screen_text(screen, title, STYLE_PANEL_TITLE);
        screen->width += 3;
        screen_fill(screen, 1, STYLE_PANEL);
    }
    while (screen_left(screen) > 1)
        screen_rule(screen, '-', STYLE_PANEL);
    screen_rule(screen, corners[1], STYLE_PANEL);
    screen_end(screen);
}

void panel_draw_edges(struct screen *screen, struct rect area, struct slice title, struct slice note) {
    draw_edge(screen, area, area.row, "/\\", title);
    draw_edge(screen, area, area.row + area.rows - 1, "LJ", note);
}

void panel_draw_line(struct screen *screen, struct rect area, int n) {
    draw_edge(screen, area, area.row + 1 + n, "><", SLICE(""));
}

void panel_begin(struct screen *screen, struct rect area, int n, enum style_id fill) {
    screen_begin(screen, area.row + 1 + n, area.column, area.columns, fill);
    screen_rule(screen, '|', STYLE_PANEL);
    screen->width--; /* the right edge */
}

void panel_end(struct screen *screen) {
    screen_fill(screen, screen_left(screen), screen->fill);
    screen->width++;
    screen_rule(screen, '|', STYLE_PANEL);
    screen_end(screen);
}

int panel_draw_text(struct screen *screen, struct rect area, int n, int most, struct slice text,
                    enum style_id style) {
    struct wrap wrap = wrap_begin(text, area.columns - 2);
    struct slice row;
    int rows = 0;
    for (; rows < most && wrap_next(&wrap, &row); rows++) {
        panel_begin(screen, area, n + rows, style);
        screen_fill(screen, 1, style);
        screen_text(screen, row, style);
        panel_end(screen);
    }
    return rows;
}
