#ifndef SUNTING_UI_PAGE_WRAP_H
#define SUNTING_UI_PAGE_WRAP_H

#include "ui/page/view.h"
#include "ui/terminal/screen.h"

/* Text wrapped by word into rows of so many columns: messages, explanations. */
struct wrap {
    struct slice rest; /* of the text */
    struct slice line;
    size_t at; /* in the line */
    int columns;
    bool open; /* in a line */
};

struct wrap wrap_begin(struct slice text, int columns);
/* The next row; false when there is none. */
bool wrap_next(struct wrap *wrap, struct slice *row);
int wrapped_rows(struct slice text, int columns);
/* Draws rows as far as the area goes, and an ellipsis where it ends before the text; returns how many it
 * took.
 */
int draw_wrapped(struct screen *screen, struct rect area, struct slice text, enum style_id style);

#endif
