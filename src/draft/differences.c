#include "draft/merge.h"

/* Cells of the table of common lines: 16 MB. Beyond it the middle counts as one difference. */
enum { TABLE_CELLS = 4 << 20 };

struct differing_side {
    const struct text *text;
    size_t first, count; /* lines that are neither in the common beginning nor in the common end */
};

static bool equal_at(const struct differing_side *a, size_t i, const struct differing_side *b, size_t k) {
    return slice_equal(text_line(a->text, a->first + i), text_line(b->text, b->first + k));
}

static void trim_common_ends(struct differing_side *a, struct differing_side *b) {
    while (a->count && b->count && equal_at(a, 0, b, 0)) {
        a->first++, a->count--;
        b->first++, b->count--;
    }
    while (a->count && b->count && equal_at(a, a->count - 1, b, b->count - 1)) {
        a->count--;
        b->count--;
    }
}

/* Adds to the last difference when that ends where this one begins. */
static void add(struct differences *out, size_t a, size_t a_count, size_t b, size_t b_count) {
    if (out->list.count) {
        struct difference *last = vec_last(&out->list);
        if (last->a.first + last->a.count == a && last->b.first + last->b.count == b) {
            last->a.count += a_count;
            last->b.count += b_count;
            return;
        }
    }
    vec_push(&out->list, (struct difference){.a = {a, a_count}, .b = {b, b_count}});
}

/* table[i][k]: length of the longest common subsequence of the lines from i and k on. */
static uint32_t *common_lines(const struct differing_side *a, const struct differing_side *b) {
    size_t width = b->count + 1;
    uint32_t *table = memory_zero((a->count + 1) * width, sizeof *table);
    for (size_t i = a->count; i-- > 0;)
        for (size_t k = b->count; k-- > 0;) {
            uint32_t *cell = &table[i * width + k], down = cell[width], right = cell[1];
            *cell = equal_at(a, i, b, k) ? cell[width + 1] + 1 : down > right ? down : right;
        }
    return table;
}

void differences_find(struct differences *out, const struct text *a_text, const struct text *b_text) {
    struct differing_side a = {a_text, 0, text_line_count(a_text)}, b = {b_text, 0, text_line_count(b_text)};
    *out = (struct differences){0};
    trim_common_ends(&a, &b);
    if (!a.count && !b.count) return;
    if (!a.count || !b.count || (a.count + 1) > TABLE_CELLS / (b.count + 1)) {
        add(out, a.first, a.count, b.first, b.count);
        return;
    }
    uint32_t *table = common_lines(&a, &b);
    size_t width = b.count + 1;
    for (size_t i = 0, k = 0; i < a.count || k < b.count;) {
        if (i < a.count && k < b.count && equal_at(&a, i, &b, k)) {
            i++, k++;
        } else if (k == b.count || (i < a.count && table[(i + 1) * width + k] >= table[i * width + k + 1])) {
            add(out, a.first + i, 1, b.first + k, 0);
            i++;
        } else {
            add(out, a.first + i, 0, b.first + k, 1);
            k++;
        }
    }
    free(table);
}
