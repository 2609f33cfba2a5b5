#ifndef SUNTING_DRAFT_IMPORT_PLAIN_WORDS_H
#define SUNTING_DRAFT_IMPORT_PLAIN_WORDS_H

#include "base/str.h"

/* What a byte is to a reader of a page or a writer of Markdown, each of which has a table of them. */
enum sign { SIGN_PLAIN, SIGN_BLANK = 1, SIGN_OTHER = 2 };

/* Where the words end that begin at at and have one blank between them. Nothing is asked twice of a sign, nor
 * anything at the end of a word: this goes through all of an export. */
size_t plain_words_end(const unsigned char signs[256], struct slice s, size_t at);

#endif
