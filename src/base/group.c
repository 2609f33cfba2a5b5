#include "base/group.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { DIGIT_BITS = 8, DIGITS = 1 << DIGIT_BITS, HASH_BITS = 64 };

/* By one digit of the hash, in their order otherwise. */
static void sort_by_digit(const struct grouped *from, struct grouped *to, size_t count, unsigned shift) {
    size_t places[DIGITS] = {0}, place = 0;
    for (size_t i = 0; i < count; i++)
        places[from[i].hash >> shift & (DIGITS - 1)]++;
    for (size_t i = 0; i < DIGITS; i++) {
        size_t items = places[i];
        places[i] = place;
        place += items;
    }
    for (size_t i = 0; i < count; i++)
        to[places[from[i].hash >> shift & (DIGITS - 1)]++] = from[i];
}

/* Each item is near its place. */
static void sort_near(struct grouped *items, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct grouped item = items[i];
        size_t at = i;
        for (; at && items[at - 1].hash > item.hash; at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

void group_items(struct grouped *items, size_t count) {
    /* by as many of the first digits as leave but one item or so to each value of them */
    unsigned digits = 0;
    for (size_t rest = count; rest > 1; rest >>= DIGIT_BITS)
        digits++;
    struct grouped *spare = memory_alloc(count * sizeof *spare), *from = items, *to = spare;
    for (unsigned digit = digits; digit-- > 0;) {
        sort_by_digit(from, to, count, HASH_BITS - DIGIT_BITS * (digit + 1));
        struct grouped *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != items) memcpy(items, from, count * sizeof *items);
    free(spare);
    sort_near(items, count);
}
