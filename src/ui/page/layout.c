#include "ui/page/layout.h"

#include "base/utf8.h"

static bool is_ascii_cell(struct slice line, size_t at) {
    unsigned char c = (unsigned char)line.data[at];
    return c >= 0x20 && c < 0x7F && (at + 1 == line.len || (unsigned char)line.data[at + 1] < 0x80);
}

size_t layout_plain(struct slice line, size_t at, size_t stop) {
    while (at < stop && is_ascii_cell(line, at))
        at++;
    return at;
}

int layout_cluster(struct slice line, size_t at, int column, size_t *end) {
    if (is_ascii_cell(line, at)) {
        *end = at + 1;
        return 1;
    }
    if (line.data[at] == '\t') {
        *end = at + 1;
        return LAYOUT_TAB - column % LAYOUT_TAB;
    }
    /* A run of marks without end must not make one cluster of a whole line. */
    size_t stop = line.len - at > LAYOUT_CLUSTER_MAX ? at + LAYOUT_CLUSTER_MAX : line.len;
    *end = grapheme_next(slice_range(line, 0, stop), at);
    return grapheme_width(slice_range(line, at, *end));
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* After a hyphen between letters a row may end: perundang-|undangan. */
static bool breaks_after(struct slice line, size_t at, size_t end) {
    if (line.data[at] == '-')
        return at > 0 && end < line.len && rune_is_letter((unsigned char)line.data[at - 1]) &&
               rune_is_letter((unsigned char)line.data[end]);
    return end - at == 3 && memcmp(line.data + at, "—", 3) == 0;
}

size_t layout_row_end(struct slice line, size_t at, int columns) {
    size_t start = at, mark = at, end;
    int column = 0;
    for (; at < line.len; at = end) {
        int width = layout_cluster(line, at, column, &end);
        bool blank = is_blank(line.data[at]);
        if (column + width > columns - (blank ? 1 : 2)) {
            if (blank || mark == start) mark = at;
            return mark > start ? mark : end; /* at least one cluster, however wide */
        }
        column += width;
        if (blank || breaks_after(line, at, end)) mark = end;
    }
    return line.len;
}

int layout_column(struct slice line, size_t from, size_t to) {
    int column = 0;
    for (size_t at = from, end; at < to && at < line.len; at = end) {
        int width = layout_cluster(line, at, column, &end);
        if (end > to) break;
        column += width;
    }
    return column;
}

size_t layout_offset(struct slice line, size_t from, size_t end, bool last, int column) {
    size_t at = from, next, before = from;
    int at_column = 0;
    while (at < end) {
        int width = layout_cluster(line, at, at_column, &next);
        if (at_column + width > column) return at;
        at_column += width;
        before = at;
        at = next;
    }
    return last ? end : before;
}

/* The cache */

static void line_forget(struct layout_line *cached) {
    cached->used = 0;
    vec_clear(&cached->rows);
}

void layout_reset(struct layout *layout, const struct text *text, int columns) {
    if (columns < LAYOUT_COLUMNS_MIN) columns = LAYOUT_COLUMNS_MIN;
    layout->text = text;
    layout->columns = columns;
    for (size_t i = 0; i < LAYOUT_CACHE; i++)
        line_forget(&layout->lines[i]);
}

void layout_free(struct layout *layout) {
    for (size_t i = 0; i < LAYOUT_CACHE; i++)
        vec_free(&layout->lines[i].rows);
}

static void add_rows(struct layout *layout, struct layout_line *cached, size_t at) {
    struct slice line = text_line_body(layout->text, cached->line);
    for (;;) {
        vec_push(&cached->rows, (uint32_t)at);
        at = layout_row_end(line, at, layout->columns);
        if (at >= line.len) return;
    }
}

static struct layout_line *line_cached(struct layout *layout, size_t line) {
    struct layout_line *oldest = &layout->lines[0];
    layout->clock++;
    for (size_t i = 0; i < LAYOUT_CACHE; i++) {
        struct layout_line *cached = &layout->lines[i];
        if (cached->used && cached->line == line) {
            cached->used = layout->clock;
            return cached;
        }
        if (cached->used < oldest->used) oldest = cached;
    }
    line_forget(oldest);
    oldest->line = line;
    oldest->used = layout->clock;
    add_rows(layout, oldest, 0);
    return oldest;
}

/* Index of the row that holds offset. */
static size_t row_of(const struct layout_line *cached, size_t offset) {
    size_t begun = vec_before(const uint32_t, row, &cached->rows, *row <= offset);
    return begun ? begun - 1 : 0;
}

/* The line changed at offset at: rows from the one before it are laid out again, until they meet old ones. */
static void rows_again(struct layout *layout, struct layout_line *cached, size_t at,
                       const struct edit *edit) {
    struct slice line = text_line_body(layout->text, cached->line);
    size_t keep = row_of(cached, at);
    if (keep > 0) keep--; /* a word that got shorter may move up */
    size_t old = keep + 1, from = cached->rows.items[keep], gone = at + edit->removed.len;
    VEC(uint32_t) fresh = {0};
    for (;;) {
        vec_push(&fresh, (uint32_t)from);
        from = layout_row_end(line, from, layout->columns);
        if (from >= line.len) {
            old = cached->rows.count;
            break;
        }
        while (old < cached->rows.count &&
               (cached->rows.items[old] < gone ||
                cached->rows.items[old] + edit->inserted.len < from + edit->removed.len))
            old++;
        if (old < cached->rows.count && from > at + edit->inserted.len &&
            cached->rows.items[old] + edit->inserted.len == from + edit->removed.len)
            break;
    }
    for (size_t i = old; i < cached->rows.count; i++)
        cached->rows.items[i] = (uint32_t)(cached->rows.items[i] + edit->inserted.len - edit->removed.len);
    size_t replaced = old - keep;
    if (fresh.count > replaced)
        vec_open(&cached->rows, keep, fresh.count - replaced);
    else
        vec_remove(&cached->rows, keep, replaced - fresh.count);
    memcpy(cached->rows.items + keep, fresh.items, fresh.count * sizeof *fresh.items);
    vec_free(&fresh);
}

void layout_edited(struct layout *layout, const struct edit *edit, const struct change *change) {
    size_t end = change->first + change->removed;
    for (size_t i = 0; i < LAYOUT_CACHE; i++) {
        struct layout_line *cached = &layout->lines[i];
        if (!cached->used || cached->line < change->first) continue;
        if (cached->line >= end)
            cached->line = cached->line + change->inserted - change->removed;
        else if (change->removed == 1 && change->inserted == 1)
            rows_again(layout, cached, edit->offset - text_line_start(layout->text, change->first), edit);
        else
            line_forget(cached);
    }
}

size_t layout_rows(struct layout *layout, size_t line) {
    return line_cached(layout, line)->rows.count;
}

size_t layout_row_start(struct layout *layout, size_t line, size_t row) {
    return line_cached(layout, line)->rows.items[row];
}

size_t layout_row_stop(struct layout *layout, size_t line, size_t row) {
    const struct layout_line *cached = line_cached(layout, line);
    return row + 1 < cached->rows.count ? cached->rows.items[row + 1]
                                        : text_line_body(layout->text, line).len;
}

size_t layout_row_at(struct layout *layout, size_t line, size_t offset) {
    return row_of(line_cached(layout, line), offset);
}
