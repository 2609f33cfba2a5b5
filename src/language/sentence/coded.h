#ifndef SUNTING_LANGUAGE_SENTENCE_CODED_H
#define SUNTING_LANGUAGE_SENTENCE_CODED_H

#include "base/str.h"

#include <stdint.h>

/*
 * Signs inside a word that are not written as themselves, or that nobody sees: Ma&rsquo;ruf,
 * kemer&shy;dekaan, and the mark of byte order that editors of sites leave after the first letter of a
 * paragraph.
 */

/* No width of their own: a variation of the emoji before it, joiners, a mark of byte order. */
bool coded_is_invisible(uint32_t rune);
bool coded_is_apostrophe(uint32_t rune);
/* Length of such a sign at offset at, inside a word that goes on after it; 0: there is none. *rune: what it
 * stands for; 0: nothing. */
size_t coded_in_word(struct slice s, size_t at, uint32_t *rune);
/* Appends the word as a reader sees it. */
void coded_read(struct slice word, struct str *out);

#endif
