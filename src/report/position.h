#ifndef SUNTING_REPORT_POSITION_H
#define SUNTING_REPORT_POSITION_H

#include "base/vec.h"
#include "draft/draft.h"

/*
 * From positions in the text to places in the file as a reader counts them. Line and column count from 1,
 * columns in code points (an invalid byte counts as one). The offset is that of the file on disk, so it
 * counts the byte order mark, the "\r" of line ends and the bytes of another encoding, which the text does
 * not have. A look-up costs the same in a line of a hundred bytes and of a million.
 */
struct position {
    size_t offset, line, column;
};

struct checkpoint {
    size_t at; /* a position in the text where a rune begins */
    struct position place;
};

struct positions {
    const struct draft *draft;     /* not owned; must not change meanwhile */
    struct str bytes;              /* the whole text */
    size_t ascii;                  /* bytes that an ASCII letter has in the file */
    VEC(struct checkpoint) points; /* the first rune after each 64 bytes */
};

void positions_make(struct positions *positions, const struct draft *draft);
void positions_free(struct positions *positions);
/* at: a position in the text, where a rune begins. */
struct position position_of(const struct positions *positions, size_t at);

#endif
