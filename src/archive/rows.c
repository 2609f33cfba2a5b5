#include "archive/rows.h"

#include <stdbool.h>
#include <stdlib.h>

enum {
    BITS = 64,
    PILE_BITS = 8,
    PILES = 1 << PILE_BITS,
    PILE_LEAST = 32 /* fewer are put in order one by one */
};

/* How many numbers a row has is known to the compiler where it is one of these: sorting is most of what
 * writing a part of an archive computes. */
#define FOR_EACH_WIDTH static inline __attribute__((always_inline))

FOR_EACH_WIDTH bool is_before(const int64_t *a, const int64_t *b, size_t numbers) {
    return numbers == 1 || a[0] != b[0] ? a[0] < b[0] : a[1] < b[1];
}

FOR_EACH_WIDTH void copy(int64_t *to, const int64_t *from, size_t numbers) {
    for (size_t k = 0; k < numbers; k++)
        to[k] = from[k];
}

static int by_both(const void *left, const void *right) {
    return is_before(left, right, ROW_NUMBERS) ? -1 : is_before(right, left, ROW_NUMBERS);
}

FOR_EACH_WIDTH void insert_each(int64_t *rows, size_t numbers, size_t count) {
    for (size_t i = 1; i < count; i++) {
        int64_t row[ROW_NUMBERS];
        size_t at = i;
        copy(row, rows + i * numbers, numbers);
        for (; at > 0 && is_before(row, rows + (at - 1) * numbers, numbers); at--)
            copy(rows + at * numbers, rows + (at - 1) * numbers, numbers);
        copy(rows + at * numbers, row, numbers);
    }
}

/* The bits in which their first numbers differ. */
FOR_EACH_WIDTH uint64_t differences(const int64_t *rows, size_t numbers, size_t count, bool *in_order) {
    uint64_t differ = 0;
    *in_order = true;
    for (size_t i = 1; i < count; i++) {
        differ |= (uint64_t)(rows[i * numbers] ^ rows[0]);
        *in_order = *in_order && !is_before(rows + i * numbers, rows + (i - 1) * numbers, numbers);
    }
    return differ;
}

/* Parts them into piles by the bits from shift on, in place; ends: where each pile ends. */
FOR_EACH_WIDTH void part(int64_t *rows, size_t numbers, size_t count, int shift, size_t ends[PILES]) {
    size_t next[PILES], begin = 0;
    for (size_t pile = 0; pile < PILES; pile++)
        ends[pile] = 0;
    for (size_t i = 0; i < count; i++)
        ends[rows[i * numbers] >> shift & (PILES - 1)]++;
    for (size_t pile = 0; pile < PILES; pile++) {
        next[pile] = begin;
        ends[pile] = begin += ends[pile];
    }
    for (size_t pile = 0; pile < PILES; pile++)
        while (next[pile] < ends[pile]) {
            int64_t here[ROW_NUMBERS], other[ROW_NUMBERS];
            copy(here, rows + next[pile] * numbers, numbers);
            for (size_t of; (of = here[0] >> shift & (PILES - 1)) != pile;) { /* it drives out another */
                int64_t *place = rows + next[of]++ * numbers;
                copy(other, place, numbers);
                copy(place, here, numbers);
                copy(here, other, numbers);
            }
            copy(rows + next[pile]++ * numbers, here, numbers);
        }
}

/* By the highest bits in which they differ; then pile by pile. */
FOR_EACH_WIDTH void sort(int64_t *rows, size_t numbers, size_t count,
                         void (*again)(int64_t *rows, size_t count)) {
    size_t ends[PILES];
    bool in_order;
    if (count <= PILE_LEAST) {
        insert_each(rows, numbers, count);
        return;
    }
    uint64_t differ = differences(rows, numbers, count, &in_order);
    if (in_order) return;
    if (!differ) { /* so they have a second number */
        qsort(rows, count, numbers * sizeof *rows, by_both);
        return;
    }
    int shift = BITS - PILE_BITS - __builtin_clzll(differ);
    part(rows, numbers, count, shift < 0 ? 0 : shift, ends);
    for (size_t pile = 0; pile < PILES; pile++) {
        size_t first = pile ? ends[pile - 1] : 0;
        if (ends[pile] > first + 1) again(rows + first * numbers, ends[pile] - first);
    }
}

static void sort_ones(int64_t *rows, size_t count) {
    sort(rows, 1, count, sort_ones);
}

static void sort_twos(int64_t *rows, size_t count) {
    sort(rows, ROW_NUMBERS, count, sort_twos);
}

void rows_sort(int64_t *rows, size_t numbers, size_t count) {
    (numbers == 1 ? sort_ones : sort_twos)(rows, count);
}
