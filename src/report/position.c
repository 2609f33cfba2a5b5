#include "report/position.h"

#include "base/utf8.h"

enum { CHECKPOINT_DISTANCE = 512 };

void positions_make(struct positions *positions, const struct text *text) {
    *positions = (struct positions){.text = text};
    text_copy(text, 0, text_length(text), &positions->bytes);
    struct slice all = str_slice(&positions->bytes);
    size_t runes = 0, due = 0;
    for (size_t i = 0, n; i < all.len; i += n, runes++) {
        if (i >= due) {
            vec_push(&positions->points, (struct checkpoint){i, runes});
            due = i + CHECKPOINT_DISTANCE;
        }
        utf8_decode(all, i, &n);
    }
}

void positions_free(struct positions *positions) {
    str_free(&positions->bytes);
    vec_free(&positions->points);
}

/* Runes that begin before offset. */
static size_t runes_before(const struct positions *positions, size_t offset) {
    size_t low = 0, high = positions->points.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (positions->points.items[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    if (low >= positions->points.count) return 0;
    const struct checkpoint *point = &positions->points.items[low];
    struct slice all = str_slice(&positions->bytes);
    size_t runes = point->runes;
    for (size_t i = point->offset, n; i < offset && i < all.len; i += n, runes++)
        utf8_decode(all, i, &n);
    return runes;
}

struct position position_of(const struct positions *positions, size_t offset) {
    size_t line = text_line_at(positions->text, offset);
    size_t start = text_line_start(positions->text, line);
    return (struct position){.offset = offset,
                             .line = line + 1,
                             .column = runes_before(positions, offset) - runes_before(positions, start) + 1};
}
