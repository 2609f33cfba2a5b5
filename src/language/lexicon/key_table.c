#include "language/lexicon/key_table.h"

struct key_table key_table_in(struct slice slots, size_t bytes) {
    size_t count = slots.len / sizeof(uint32_t);
    bool good =
        count && slots.len % sizeof(uint32_t) == 0 && !(count & (count - 1)) && bytes < KEY_TABLE_LIMIT;
    return (struct key_table){good ? slots : SLICE("")};
}

void key_table_make(struct str *slots, size_t keys) {
    size_t count = 2;
    while (count < 2 * keys)
        count *= 2;
    str_append_repeated(slots, '\0', count * sizeof(uint32_t));
}

void key_table_put(struct str *slots, uint64_t hash, size_t at) {
    uint32_t entry, mine = (uint32_t)(hash >> 58) << 26 | (uint32_t)(at + 1);
    size_t count = slots->len / sizeof entry, slot = (size_t)hash & (count - 1);
    for (;; slot = (slot + 1) & (count - 1)) {
        memcpy(&entry, slots->data + slot * sizeof entry, sizeof entry);
        if (!entry) break;
    }
    memcpy(slots->data + slot * sizeof mine, &mine, sizeof mine);
}
