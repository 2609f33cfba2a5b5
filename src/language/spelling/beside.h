#ifndef SUNTING_LANGUAGE_SPELLING_BESIDE_H
#define SUNTING_LANGUAGE_SPELLING_BESIDE_H

#include "language/sentence/words.h"

/*
 * How likely a word is where it stands, by the two words on either side of it: pairs.tsv and triples.tsv,
 * interpolated. Words are in small letters; NULL where a number, a mark or the end of the passage stands.
 */
struct beside {
    struct word *before[2], *after[2]; /* nearest first */
    /* what stands after those before, and how often they and those after are written */
    struct slice after_two;
    double one, two, next;
};

void beside_make(struct beside *beside, const struct analysis *a, size_t i);
/* What beside_likelihood() needs. */
void beside_load(struct beside *beside, struct language *language);

/* A word to be put between them, and how often it stands beside the nearest of them: frequency_in_row(). */
struct between {
    struct word *word;
    uint32_t before, after;
};
struct between beside_put(struct language *language, const struct beside *beside, struct word *word);
/* The decimal logarithm of how likely the word is between them; only differences mean something. */
double beside_likelihood(struct language *language, const struct beside *beside,
                         const struct between *between);

/* How often two words that are written so often would stand beside each other, if words stood anywhere. */
double beside_expected(double one, double other);

/* How many powers of ten likelier the other word (small letters) is at token i than what stands there. */
double beside_proof(struct language *language, const struct analysis *a, size_t i, struct word *other);

#endif
