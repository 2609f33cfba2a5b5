#ifndef SUNTING_ARCHIVE_ROWS_H
#define SUNTING_ARCHIVE_ROWS_H

#include <stddef.h>
#include <stdint.h>

enum { ROW_NUMBERS = 2 };

/* Sorts rows of one or of two numbers, which are not negative, by the first and then by the second, where
 * they stand. qsort() takes as much memory again as what it sorts, and several times as long. */
void rows_sort(int64_t *rows, size_t numbers, size_t count);

#endif
