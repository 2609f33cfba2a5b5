#ifndef SUNTING_EXPORT_PACK_H
#define SUNTING_EXPORT_PACK_H

#include "base/str.h"

/* A zip archive that is made in memory: the form of a .docx. */
struct pack_part {
    const char *name;
    struct slice content;
};

/* Appends the archive. Its times are those of 1980, so that the same draft makes the same bytes. */
bool pack_write(const struct pack_part *parts, size_t count, struct str *out);

#endif
