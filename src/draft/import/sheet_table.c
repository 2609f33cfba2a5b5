#include "draft/import/sheet.h"

static size_t cells_of(const struct sheet *sheet, size_t row) {
    size_t end = row + 1 < sheet->rows.count ? sheet->rows.items[row + 1] : sheet->cells.count;
    return end - sheet->rows.items[row];
}

static size_t widest(const struct sheet *sheet) {
    size_t most = 0;
    for (size_t row = 0; row < sheet->rows.count; row++)
        if (cells_of(sheet, row) > most) most = cells_of(sheet, row);
    return most;
}

/* A table of one column is a frame around paragraphs. */
static void append_paragraphs(const struct sheet *sheet, struct str *out) {
    vec_each(const struct str, cell, &sheet->cells) {
        struct slice rest = str_slice(cell);
        while (rest.len) {
            size_t end = slice_find(rest, SLICE("<br>"), 0);
            if (end == SIZE_MAX) end = rest.len;
            if (out->len) str_append_text(out, "\n\n");
            str_append(out, slice_range(rest, 0, end));
            rest = slice_range(rest, end == rest.len ? end : end + strlen("<br>"), rest.len);
        }
    }
}

static void append_cell(struct slice text, struct str *out) {
    str_append_text(out, "| ");
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '|') str_append_byte(out, '\\');
        if (text.data[i] == '\n')
            str_append_text(out, "<br>");
        else
            str_append_byte(out, text.data[i]);
    }
    str_append_byte(out, ' ');
}

static void append_row(const struct sheet *sheet, size_t row, size_t columns, struct str *out) {
    for (size_t i = 0; i < columns; i++) {
        bool there = i < cells_of(sheet, row);
        append_cell(there ? str_slice(&sheet->cells.items[sheet->rows.items[row] + i]) : SLICE(""), out);
    }
    str_append_byte(out, '|');
}

void sheet_table_write(const struct sheet *sheet, struct str *out) {
    enum { COLUMNS = 64 /* more are no table that anybody reads; rows are filled up to the widest */ };
    size_t columns = widest(sheet);
    if (columns <= 1 || columns > COLUMNS) {
        append_paragraphs(sheet, out);
        return;
    }
    for (size_t row = 0; row < sheet->rows.count; row++) {
        if (!cells_of(sheet, row)) continue;
        if (out->len) str_append_byte(out, '\n');
        bool first = !out->len;
        append_row(sheet, row, columns, out);
        if (!first) continue;
        str_append_byte(out, '\n');
        for (size_t i = 0; i < columns; i++)
            str_append_text(out, "| --- ");
        str_append_byte(out, '|');
    }
}
