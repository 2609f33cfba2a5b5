#include "report/position.h"

#include "base/utf8.h"

enum { CHECKPOINT_DISTANCE = 128 };

/* Moves behind the rune at point->at. */
static inline void step(const struct positions *positions, struct checkpoint *point) {
    size_t n;
    if ((unsigned char)positions->bytes.data[point->at] >= ' ' &&
        (unsigned char)positions->bytes.data[point->at] < 0x80) { /* nearly always */
        point->file += positions->ascii;
        point->at++;
        point->runes++;
        return;
    }
    uint32_t rune = utf8_decode(str_slice(&positions->bytes), point->at, &n);
    size_t size = encoding_rune_size(positions->draft->encoded.encoding, rune, n);
    point->file += rune == '\n' && positions->draft->crlf ? 2 * size : size;
    point->at += n;
    point->runes++;
}

void positions_make(struct positions *positions, const struct draft *draft) {
    *positions =
        (struct positions){.draft = draft, .ascii = encoding_rune_size(draft->encoded.encoding, 'a', 1)};
    text_copy(draft->text, 0, text_length(draft->text), &positions->bytes);
    struct checkpoint point = {.file = draft->encoded.mark};
    for (size_t due = 0; point.at < positions->bytes.len; step(positions, &point))
        if (point.at >= due) {
            vec_push(&positions->points, point);
            due = point.at + CHECKPOINT_DISTANCE;
        }
}

void positions_free(struct positions *positions) {
    str_free(&positions->bytes);
    vec_free(&positions->points);
}

static struct checkpoint place_of(const struct positions *positions, size_t at) {
    size_t low = 0, high = positions->points.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (positions->points.items[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    if (low >= positions->points.count) return (struct checkpoint){.file = positions->draft->encoded.mark};
    struct checkpoint point = positions->points.items[low];
    while (point.at < at && point.at < positions->bytes.len)
        step(positions, &point);
    return point;
}

struct position position_of(const struct positions *positions, size_t at) {
    const struct text *text = positions->draft->text;
    size_t line = text_line_at(text, at);
    struct checkpoint here = place_of(positions, at),
                      start = place_of(positions, text_line_start(text, line));
    return (struct position){.offset = here.file, .line = line + 1, .column = here.runes - start.runes + 1};
}
