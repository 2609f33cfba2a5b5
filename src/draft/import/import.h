#ifndef SUNTING_DRAFT_IMPORT_IMPORT_H
#define SUNTING_DRAFT_IMPORT_IMPORT_H

#include "base/message.h"

/*
 * Documents of other programs, read as drafts in Markdown. What is said in them comes in its order:
 * paragraphs, headings, lists, emphasis, tables, links, notes; changes that were tracked count as accepted;
 * pictures, layout, headers and footers stay behind.
 */
enum import_kind {
    IMPORT_NONE,    /* a draft as it is */
    IMPORT_ZIP,     /* .docx or .odt, whatever its name: its parts tell */
    IMPORT_LOCK,    /* what Word keeps beside an open document: is refused with a sentence */
    IMPORT_OLE,     /* .doc, read by antiword (draft/import/doc.h), or a document with a password */
    IMPORT_WORD,    /* RTF, XML or MHTML of Word: is refused with a sentence */
    IMPORT_HTML,    /* named so, or, in a pipe or called .doc, beginning so */
    IMPORT_WHATSAPP /* an exported chat */
};

/* Whether it begins as a document of another program that could pass for text by its bytes: .docx, .odt,
 * .doc, PDF, RTF; people send those as "the text". */
bool import_is_foreign(struct slice bytes);
enum import_kind import_recognise(const char *path, struct slice bytes);
/* Appends the draft, UTF-8. text: the bytes, decoded where they are text. path is only named in messages.
 * False with a sentence in e when it cannot be read. */
bool import_read(enum import_kind kind, const char *path, struct slice text, struct str *out,
                 struct error *e);
/* Whether a file in a folder is taken for a document that can be read: .docx, .odt, .doc; not the locks
 * of Word. */
bool import_has_name(const char *name);
/* The same, without those that take a program which is not there (.doc): who looks through a folder has not
 * asked for them. */
bool import_can_read(const char *name);

#endif
