#ifndef SUNTING_BASE_GROUP_H
#define SUNTING_BASE_GROUP_H

#include <stddef.h>
#include <stdint.h>

/*
 * Bringing together what has the same key, of items that are all there before the first question: they are
 * sorted by a hash of the key, pass after pass over memory in its order. A table would be asked at a place
 * of its own for each item, which costs the more the further it outgrows the caches.
 */
struct grouped {
    uint64_t hash;       /* of the key: slice_mix(); two keys with the same one are taken for one */
    uint32_t item, rank; /* what the caller says */
};

/* Sorts by hash; items with the same hash stay in their order. */
void group_items(struct grouped *items, size_t count);

/* Where the items end that have the hash of the one at first. */
static inline size_t group_end(const struct grouped *items, size_t count, size_t first) {
    size_t end = first + 1;
    while (end < count && items[end].hash == items[first].hash)
        end++;
    return end;
}

#endif
