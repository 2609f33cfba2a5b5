#include "language/lexicon/word_table.h"

#include "base/memory.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

static struct word_place *find(const struct word_table *table, const struct word *word) {
    uint64_t hash = (uintptr_t)word * UINT64_C(0x9e3779b97f4a7c15);
    size_t last = table->capacity - 1, i = (size_t)(hash >> 32) & last;
    while (table->places[i].word && table->places[i].word != word)
        i = (i + 1) & last;
    return &table->places[i];
}

static void grow(struct word_table *table) {
    struct word_table old = *table;
    table->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    table->places = memory_zero(table->capacity, sizeof *table->places);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.places[i].word) *find(table, old.places[i].word) = old.places[i];
    free(old.places);
}

size_t *word_table_put(struct word_table *table, const struct word *word) {
    if (table->count * 4 >= table->capacity * 3) grow(table);
    struct word_place *place = find(table, word);
    if (!place->word) {
        place->word = word;
        table->count++;
    }
    return &place->number;
}

size_t word_table_get(const struct word_table *table, const struct word *word) {
    return table->count ? find(table, word)->number : 0;
}

void word_table_free(struct word_table *table) {
    free(table->places);
    *table = (struct word_table){0};
}
