#ifndef SUNTING_LANGUAGE_SPELLING_SLIPS_H
#define SUNTING_LANGUAGE_SPELLING_SLIPS_H

#include "language/lexicon/language.h"

/* Every attested word that is one edit away, separated by spaces, the commonest of each length first; found
 * once for each word and remembered, valid as long as the language. */
struct slice near_words(struct language *language, struct slice word);

#endif
