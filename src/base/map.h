#ifndef SUNTING_BASE_MAP_H
#define SUNTING_BASE_MAP_H

#include "base/str.h"

/*
 * A hash table from bytes to one machine word. Keys are copied into the map's own storage; what a value
 * points to is the caller's; a key is shorter than 4 GB. Zero-initialised is empty; release with map_free().
 */
struct map_entry {
    const char *key; /* NULL in a free place */
    uintptr_t value;
    uint32_t len, hash; /* of the key; as much of its hash as tells most keys apart */
};
static inline struct slice map_key(const struct map_entry *entry) {
    return (struct slice){entry->key, entry->len};
}

struct map {
    struct map_entry *entries;
    size_t count, capacity; /* capacity: 0 or a power of two */
    struct map_chunk *chunks;
};

/* The value's address, or NULL. Valid until the next map_put. */
uintptr_t *map_get(const struct map *map, struct slice key);
/* The value's address, added with 0 when the key is new. Valid until the next map_put. */
uintptr_t *map_put(struct map *map, struct slice key);
void map_free(struct map *map);

static inline bool map_has(const struct map *map, struct slice key) {
    return map_get(map, key) != NULL;
}

#endif
