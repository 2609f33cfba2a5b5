#ifndef SUNTING_LANGUAGE_SPELLING_DELETIONS_H
#define SUNTING_LANGUAGE_SPELLING_DELETIONS_H

#include "base/str.h"
#include "base/vec.h"

/*
 * Which words may be two edits away or fewer, without looking at the others: two words that are begin alike
 * when the right letters, two at most, are taken out of the beginning of either. So the words, which are
 * numbers here, stand in a table by what is left of their first DELETIONS_PREFIX letters. It can lie in a
 * mapped file, and is not trusted: who reads it looks at each word that it names.
 */
enum { DELETIONS_EDITS = 2, DELETIONS_PREFIX = 6 };

struct deletions {
    const uint32_t *starts;  /* by hash: the first of its numbers; one more than there are hashes */
    const uint32_t *numbers; /* of words */
    size_t hashes, count;    /* a power of two, 0: there is no table; of the numbers */
};

/* The bytes of a table; words are asked for by number, from 0, with word(of, number). */
void deletions_make(struct str *out, size_t words, struct slice (*word)(const void *of, size_t number),
                    const void *of);
/* The table that bytes at a multiple of 8 hold; none when they hold none. */
struct deletions deletions_in(struct slice bytes);
/* Calls each() with the numbers of words that may be so many edits away, DELETIONS_EDITS at most: of all that
 * are, some more than once, and of others. */
void deletions_near(const struct deletions *deletions, struct slice word, unsigned edits,
                    void (*each)(void *by, const uint32_t *numbers, size_t count), void *by);

#endif
