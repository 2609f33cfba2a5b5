#ifndef SUNTING_LANGUAGE_FREQUENCY_H
#define SUNTING_LANGUAGE_FREQUENCY_H

#include "language/language.h"

/* How many articles (of 16.8 thousand) have this word in small letters; 0 when fewer than three. */
size_t frequency_of(struct language *language, struct slice word);
/* How often the two words stand side by side; 0 when in fewer than four articles. */
size_t frequency_of_pair(struct language *language, struct slice word, struct slice next);
/* What the counts know of a word. */
bool word_is_english(struct language *language, struct slice word); /* English, and not Indonesian */

#endif
