#ifndef SUNTING_LANGUAGE_PEOPLE_SUBJECT_H
#define SUNTING_LANGUAGE_PEOPLE_SUBJECT_H

#include "language/people/mention.h"

/* Finds the subject of a verb at token verb, in the clause that begins at floor. */
struct mention subject_before(const struct reading *r, size_t floor, size_t verb);
/* The token after a dateline ("PADANG, KOMINFO –", "Senin 5 Mei 2025, Agam -"), or 0. */
size_t dateline_after(const struct reading *r);

#endif
