#ifndef SUNTING_DRAFT_IMPORT_PACKAGE_H
#define SUNTING_DRAFT_IMPORT_PACKAGE_H

#include "base/message.h"

/*
 * The parts of a document that is a zip archive in memory: .docx, .odt. Documents come from anywhere, so what
 * the archive says of itself is looked at before anything is inflated, and what comes out is counted.
 */
enum {
    PACKAGE_ENTRIES = 2000,        /* a document with hundreds of pictures has some hundred parts */
    PACKAGE_PART_BYTES = 64 << 20, /* inflated; what draft.h allows for a draft */
    PACKAGE_RATIO = 200,           /* inflated by deflated; the XML of long documents of Word reaches 50 */
    PACKAGE_RATIO_FROM = 1 << 20   /* bytes inflated below which the ratio says nothing */
};

struct package;

/* path is only named in messages. NULL with a sentence in e: it is no archive, or has too many parts. The
 * bytes must outlive it. */
struct package *package_open(struct slice bytes, const char *path, struct error *e);
void package_close(struct package *archive);

bool package_has(struct package *archive, const char *part);
/* Appends the part. False with a sentence in e: it is not there, too large, or broken. */
bool package_read(struct package *archive, const char *part, struct str *out, struct error *e);
/* The document that the archive is part of, for messages. */
const char *package_path(const struct package *archive);

#endif
