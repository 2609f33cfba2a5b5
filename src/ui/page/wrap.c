#include "ui/page/wrap.h"

#include "ui/page/layout.h"

struct wrap wrap_begin(struct slice text, int columns) {
    return (struct wrap){.rest = text,
                         .columns = columns < LAYOUT_COLUMNS_MIN ? LAYOUT_COLUMNS_MIN : columns};
}

bool wrap_next(struct wrap *wrap, struct slice *row) {
    if (!wrap->open) {
        if (!wrap->rest.len) return false;
        wrap->line = slice_cut(&wrap->rest, '\n');
        wrap->at = 0;
    }
    size_t end = layout_row_end(wrap->line, wrap->at, wrap->columns);
    *row = slice_range(wrap->line, wrap->at, end);
    wrap->at = end;
    wrap->open = end < wrap->line.len;
    return true;
}

int wrapped_rows(struct slice text, int columns) {
    struct wrap wrap = wrap_begin(text, columns);
    struct slice row;
    int rows = 0;
    while (wrap_next(&wrap, &row))
        rows++;
    return rows;
}

int draw_wrapped(struct screen *screen, struct rect area, struct slice text, enum style_id style) {
    struct wrap wrap = wrap_begin(text, area.columns);
    struct slice row;
    int rows = 0;
    for (; rows < area.rows && wrap_next(&wrap, &row); rows++) {
        if (rows + 1 == area.rows && (wrap.open || wrap.rest.len)) /* an ellipsis tells that more follows */
            row = slice_range(text, (size_t)(row.data - text.data), text.len);
        screen_begin(screen, area.row + rows, area.column, area.columns, style);
        screen_fill(screen, 1, style);
        screen_text(screen, row, style);
        screen_end(screen);
    }
    return rows;
}
