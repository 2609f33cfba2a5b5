#include "archive/pairs.h"

#include <stdbool.h>
#include <stdlib.h>

enum {
    BITS = 64,
    PILE_BITS = 8,
    PILES = 1 << PILE_BITS,
    PILE_LEAST = 32 /* fewer are put in order one by one */
};

struct pair {
    int64_t first, second;
};

static bool is_before(struct pair a, struct pair b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
}

static int by_both(const void *left, const void *right) {
    const struct pair *a = left, *b = right;
    return is_before(*a, *b) ? -1 : is_before(*b, *a);
}

static void insert_each(struct pair *pairs, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct pair pair = pairs[i];
        size_t at = i;
        for (; at > 0 && is_before(pair, pairs[at - 1]); at--)
            pairs[at] = pairs[at - 1];
        pairs[at] = pair;
    }
}

/* The bits in which their first numbers differ. */
static uint64_t differences(const struct pair *pairs, size_t count, bool *in_order) {
    uint64_t differ = 0;
    *in_order = true;
    for (size_t i = 1; i < count; i++) {
        differ |= (uint64_t)(pairs[i].first ^ pairs[0].first);
        *in_order = *in_order && !is_before(pairs[i], pairs[i - 1]);
    }
    return differ;
}

/* Parts them into piles by the highest bits in which they differ, in place; then pile by pile. */
static void sort(struct pair *pairs, size_t count) {
    size_t next[PILES], ends[PILES] = {0}, begin = 0;
    bool in_order;
    if (count <= PILE_LEAST) {
        insert_each(pairs, count);
        return;
    }
    uint64_t differ = differences(pairs, count, &in_order);
    if (in_order) return;
    if (!differ) {
        qsort(pairs, count, sizeof *pairs, by_both);
        return;
    }
    int shift = BITS - PILE_BITS - __builtin_clzll(differ);
    if (shift < 0) shift = 0;
    for (size_t i = 0; i < count; i++)
        ends[pairs[i].first >> shift & (PILES - 1)]++;
    for (size_t pile = 0; pile < PILES; pile++) {
        next[pile] = begin;
        ends[pile] = begin += ends[pile];
    }
    for (size_t pile = 0; pile < PILES; pile++)
        while (next[pile] < ends[pile]) {
            struct pair *here = &pairs[next[pile]];
            size_t of = here->first >> shift & (PILES - 1);
            if (of != pile) { /* it changes places with one in the pile that it is of */
                struct pair other = pairs[next[of]];
                pairs[next[of]] = *here;
                *here = other;
            }
            next[of]++;
        }
    for (size_t pile = 0; pile < PILES; pile++) {
        size_t first = pile ? ends[pile - 1] : 0;
        sort(pairs + first, ends[pile] - first);
    }
}

void pairs_sort(int64_t *rows, size_t count) {
    sort((struct pair *)rows, count);
}
