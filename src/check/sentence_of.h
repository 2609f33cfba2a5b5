#ifndef SUNTING_CHECK_SENTENCE_OF_H
#define SUNTING_CHECK_SENTENCE_OF_H

#include "check/block.h"

/* Appends the sentence that what begins at start stands in, with one space where some white space stands;
 * where there are no sentences, as in the front matter, the words from start to end alone. Returns whether
 * there is one. */
bool sentence_append(const struct document *document, size_t start, size_t end, struct str *out);
/* Appends s so. */
void sentence_append_spaced(struct str *out, struct slice s);

#endif
