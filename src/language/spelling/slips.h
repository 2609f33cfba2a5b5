#ifndef SUNTING_LANGUAGE_SPELLING_SLIPS_H
#define SUNTING_LANGUAGE_SPELLING_SLIPS_H

#include "language/lexicon/language.h"

/*
 * Which words one slip makes another word of: a neighbouring key hit, a letter forgotten, two letters
 * swapped, a key hit twice. Every attested word that a slip may have made word of, separated by spaces, the
 * commonest of each length first; found once for each word and remembered, valid as long as the language.
 */
struct slice slips_of(struct language *language, struct slice word);
/* Every attested word that is one edit away, whatever the slip; remembered likewise. */
struct slice near_words(struct language *language, struct slice word);

#endif
