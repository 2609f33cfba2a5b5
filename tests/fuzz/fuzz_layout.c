/* Rows of arbitrary lines at arbitrary widths: together they are the line, none is wider than the screen, and
 * what the cache remembers after an edit is what a fresh layout says. The first byte chooses the width, the
 * second the edit. */
#include "base/memory.h"
#include "ui/page/layout.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds) {
    if (!holds) abort();
}

static void check_line(struct layout *layout, const struct text *text, size_t line) {
    struct slice bytes = text_line(text, line);
    size_t rows = layout_rows(layout, line), at = 0;
    for (size_t row = 0; row < rows; row++) {
        size_t stop = layout_row_stop(layout, line, row);
        require(layout_row_start(layout, line, row) == at && stop >= at && stop <= bytes.len);
        require(row + 1 == rows ? stop == bytes.len : stop == layout_row_end(bytes, at, layout->columns));
        require(layout_column(bytes, at, stop) <= layout->columns);
        at = stop;
    }
    require(at == bytes.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    if (len < 2) return 0;
    char *copy = memory_alloc(len);
    memcpy(copy, bytes + 2, len - 2);
    struct text *text = text_from(copy, len - 2);
    struct layout layout = {0};
    layout_reset(&layout, text, LAYOUT_COLUMNS_MIN + bytes[0] % 120);
    size_t lines = text_line_count(text) < LAYOUT_CACHE ? text_line_count(text) : LAYOUT_CACHE;
    for (size_t line = 0; line < lines; line++)
        check_line(&layout, text, line);

    size_t length = text_length(text), at = length ? bytes[1] % (length + 1) : 0;
    size_t removed = length - at < 3 ? length - at : 3;
    struct str old = {0};
    text_copy(text, at, at + removed, &old);
    struct edit edit = {
        .offset = at, .removed = str_slice(&old), .inserted = SLICE("kata \n\xF0\x9F\x98\x80 lain")};
    struct change change = text_apply(text, &edit);
    layout_edited(&layout, &edit, &change);
    for (size_t line = 0; line < text_line_count(text); line++)
        check_line(&layout, text, line);
    str_free(&old);
    layout_free(&layout);
    text_free(text);
    return 0;
}
