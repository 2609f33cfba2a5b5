#ifndef SUNTING_DRAFT_IMPORT_XML_H
#define SUNTING_DRAFT_IMPORT_XML_H

#include "draft/import/package.h"

/*
 * Reads a part of a document as XML, by expat. Names come without their namespace; those of another namespace
 * than the reader's have a ":" before them. A document type, which no such document has and which could make
 * a small file huge, is refused.
 */
enum { XML_DEPTH = 512 /* elements within each other; a table in a table in a text box has some forty */ };

struct xml_reader {
    const char *space; /* what the reader's namespaces have in their names */
    void (*start)(void *self, const char *name, const char *const *attributes);
    void (*end)(void *self, const char *name);
    void (*text)(void *self, struct slice text); /* NULL: text does not matter */
    void *self;
};

/* False with a sentence in e when it is broken; what came before that was read. */
bool xml_read(const struct xml_reader *reader, struct slice xml, const char *path, const char *part,
              struct error *e);
/* The same for a part of an archive. */
bool xml_read_part(const struct xml_reader *reader, struct package *archive, const char *part,
                   struct error *e);
/* The value of an attribute, by its name without namespace, or NULL. */
const char *xml_attribute(const char *const *attributes, const char *name);
bool xml_is(const char *name, const char *other);

#endif
