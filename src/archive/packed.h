#ifndef SUNTING_ARCHIVE_PACKED_H
#define SUNTING_ARCHIVE_PACKED_H

#include "base/str.h"
#include "base/vec.h"

/*
 * Prints and their places: each is one number (print << PACKED_PLACE_BITS | place). In a file a row holds
 * some hundred of these in order. The first is the key of the row. Its bytes say in how many bytes each of
 * the others lies, then by how much each is more than the first, the lowest byte first: all as long as the
 * last needs, so that one is found by halving. A row for each number took twice the room, and ten times the
 * time to write.
 */
enum { PACKED_PLACE_BITS = 28 /* article << 8 | unit */ };
struct packed {
    VEC(int64_t) list; /* ascending, each once, but for those that are being gathered */
};

int64_t packed_number(int64_t print, int64_t place);
int64_t packed_print(int64_t number);
int64_t packed_place(int64_t number);
/* Puts them in order, where they stand: a part of a batch is the most of the memory that writing takes. */
void packed_sort(struct packed *packed);

/* How many a row holds, and number i of them, the first being 0. Bytes that are none of ours hold the first.
 */
size_t packed_count(struct slice row);
int64_t packed_at(int64_t first, struct slice row, size_t i);
/* How many are less than this one. */
size_t packed_before(int64_t first, struct slice row, int64_t number);
/* Appends what a row holds. */
void packed_read(struct packed *packed, int64_t first, struct slice row);
/* Appends the bytes of the row that holds these. */
void packed_append(struct str *row, const int64_t *list, size_t count);
/* How many of the list lie in one row of so many bytes. */
size_t packed_fit(const int64_t *list, size_t count, size_t bytes);
/* Into out, what is in one or the other; both ascend. */
void packed_join(const struct packed *packed, const int64_t *list, size_t count, struct packed *out);
/* Into out, what is in packed and not in the list. */
void packed_without(const struct packed *packed, const int64_t *list, size_t count, struct packed *out);

#endif
