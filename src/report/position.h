#ifndef SUNTING_REPORT_POSITION_H
#define SUNTING_REPORT_POSITION_H

#include "base/vec.h"
#include "text/text.h"

/*
 * From byte offsets to lines and columns. Line and column count from 1, columns in code points (an invalid
 * byte counts as one); a look-up costs the same in a line of a hundred bytes and of a million.
 */
struct position {
    size_t offset, line, column; /* offset: bytes from the start of the file */
};

struct checkpoint {
    size_t offset, runes; /* how many runes begin before offset */
};

struct positions {
    const struct text *text;       /* not owned; must not change meanwhile */
    struct str bytes;              /* the whole text */
    VEC(struct checkpoint) points; /* one every few hundred bytes */
};

void positions_make(struct positions *positions, const struct text *text);
void positions_free(struct positions *positions);
struct position position_of(const struct positions *positions, size_t offset);

#endif
