#ifndef SUNTING_LANGUAGE_SPELLING_NONSTANDARD_H
#define SUNTING_LANGUAGE_SPELLING_NONSTANDARD_H

#include "language/lexicon/language.h"

/*
 * Words that are not standard and stand in no table, because a table cannot hold every form:
 * - a root of nonstandard.tsv with affixes: diijinkan, resikonya -> diizinkan, risikonya;
 * - k, p, s, t that me- should have swallowed: mensukseskan -> menyukseskan;
 * - -kan with one k where the root ends in one: menunjukan -> menunjukkan;
 * - -ifitas: produktifitas -> produktivitas.
 * Quiet where the word may be another, right one: what is proposed must be attested, and far commoner.
 */
bool nonstandard_find(struct language *language, struct slice word, struct str *right);

#endif
