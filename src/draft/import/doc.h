#ifndef SUNTING_DRAFT_IMPORT_DOC_H
#define SUNTING_DRAFT_IMPORT_DOC_H

#include "base/message.h"

/* The program that reads documents of Word 6 to 2003: antiword, started for each. */
struct doc_helper {
    const char *const *places; /* absolute paths, the first that is there; ended by NULL */
    unsigned seconds;
    size_t output; /* bytes that it may write */
};
extern const struct doc_helper doc_antiword;

/* Appends what the document says, as Markdown. bytes: of an OLE container. False with a sentence in e: it has
 * a password, is none of Word, is damaged, or the program is not there. */
bool doc_read(const struct doc_helper *helper, const char *path, struct slice bytes, struct str *out,
              struct error *e);

/* Whether that program can be started here: it is there, and the mode is not restricted. */
bool doc_can_read(const struct doc_helper *helper);

#endif
