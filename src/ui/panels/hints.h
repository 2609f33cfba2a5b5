#ifndef SUNTING_UI_PANELS_HINTS_H
#define SUNTING_UI_PANELS_HINTS_H

#include "ui/panels/desk.h"

/*
 * The line of hints at the bottom: which keys there are now, and what they do. The most useful come first,
 * the way out among them, since a narrow screen leaves the last ones out.
 */
enum { HINTS_MAX = 16, HINT_KEY_BYTES = 24 };

struct hint {
    char key[HINT_KEY_BYTES];
    struct slice label;
};

struct hints {
    struct hint items[HINTS_MAX];
    size_t count;
};

void hints_add(struct hints *hints, struct slice key, struct slice label);
/* Enter, unless it is 0; Esc; and pairs of key and label, ended by 0 (may be NULL). */
void hints_add_panel(struct hints *hints, enum lang lang, message_id enter, message_id escape,
                     const message_id *pairs);
/* Rows that it takes to show them all. */
int hints_rows(const struct desk *desk, const struct hints *hints);
/* The hint under a column of the last row, when they take one; SIZE_MAX: none. */
size_t hints_at(const struct desk *desk, const struct hints *hints, int column);
/* Draws what fits into the last rows of the screen. */
void hints_draw(struct desk *desk, const struct hints *hints, int rows);

#endif
