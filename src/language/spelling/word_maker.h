#ifndef SUNTING_LANGUAGE_SPELLING_WORD_MAKER_H
#define SUNTING_LANGUAGE_SPELLING_WORD_MAKER_H

#include "base/str.h"

/*
 * All words that a hunspell dictionary may accept, from its two files (man 5 hunspell): each entry, alone and
 * with the affixes that its flags allow, up to two suffixes and a prefix. Some that are made are wrong (what
 * forbids an affix is not asked), so each must be put to hunspell; what matters is that none is missing.
 */

/* Calls each() with every plain word, many of them more than once. False when
 * the files use something that this does not understand: then words may be missing. */
bool word_maker_run(struct slice affixes, struct slice entries, void (*each)(void *by, struct slice word),
                    void *by);

/* Of small letters a to z, digits, hyphens, straight apostrophes, and dots between two letters (kompas.com):
 * those at the end hunspell takes off, and those of numbers it does not look at. */
bool word_is_plain(struct slice word);

#endif
