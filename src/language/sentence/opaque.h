#ifndef SUNTING_LANGUAGE_SENTENCE_OPAQUE_H
#define SUNTING_LANGUAGE_SENTENCE_OPAQUE_H

#include "base/str.h"

/* Length in bytes of the text at offset at (< s.len, not inside a word) that is no prose: a URL, an e-mail
 * address, a @handle, a #tag, code, an HTML tag, comment or entity, the target of a Markdown link; 0 for
 * prose. Looks at a bounded number of bytes, so a whole text costs no more than its length. */
size_t opaque_length(struct slice s, size_t at);

#endif
