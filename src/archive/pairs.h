#ifndef SUNTING_ARCHIVE_PAIRS_H
#define SUNTING_ARCHIVE_PAIRS_H

#include <stddef.h>
#include <stdint.h>

/* Sorts rows of two numbers, which are not negative, by the first and then by the second. qsort() takes as
 * much memory again as what it sorts, and several times as long. */
void pairs_sort(int64_t *rows, size_t count);

#endif
