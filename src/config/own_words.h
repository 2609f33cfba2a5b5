#ifndef SUNTING_CONFIG_OWN_WORDS_H
#define SUNTING_CONFIG_OWN_WORDS_H

#include "base/message.h"

/*
 * The user's own words, one a line in $XDG_DATA_HOME/sunting/words.txt: "word", or "word=example" when it
 * takes the affixes that the example takes. '#' begins a comment. The speller reads the same file.
 */

/* Adds an entry that is not there yet; replaces the one of the same word with another example. The folder is
 * made when it is missing. */
bool own_words_add(struct slice entry, struct error *e);
/* *found: it was there. Comments and the other words stay as they are. */
bool own_words_remove(struct slice word, bool *found, struct error *e);
/* Appends the entries in the order of the file, one a line. */
bool own_words_list(struct str *out, struct error *e);

#endif
