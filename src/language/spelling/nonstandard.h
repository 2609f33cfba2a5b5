#ifndef SUNTING_LANGUAGE_SPELLING_NONSTANDARD_H
#define SUNTING_LANGUAGE_SPELLING_NONSTANDARD_H

#include "language/lexicon/word.h"

/*
 * Words that are not standard and stand in no table, because a table cannot hold every form:
 * - a root of nonstandard.tsv with affixes: diijinkan, resikonya -> diizinkan, risikonya;
 * - k, p, s, t that me- should have swallowed: mensukseskan -> menyukseskan;
 * - -kan with one k where the root ends in one: menunjukan -> menunjukkan;
 * - and the other way round in a noun: peruntukkan -> peruntukan;
 * - -ifitas: produktifitas -> produktivitas;
 * - letters of Dutch, Arabic or English (letters.tsv): kwadrat, ijadzah, phisik -> kuadrat, ijazah, fisik.
 * Quiet where the word may be another, right one: what is proposed must be attested, and far commoner.
 */
/* The standard form of a word as dictionaries have it (word->folded); NULL when there is none. */
struct word *nonstandard_of(struct language *language, struct word *word);
/* The word has letters of letters.tsv that its standard form has not: names keep them (Qomar). */
bool nonstandard_is_spelt_abroad(struct language *language, struct slice word, struct slice standard);

#endif
