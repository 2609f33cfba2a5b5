#include "ui/page/motion.h"

#include "base/utf8.h"

struct place place_of(struct buffer *buffer, size_t offset) {
    struct place place = {.line = text_line_at(buffer->text, offset)};
    place.row =
        layout_row_at(&buffer->layout, place.line, offset - text_line_start(buffer->text, place.line));
    return place;
}

size_t place_start(struct buffer *buffer, struct place place) {
    return text_line_start(buffer->text, place.line) +
           layout_row_start(&buffer->layout, place.line, place.row);
}

bool place_next(struct buffer *buffer, struct place *place) {
    if (place->row + 1 < layout_rows(&buffer->layout, place->line)) {
        place->row++;
        return true;
    }
    if (place->line + 1 >= text_line_count(buffer->text)) return false;
    *place = (struct place){place->line + 1, 0};
    return true;
}

bool place_previous(struct buffer *buffer, struct place *place) {
    if (place->row > 0) {
        place->row--;
        return true;
    }
    if (place->line == 0 || text_line_start(buffer->text, place->line) <= buffer->body) return false;
    place->line--;
    place->row = layout_rows(&buffer->layout, place->line) - 1;
    return true;
}

int place_column(struct buffer *buffer, size_t offset) {
    struct place place = place_of(buffer, offset);
    return layout_column(text_line_body(buffer->text, place.line),
                         layout_row_start(&buffer->layout, place.line, place.row),
                         offset - text_line_start(buffer->text, place.line));
}

/* The line around an offset, and the offset in it. */
static struct slice line_around(const struct buffer *buffer, size_t from, size_t *start, size_t *at) {
    size_t line = text_line_at(buffer->text, from);
    *start = text_line_start(buffer->text, line);
    *at = from - *start;
    return text_line_body(buffer->text, line);
}

size_t motion_left(const struct buffer *buffer, size_t from) {
    size_t start, at;
    if (from <= buffer->body) return from;
    struct slice line = line_around(buffer, from, &start, &at);
    return at ? start + grapheme_previous(line, at) : motion_line_end(buffer, from - 1);
}

size_t motion_right(const struct buffer *buffer, size_t from) {
    size_t start, at;
    if (from >= text_length(buffer->text)) return from;
    struct slice line = line_around(buffer, from, &start, &at);
    return at < line.len ? start + grapheme_next(line, at) : motion_line_next(buffer, from);
}

/* A word is letters, digits and what stands inside one; everything else but space belongs to none. */
static bool is_word(struct slice line, size_t at) {
    size_t n;
    uint32_t rune = utf8_decode(line, at, &n);
    return rune_is_letter(rune) || rune_is_digit(rune) || rune == '_';
}

size_t motion_word_right(const struct buffer *buffer, size_t from) {
    size_t start, at;
    struct slice line = line_around(buffer, from, &start, &at);
    if (at == line.len) return motion_right(buffer, from);
    while (at < line.len && is_word(line, at))
        at = grapheme_next(line, at);
    while (at < line.len && !is_word(line, at))
        at = grapheme_next(line, at);
    return start + at;
}

size_t motion_word_left(const struct buffer *buffer, size_t from) {
    size_t start, at;
    if (from <= buffer->body) return from;
    struct slice line = line_around(buffer, from, &start, &at);
    if (at == 0) return motion_line_end(buffer, from - 1);
    while (at > 0 && !is_word(line, grapheme_previous(line, at)))
        at = grapheme_previous(line, at);
    while (at > 0 && is_word(line, grapheme_previous(line, at)))
        at = grapheme_previous(line, at);
    return start + at;
}

size_t motion_row_start(struct buffer *buffer, size_t from) {
    return place_start(buffer, place_of(buffer, from));
}

size_t motion_row_end(struct buffer *buffer, size_t from) {
    struct place place = place_of(buffer, from);
    struct slice line = text_line_body(buffer->text, place.line);
    size_t stop = layout_row_stop(&buffer->layout, place.line, place.row);
    bool last = place.row + 1 == layout_rows(&buffer->layout, place.line);
    if (!last && stop > 0) stop = grapheme_previous(line, stop); /* the end itself is in the next row */
    return text_line_start(buffer->text, place.line) + stop;
}

size_t motion_rows(struct buffer *buffer, size_t from, long rows, int goal) {
    struct place place = place_of(buffer, from);
    for (; rows > 0; rows--)
        if (!place_next(buffer, &place)) return text_length(buffer->text);
    for (; rows < 0; rows++)
        if (!place_previous(buffer, &place)) return buffer->body;
    struct slice line = text_line_body(buffer->text, place.line);
    bool last = place.row + 1 == layout_rows(&buffer->layout, place.line);
    return text_line_start(buffer->text, place.line) +
           layout_offset(line, layout_row_start(&buffer->layout, place.line, place.row),
                         layout_row_stop(&buffer->layout, place.line, place.row), last, goal);
}

size_t motion_line_start(const struct buffer *buffer, size_t from) {
    return text_line_start(buffer->text, text_line_at(buffer->text, from));
}

size_t motion_line_end(const struct buffer *buffer, size_t from) {
    size_t line = text_line_at(buffer->text, from);
    return text_line_start(buffer->text, line) + text_line_body(buffer->text, line).len;
}

size_t motion_line_next(const struct buffer *buffer, size_t from) {
    size_t line = text_line_at(buffer->text, from) + 1;
    return line < text_line_count(buffer->text) ? text_line_start(buffer->text, line)
                                                : text_length(buffer->text);
}
