#ifndef SUNTING_LANGUAGE_SLIPS_H
#define SUNTING_LANGUAGE_SLIPS_H

#include "language/language.h"

/*
 * Which words one slip makes another word of: a neighbouring key hit, a letter forgotten, two letters
 * swapped, a key hit twice. Calls each() with every attested word that a slip may have made word of.
 */
void slips_of(struct language *language, struct slice word, void (*each)(void *by, struct slice meant),
              void *by);

#endif
