#ifndef SUNTING_LANGUAGE_SPELLING_SCRIPT_H
#define SUNTING_LANGUAGE_SPELLING_SCRIPT_H

#include "base/str.h"

/* In which letters a word is written. */

/* Appends the word with our letters for those of Cyrillic and Greek that look the same (camat with a Cyrillic
 * c); false when it has none, or others besides. */
bool script_look_alike(struct slice word, struct str *ours);
/* A word of another script than ours: Arabic, Chinese. Nobody misspells Indonesian so. */
bool script_is_other(struct slice word);

#endif
