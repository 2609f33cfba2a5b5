#include "ui/panels/hints.h"

enum { ROOMY_COLUMNS = 60 };

void hints_add(struct hints *hints, struct slice key, struct slice label) {
    if (hints->count == HINTS_MAX || key.len >= HINT_KEY_BYTES) return;
    struct hint *hint = &hints->items[hints->count++];
    *hint = (struct hint){.label = label};
    memcpy(hint->key, key.data, key.len);
}

void hints_add_panel(struct hints *hints, enum lang lang, message_id enter, message_id escape,
                     const message_id *pairs) {
    if (enter) hints_add(hints, SLICE("Enter"), slice_of(message_text(lang, enter)));
    hints_add(hints, SLICE("Esc"), slice_of(message_text(lang, escape)));
    for (; pairs && *pairs; pairs += 2)
        hints_add(hints, slice_of(message_text(lang, pairs[0])), slice_of(message_text(lang, pairs[1])));
}

static int width_of(const struct hint *hint) {
    return screen_width(slice_of(hint->key)) + 1 + screen_width(hint->label);
}

static int gap(const struct desk *desk) {
    return desk->screen.columns >= ROOMY_COLUMNS ? 2 : 1;
}

/* How many of them, from the first on, stand in one row: at least one. */
static size_t row_count(const struct desk *desk, const struct hints *hints, size_t first) {
    int used = 0;
    size_t n = first;
    for (; n < hints->count; n++) {
        int need = width_of(&hints->items[n]) + (n > first ? gap(desk) : 0);
        if (n > first && used + need > desk->screen.columns) break;
        used += need;
    }
    return n - first;
}

int hints_rows(const struct desk *desk, const struct hints *hints) {
    int rows = 0;
    for (size_t n = 0; n < hints->count; n += row_count(desk, hints, n))
        rows++;
    return rows;
}

size_t hints_at(const struct desk *desk, const struct hints *hints, int column) {
    int at = 0;
    size_t end = row_count(desk, hints, 0);
    for (size_t n = 0; n < end; n++) {
        int width = width_of(&hints->items[n]);
        if (column >= at && column < at + width) return n;
        at += width + gap(desk);
    }
    return SIZE_MAX;
}

void hints_draw(struct desk *desk, const struct hints *hints, int rows) {
    struct screen *screen = &desk->screen;
    size_t n = 0;
    for (int row = screen->rows - rows; row < screen->rows; row++) {
        screen_begin(screen, row, 0, screen->columns, STYLE_HINT);
        for (size_t end = n + row_count(desk, hints, n); n < end; n++) {
            screen_fill(screen, screen->used ? gap(desk) : 0, STYLE_HINT);
            screen_text(screen, slice_of(hints->items[n].key), STYLE_HINT_KEY);
            screen_fill(screen, 1, STYLE_HINT);
            screen_text(screen, hints->items[n].label, STYLE_HINT);
        }
        screen_end(screen);
    }
}
