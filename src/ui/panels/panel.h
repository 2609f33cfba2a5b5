#ifndef SUNTING_UI_PANELS_PANEL_H
#define SUNTING_UI_PANELS_PANEL_H

#include "ui/page/view.h"
#include "ui/terminal/screen.h"

/*
 * The frame around everything that lies over the text or beside it. A row inside it:
 *
 *     panel_begin(screen, area, n, STYLE_PANEL);     n from 0, < panel_rows(area)
 *     screen_text(screen, text, STYLE_PANEL); ...
 *     panel_end(screen);
 */
static inline int panel_rows(struct rect area) {
    return area.rows < 2 ? 0 : area.rows - 2;
}

/* The edges: a title in the upper one, a note in the lower; either may be empty. */
void panel_draw_edges(struct screen *screen, struct rect area, struct slice title, struct slice note);
/* A line across the panel in place of row n. */
void panel_draw_line(struct screen *screen, struct rect area, int n);
void panel_begin(struct screen *screen, struct rect area, int n, enum style_id fill);
void panel_end(struct screen *screen);
/* Draws text, wrapped, from row n on, in at most `most` rows; returns how many. */
int panel_draw_text(struct screen *screen, struct rect area, int n, int most, struct slice text,
                    enum style_id style);

#endif
