#ifndef SUNTING_EXPORT_MANUSCRIPT_H
#define SUNTING_EXPORT_MANUSCRIPT_H

#include "check/block.h"

/*
 * A draft on its way out: what its readers see, without front matter and without the remarks that are for
 * Sunting. Owns what it points to.
 */
struct manuscript {
    struct str title; /* of the front matter, or empty */
    struct str date;
    VEC(char *) tags;      /* owned, like the sentences */
    struct str body;       /* Markdown; notes stand as a list at its end, their signs as [1] */
    VEC(char *) sentences; /* of its paragraphs, plain, in order: headings, lists and tables aside */
};

/* The document is that of a checker that has run over the draft (for its sentences). */
void manuscript_read(struct manuscript *manuscript, const struct document *document);
void manuscript_free(struct manuscript *manuscript);

#endif
