/* archive/rows.h: in the order of qsort(). */
#include "archive/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 5000 };

static int by_first(const void *left, const void *right) {
    const int64_t *a = left, *b = right;
    return (a[0] > b[0]) - (a[0] < b[0]);
}

static int by_both(const void *left, const void *right) {
    const int64_t *a = left, *b = right;
    return a[0] != b[0] ? by_first(a, b) : by_first(a + 1, b + 1);
}

/* Of so many different first numbers, that lie so many bits high. */
static void compare(size_t numbers, size_t count, uint64_t different, int shift) {
    static int64_t rows[MOST * ROW_NUMBERS], expected[MOST * ROW_NUMBERS];
    uint64_t chance = 7 + count;
    for (size_t i = 0; i < count * numbers; i++) {
        chance = chance * 6364136223846793005u + 1442695040888963407u;
        rows[i] = i % numbers ? (int64_t)(chance >> 50) : (int64_t)((chance >> 33) % different << shift);
    }
    memcpy(expected, rows, count * numbers * sizeof *rows);
    if (count) qsort(expected, count, numbers * sizeof *rows, numbers == 1 ? by_first : by_both);
    rows_sort(rows, numbers, count);
    assert_memory_equal(rows, expected, count * numbers * sizeof *rows);
}

static void rows_in_order(void **state) {
    (void)state;
    static const size_t counts[] = {0, 1, 2, 32, 33, 257, MOST};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (size_t numbers = 1; numbers <= ROW_NUMBERS; numbers++) {
            compare(numbers, counts[i], 1, 0);
            compare(numbers, counts[i], 3, 40);
            compare(numbers, counts[i], 1u << 30, 0);
            compare(numbers, counts[i], 1u << 30, 32);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
