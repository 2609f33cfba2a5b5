#ifndef SUNTING_ARCHIVE_SEARCH_WORDS_H
#define SUNTING_ARCHIVE_SEARCH_WORDS_H

#include "base/str.h"

/*
 * Words as they are searched for: runs of letters and digits, small and without accents, as FTS5's unicode61
 * has them, so that every engine finds the same.
 */

/* Takes the next word of text from *at on, which moves after it: it replaces what word holds, and begins at
 * byte *start. False: there is none. */
bool search_word_next(struct slice text, size_t *at, size_t *start, struct str *word);

/* About 20 words of the text in which most of the words of the query stand; query: see find.c. */
void search_snippet(struct str *out, struct slice text, struct slice query);

#endif
