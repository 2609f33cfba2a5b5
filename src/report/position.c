#include "report/position.h"

#include "base/utf8.h"

enum { CHECKPOINT_DISTANCE = 64 };

/* Moves after the rune at point->at. */
static inline void step(const struct positions *positions, struct checkpoint *point) {
    struct position *place = &point->place;
    unsigned char first = (unsigned char)positions->bytes.data[point->at];
    if (first >= ' ' && first < 0x80) { /* nearly always */
        point->at++;
        place->offset += positions->ascii;
        place->column++;
        return;
    }
    size_t n;
    uint32_t rune = utf8_decode(str_slice(&positions->bytes), point->at, &n);
    size_t size = encoding_rune_size(positions->draft->encoded.encoding, rune, n);
    point->at += n;
    place->offset += rune == '\n' && positions->draft->crlf ? 2 * size : size;
    place->column++;
    if (rune == '\n') {
        place->line++;
        place->column = 1;
    }
}

void positions_make(struct positions *positions, const struct draft *draft) {
    *positions =
        (struct positions){.draft = draft, .ascii = encoding_rune_size(draft->encoded.encoding, 'a', 1)};
    text_copy(draft->text, 0, text_length(draft->text), &positions->bytes);
    struct checkpoint point = {.place = {.offset = draft->encoded.mark, .line = 1, .column = 1}};
    vec_push(&positions->points, point);
    while (point.at < positions->bytes.len) {
        step(positions, &point);
        if (point.at >= positions->points.count * CHECKPOINT_DISTANCE) vec_push(&positions->points, point);
    }
}

void positions_free(struct positions *positions) {
    str_free(&positions->bytes);
    vec_free(&positions->points);
}

struct position position_of(const struct positions *positions, size_t at) {
    size_t near = at / CHECKPOINT_DISTANCE, last = positions->points.count - 1;
    if (near > last) near = last;
    if (positions->points.items[near].at > at) near--; /* its rune begins after at */
    struct checkpoint point = positions->points.items[near];
    while (point.at < at && point.at < positions->bytes.len)
        step(positions, &point);
    return point.place;
}
