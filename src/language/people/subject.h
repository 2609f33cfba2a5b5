#ifndef SUNTING_LANGUAGE_PEOPLE_SUBJECT_H
#define SUNTING_LANGUAGE_PEOPLE_SUBJECT_H

#include "language/people/mention.h"

/* Finds the subject of a verb at token verb, in the clause that begins at floor. */
struct mention subject_before(const struct reading *r, size_t floor, size_t verb);
/* The only person whom the sentence names, in two words or with an office, when nobody else stands in it;
 * told: a word before it presents whoever speaks next: "Apresiasi datang dari Camat Lina Suganda". */
struct mention presented_person(const struct reading *r, size_t first, size_t end, bool *told);
/* The token after a dateline ("PADANG, KOMINFO –", "Senin 5 Mei 2025, Agam -"), or 0. */
size_t dateline_after(const struct reading *r);

#endif
