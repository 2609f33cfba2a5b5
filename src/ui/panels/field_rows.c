#include "ui/panels/field_rows.h"

#include "ui/page/layout.h"

/* The end of the line of its own that holds the place. */
static size_t line_end(struct slice text, size_t at) {
    size_t end = slice_find_byte(text, '\n', at);
    return end == SIZE_MAX ? text.len : end;
}

void field_rows_find(struct field_rows *rows, const struct field *field, int columns) {
    struct slice text = str_slice(&field->text);
    *rows = (struct field_rows){0};
    for (size_t start = 0; start <= text.len;) {
        size_t end = line_end(text, start), at = 0;
        struct slice line = slice_range(text, start, end);
        do {
            size_t stop = layout_row_end(line, at, columns);
            bool last = stop >= line.len;
            if (field->cursor >= start + at &&
                (field->cursor < start + stop || (last && field->cursor <= end))) {
                rows->row = rows->list.count;
                rows->column = layout_column(line, at, field->cursor - start);
            }
            vec_push(&rows->list, (struct field_row){start + at, start + stop});
            at = stop;
        } while (at < line.len);
        start = end + 1;
    }
}

bool field_rows_move(struct field *field, int columns, bool up) {
    struct slice text = str_slice(&field->text);
    struct field_rows rows;
    field_rows_find(&rows, field, columns);
    bool moves = up ? rows.row > 0 : rows.row + 1 < rows.list.count;
    if (moves) {
        struct field_row row = rows.list.items[up ? rows.row - 1 : rows.row + 1];
        bool last = line_end(text, row.start) == row.end;
        field->cursor = layout_offset(text, row.start, row.end, last, rows.column);
    }
    vec_free(&rows.list);
    return moves;
}
