#ifndef SUNTING_CHECK_RULES_REPEATED_PHRASE_H
#define SUNTING_CHECK_RULES_REPEATED_PHRASE_H

#include "check/rule.h"

/*
 * Phrases that stand twice where one was moved or pasted: "kami berharap kami berharap", "wujud dari wujud
 * dari", a name around its circumstances ("Ratna dalam sambutannya, Ratna berharap"), a clause begun again in
 * the same sentence.
 */
struct repeated_phrase {
    size_t first, end; /* what to mark */
    size_t words;      /* how many of it, from words_first on, stand twice */
    size_t words_first;
    size_t right_first, right_end; /* what is to stand there instead; empty: somebody has to say */
};

/* What is repeated from token i on; false when nothing is. */
bool repeated_phrase_find(const struct analysis *a, const struct sentence *sentence, size_t i,
                          struct repeated_phrase *phrase);

#endif
