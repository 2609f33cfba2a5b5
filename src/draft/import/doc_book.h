#ifndef SUNTING_DRAFT_IMPORT_DOC_BOOK_H
#define SUNTING_DRAFT_IMPORT_DOC_BOOK_H

#include "base/message.h"

/* Appends, as Markdown, what antiword wrote of a document: as DocBook, and as plain text. False with a
 * sentence in e when the DocBook is none. */
bool doc_book_read(struct slice book, struct slice text, const char *path, struct str *out, struct error *e);

#endif
