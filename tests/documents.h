#ifndef SUNTING_TESTS_DOCUMENTS_H
#define SUNTING_TESTS_DOCUMENTS_H

#include "base/str.h"

/* Documents as other programs make them: a zip archive of parts. */
struct document_part {
    const char *name;
    struct slice content;
};

/* Writes the archive to the file at path, which is made anew. */
void document_write(const char *path, const struct document_part *parts, size_t count);
/* The bytes of such an archive, made in a file of the folder. */
void document_bytes(const char *folder, const struct document_part *parts, size_t count, struct str *out);

/* A word/document.xml around the paragraphs, and a content.xml around the text. */
void docx_body(struct str *out, const char *paragraphs);
void odt_body(struct str *out, const char *styles, const char *text);

#endif
