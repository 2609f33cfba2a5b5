#include "base/map.h"

#include "base/memory.h"

#include <stdlib.h>

/* Keys live in chunks that never move, so entries can point into them. */
struct map_chunk {
    struct map_chunk *next;
    size_t used, size;
    char bytes[];
};

enum { CHUNK_SIZE = 16384 };

static const char *keep(struct map *map, struct slice key) {
    if (!map->chunks || map->chunks->size - map->chunks->used < key.len + 1) {
        size_t size = key.len + 1 > CHUNK_SIZE ? key.len + 1 : CHUNK_SIZE;
        struct map_chunk *chunk = memory_alloc(sizeof *chunk + size);
        *chunk = (struct map_chunk){.next = map->chunks, .size = size};
        map->chunks = chunk;
    }
    char *copy = map->chunks->bytes + map->chunks->used;
    if (key.len) memcpy(copy, key.data, key.len);
    copy[key.len] = 0;
    map->chunks->used += key.len + 1;
    return copy;
}

static uint32_t hash_of(struct slice key) {
    return (uint32_t)slice_mix(key);
}

static struct map_entry *find(const struct map *map, struct slice key, uint32_t hash) {
    size_t i = hash & (map->capacity - 1);
    for (struct map_entry *entry;; i = (i + 1) & (map->capacity - 1)) {
        entry = &map->entries[i];
        if (!entry->key || (entry->hash == hash && slice_equal(map_key(entry), key))) return entry;
    }
}

/* Where a key goes that is none of those there. */
static struct map_entry *find_free(const struct map *map, uint32_t hash) {
    size_t i = hash & (map->capacity - 1);
    while (map->entries[i].key)
        i = (i + 1) & (map->capacity - 1);
    return &map->entries[i];
}

static void grow(struct map *map) {
    struct map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : 16;
    map->entries = memory_zero(map->capacity, sizeof *map->entries);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.entries[i].key) *find_free(map, old.entries[i].hash) = old.entries[i];
    free(old.entries);
}

uintptr_t *map_get(const struct map *map, struct slice key) {
    if (!map->count) return NULL;
    struct map_entry *entry = find(map, key, hash_of(key));
    return entry->key ? &entry->value : NULL;
}

uintptr_t *map_put(struct map *map, struct slice key) {
    if (map->count * 4 >= map->capacity * 3) grow(map);
    uint32_t hash = hash_of(key);
    struct map_entry *entry = find(map, key, hash);
    if (!entry->key) {
        *entry = (struct map_entry){.key = keep(map, key), .len = (uint32_t)key.len, .hash = hash};
        map->count++;
    }
    return &entry->value;
}

void map_free(struct map *map) {
    while (map->chunks) {
        struct map_chunk *next = map->chunks->next;
        free(map->chunks);
        map->chunks = next;
    }
    free(map->entries);
    *map = (struct map){0};
}
