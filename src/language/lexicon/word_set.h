#ifndef SUNTING_LANGUAGE_LEXICON_WORD_SET_H
#define SUNTING_LANGUAGE_LEXICON_WORD_SET_H

#include "base/str.h"

/*
 * All words that were met (word.h), by their text: a table of half empty places that holds the hash beside
 * the word, for a word that lies elsewhere costs a miss of the cache. Zero-initialised is empty; it owns the
 * words, which are from malloc; release with word_set_free().
 */
struct word;

struct word_set {
    struct word_entry {
        uint64_t hash;
        struct word *word; /* NULL: free */
    } * entries;
    size_t count, capacity; /* capacity: 0 or a power of two */
};

/* Asks for the memory where a word with this hash, slice_mix() of its text, would be: soon it is looked up.
 */
static inline void word_set_expect(const struct word_set *set, uint64_t hash) {
    if (set->capacity) __builtin_prefetch(&set->entries[hash & (set->capacity - 1)]);
}
/* The same for the word itself, when what the first asked for has come. */
static inline void word_set_expect_word(const struct word_set *set, uint64_t hash) {
    if (set->capacity) __builtin_prefetch(set->entries[hash & (set->capacity - 1)].word);
}
/* NULL when it was never put. */
struct word *word_set_get(const struct word_set *set, struct slice text, uint64_t hash);
/* A word that is not there yet. */
void word_set_put(struct word_set *set, struct word *word);
void word_set_free(struct word_set *set);

#endif
