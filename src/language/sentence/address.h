#ifndef SUNTING_LANGUAGE_SENTENCE_ADDRESS_H
#define SUNTING_LANGUAGE_SENTENCE_ADDRESS_H

#include "base/str.h"

/* Length in bytes of the address that begins at offset at (< s.len, not inside a word): a URL, an e-mail
 * address, a @handle, a #tag, the name of a file; 0 for prose. Looks at a bounded number of bytes, so a whole
 * text costs no more than its length. */
size_t address_length(struct slice s, size_t at);
/* Whether an address may go on so after its first letters and digits; words of prose hardly ever do. */
static inline bool address_may_go_on(char c) {
    return c == '.' || c == ':' || c == '@' || c == '-' || c == '_' || c == '+' || (unsigned char)c >= 0x80;
}

#endif
