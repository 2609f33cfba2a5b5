#ifndef SUNTING_LANGUAGE_LEXICON_KEY_TABLE_H
#define SUNTING_LANGUAGE_LEXICON_KEY_TABLE_H

#include "base/str.h"

/*
 * Where in some bytes the entry with a key begins: a hash table of places, half empty, that can lie in a
 * mapped file. It holds no keys: whoever looks asks at each place that it names whether it is the one. A
 * table from a file is not trusted: a look-up ends, and names no place beyond the bytes.
 */
struct key_table {
    struct slice slots; /* of uint32_t, as many as a power of two; empty: there is no table */
};

enum { KEY_TABLE_LIMIT = 1 << 26 }; /* bytes that places can be told of */

/* A table that bytes of a file hold, for bytes of this length; empty when they are none. */
struct key_table key_table_in(struct slice slots, size_t bytes);

struct key_probe {
    uint32_t tag;
    size_t slot, left;
};

/* The places at which key may stand, one after the other; false when there is no further. */
static inline struct key_probe key_table_probe(const struct key_table *table, uint64_t hash) {
    size_t slots = table->slots.len / sizeof(uint32_t);
    return (struct key_probe){(uint32_t)(hash >> 58), (size_t)hash & (slots - 1), slots};
}
static inline bool key_table_next(const struct key_table *table, struct key_probe *probe, size_t *at) {
    size_t slots = table->slots.len / sizeof(uint32_t);
    for (; probe->left; probe->left--) {
        uint32_t entry;
        memcpy(&entry, table->slots.data + probe->slot * sizeof entry, sizeof entry);
        if (!entry) return false;
        probe->slot = (probe->slot + 1) & (slots - 1);
        if (entry >> 26 != probe->tag) continue;
        *at = (entry & (KEY_TABLE_LIMIT - 1)) - 1;
        probe->left--;
        return true;
    }
    return false;
}

/* Asks for the memory where a key with this hash would be. */
static inline void key_table_expect(const struct key_table *table, uint64_t hash) {
    size_t slots = table->slots.len / sizeof(uint32_t);
    __builtin_prefetch(table->slots.data + ((size_t)hash & (slots - 1)) * sizeof(uint32_t));
}

/* Makes the slots for so many keys, empty; then each is put in, unless one that is equal was. */
void key_table_make(struct str *slots, size_t keys);
void key_table_put(struct str *slots, uint64_t hash, size_t at);

#endif
