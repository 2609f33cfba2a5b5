#ifndef SUNTING_LANGUAGE_LEXICON_WORD_TABLE_H
#define SUNTING_LANGUAGE_LEXICON_WORD_TABLE_H

#include "language/lexicon/word.h"

/*
 * A number for each of some words (word.h), which are told by where they lie: no text is hashed, compared or
 * copied, and a place takes 16 bytes. Zero-initialised is empty; release with word_table_free().
 */
struct word_table {
    struct word_place {
        const struct word *word; /* NULL: free */
        size_t number;
    } * places;
    size_t count, capacity; /* capacity: 0 or a power of two */
};

/* The number's address, added with 0 when the word is new. Valid until the next word_table_put. */
size_t *word_table_put(struct word_table *table, const struct word *word);
/* The number; 0 when the word was never put. */
size_t word_table_get(const struct word_table *table, const struct word *word);
void word_table_free(struct word_table *table);

#endif
