#ifndef SUNTING_LANGUAGE_PEOPLE_NAME_WORDS_H
#define SUNTING_LANGUAGE_PEOPLE_NAME_WORDS_H

#include "base/str.h"

/* The words of a name or an office as written. */

/* Takes the next word off the front, without the dots and spaces around it; "" at the end. */
struct slice name_next_word(struct slice *rest);
size_t name_count_words(struct slice name);
/* A bit for each letter of the name, case ignored: a name with another has no part of this one. */
uint64_t name_letters(struct slice name);
/* Whether the letters stand in the name, in that order, case ignored: BMKG in Badan Meteorologi ... */
bool name_has_letters(struct slice name, struct slice letters);

#endif
