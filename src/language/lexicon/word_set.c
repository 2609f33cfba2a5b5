#include "language/lexicon/word_set.h"

#include "base/memory.h"
#include "language/lexicon/word.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 256 };

struct word *word_set_get(const struct word_set *set, struct slice text, uint64_t hash) {
    size_t last = set->capacity - 1;
    if (!set->count) return NULL;
    for (size_t i = (size_t)hash & last;; i = (i + 1) & last) {
        const struct word_entry *entry = &set->entries[i];
        if (!entry->word || (entry->hash == hash && slice_equal(entry->word->text, text))) return entry->word;
    }
}

static void enter(struct word_set *set, struct word_entry entry) {
    size_t last = set->capacity - 1, i = (size_t)entry.hash & last;
    while (set->entries[i].word)
        i = (i + 1) & last;
    set->entries[i] = entry;
}

static void grow(struct word_set *set) {
    struct word_set old = *set;
    set->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    set->entries = memory_zero(set->capacity, sizeof *set->entries);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.entries[i].word) enter(set, old.entries[i]);
    free(old.entries);
}

void word_set_put(struct word_set *set, struct word *word) {
    if (set->count * 2 >= set->capacity) grow(set);
    enter(set, (struct word_entry){word->hash, word});
    set->count++;
}

void word_set_free(struct word_set *set) {
    for (size_t i = 0; i < set->capacity; i++)
        free(set->entries[i].word);
    free(set->entries);
    *set = (struct word_set){0};
}
