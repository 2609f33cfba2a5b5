#include "ui/page/view.h"

#include "ui/page/kinds.h"
#include "ui/page/marked.h"
#include "ui/page/motion.h"

enum { OVERLAPS_MAX = 256, BELOW_CURSOR = 2, BELOW_CURSOR_FROM = 8 };

size_t view_top_line(const struct buffer *buffer) {
    return text_line_at(buffer->text, mark_get(&buffer->marks, MARK_TOP));
}

static bool same_place(struct place a, struct place b) {
    return a.line == b.line && a.row == b.row;
}

/* Rows from a to b when b is at most limit rows after it, else -1. */
static long rows_between(struct buffer *buffer, struct place a, struct place b, long limit) {
    for (long n = 0; n <= limit; n++) {
        if (same_place(a, b)) return n;
        if (!place_next(buffer, &a)) return -1;
    }
    return -1;
}

/* Messages over the last rows leave the cursor in view. */
static int rows_to_cursor(struct rect area) {
    return area.rows < BELOW_CURSOR_FROM ? area.rows : area.rows - BELOW_CURSOR;
}

void view_follow(struct buffer *buffer, struct rect area) {
    int columns = area.columns - VIEW_MARGIN;
    if (buffer->layout.columns != (columns < LAYOUT_COLUMNS_MIN ? LAYOUT_COLUMNS_MIN : columns))
        layout_reset(&buffer->layout, buffer->text, columns);
    size_t at = mark_get(&buffer->marks, MARK_TOP), length = text_length(buffer->text);
    if (at < buffer->body) at = buffer->body;
    struct place top = place_of(buffer, at > length ? length : at);
    struct place cursor = place_of(buffer, buffer_cursor(buffer));
    long below = rows_between(buffer, top, cursor, 2 * area.rows);
    if (below >= rows_to_cursor(area)) {
        for (long n = below - rows_to_cursor(area) + 1; n > 0; n--)
            place_next(buffer, &top);
    } else if (below < 0) {
        long above = rows_between(buffer, cursor, top, area.rows);
        top = cursor;
        for (int n = above < 0 ? area.rows / 2 : 0; n > 0; n--)
            place_previous(buffer, &top);
    }
    mark_set(&buffer->marks, MARK_TOP, place_start(buffer, top));
}

int view_row(struct buffer *buffer, struct rect area, size_t offset) {
    struct place top = place_of(buffer, mark_get(&buffer->marks, MARK_TOP));
    long rows = rows_between(buffer, top, place_of(buffer, offset), area.rows - 1);
    return area.row + (rows < 0 ? area.rows - 1 : (int)rows);
}

size_t view_offset(struct buffer *buffer, struct rect area, int row, int column) {
    struct place place = place_of(buffer, mark_get(&buffer->marks, MARK_TOP));
    for (int n = row - area.row; n > 0; n--)
        if (!place_next(buffer, &place)) return text_length(buffer->text);
    struct slice line = text_line_body(buffer->text, place.line);
    bool last = place.row + 1 == layout_rows(&buffer->layout, place.line);
    int cell = column - area.column - VIEW_MARGIN;
    return text_line_start(buffer->text, place.line) +
           layout_offset(line, layout_row_start(&buffer->layout, place.line, place.row),
                         layout_row_stop(&buffer->layout, place.line, place.row), last, cell < 0 ? 0 : cell);
}

/* What lies over the text of the frame being drawn. */
struct overlay_marks {
    const struct finding
        *findings[OVERLAPS_MAX]; /* that begin before the last byte shown and end after the first */
    size_t count;
    size_t selected, selected_end;
    const struct match *found;
    struct marked marked; /* the line being drawn */
};

static void gather(struct buffer *buffer, size_t first, size_t last, struct overlay_marks *marks) {
    if (!buffer_selection(buffer, &marks->selected, &marks->selected_end))
        marks->selected = marks->selected_end = 0;
    vec_each(const struct finding, finding, &buffer->shown.list) {
        if (finding->start >= last || marks->count == OVERLAPS_MAX) break;
        if (finding->end <= first && finding->start < first) continue;
        marks->findings[marks->count++] = finding;
    }
}

/* The style at offset, which goes on up to *end: what comes in is an end of the line or row. */
static enum style_id style_at(const struct overlay_marks *marks, size_t line_start, size_t offset,
                              size_t *end) {
    if (marked_within(marks->selected, marks->selected_end, offset, end)) return STYLE_SELECTION;
    if (marks->found && marked_within(marks->found->start, marks->found->end, offset, end))
        return STYLE_MATCH;
    const struct finding *best = NULL;
    for (size_t i = 0; i < marks->count; i++) {
        const struct finding *finding = marks->findings[i];
        if (!marked_within(finding->start, finding->end, offset, end)) continue;
        if (!best || finding->end - finding->start < best->end - best->start) best = finding;
    }
    if (best) return kind_of(best)->style;
    size_t stop = *end - line_start;
    enum style_id style = marked_style(&marks->marked, offset - line_start, &stop);
    *end = line_start + stop;
    return style;
}

static void draw_margin(struct screen *screen, const struct overlay_marks *marks, size_t start, size_t end) {
    const struct finding *first = NULL;
    for (size_t i = 0; i < marks->count && !first; i++)
        if (marks->findings[i]->start >= start && marks->findings[i]->start < end) first = marks->findings[i];
    if (first) {
        screen_cluster(screen, (struct slice){&kind_of(first)->letter, 1}, 1, STYLE_MARGIN);
    }
    screen_fill(screen, VIEW_MARGIN - screen->used, STYLE_TEXT);
}

/* The cluster at offset at, or the letters from there on that take a column each; returns the end. */
static size_t draw_cells(struct screen *screen, struct slice line, size_t at, size_t stop, int *column,
                         enum style_id style) {
    size_t end = layout_plain(line, at, stop);
    int width = (int)(end - at);
    if (width) {
        screen_plain(screen, slice_range(line, at, end), style);
    } else {
        width = layout_cluster(line, at, *column, &end);
        screen_cluster(screen, slice_range(line, at, end), width, style);
    }
    *column += width;
    return end;
}

static void draw_row(struct buffer *buffer, struct screen *screen, struct place place,
                     struct overlay_marks *marks) {
    struct slice line = text_line_body(buffer->text, place.line);
    marked_read(&marks->marked, line, place.line);
    size_t start = text_line_start(buffer->text, place.line);
    size_t from = layout_row_start(&buffer->layout, place.line, place.row);
    size_t stop = layout_row_stop(&buffer->layout, place.line, place.row);
    draw_margin(screen, marks, start + from, start + stop + (stop == line.len));
    int column = 0;
    for (size_t at = from; at < stop;) {
        size_t style_end = start + stop;
        enum style_id style = style_at(marks, start, start + at, &style_end);
        while (at < style_end - start)
            at = draw_cells(screen, line, at, style_end - start, &column, style);
    }
    /* A selected line end shows as a blank, so that selected empty lines are seen. */
    if (stop == line.len && start + stop >= marks->selected && start + stop < marks->selected_end)
        screen_fill(screen, 1, STYLE_SELECTION);
}

void view_draw(struct buffer *buffer, struct screen *screen, struct rect area, const struct match *found,
               int *cursor_row, int *cursor_column) {
    struct place place = place_of(buffer, mark_get(&buffer->marks, MARK_TOP)), last = place;
    struct place cursor = place_of(buffer, buffer_cursor(buffer));
    for (int i = 1; i < area.rows && place_next(buffer, &last); i++) {
    }
    struct overlay_marks marks = {.found = found};
    size_t stop =
        text_line_start(buffer->text, last.line) + layout_row_stop(&buffer->layout, last.line, last.row);
    gather(buffer, place_start(buffer, place), stop + 1, &marks);
    bool more = true;
    for (int i = 0; i < area.rows; i++) {
        screen_begin(screen, area.row + i, area.column, area.columns, STYLE_TEXT);
        if (more) {
            draw_row(buffer, screen, place, &marks);
            if (same_place(place, cursor)) *cursor_row = area.row + i;
            more = place_next(buffer, &place);
        }
        screen_end(screen);
    }
    marked_free(&marks.marked);
    *cursor_column = area.column + VIEW_MARGIN + place_column(buffer, buffer_cursor(buffer));
}
