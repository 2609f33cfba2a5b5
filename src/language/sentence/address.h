#ifndef SUNTING_LANGUAGE_SENTENCE_ADDRESS_H
#define SUNTING_LANGUAGE_SENTENCE_ADDRESS_H

#include "base/str.h"

/* Length in bytes of the address that begins at offset at (< s.len, not inside a word): a URL, an e-mail
 * address, a @handle, a #tag, the name of a file; 0 for prose. Looks at a bounded number of bytes, so a whole
 * text costs no more than its length. */
size_t address_length(struct slice s, size_t at);

#endif
