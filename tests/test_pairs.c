#include "archive/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 5000 };

static int by_both(const void *left, const void *right) {
    const int64_t *a = left, *b = right;
    int first = (a[0] > b[0]) - (a[0] < b[0]);
    return first ? first : (a[1] > b[1]) - (a[1] < b[1]);
}

/* Sorted as qsort() does: of so many different first numbers, that lie so many bits high. */
static void compare(size_t count, uint64_t different, int shift) {
    static int64_t rows[MOST][2], expected[MOST][2];
    uint64_t chance = 7 + count;
    for (size_t i = 0; i < count; i++) {
        chance = chance * 6364136223846793005u + 1442695040888963407u;
        expected[i][0] = rows[i][0] = (int64_t)((chance >> 33) % different << shift);
        expected[i][1] = rows[i][1] = (int64_t)(chance >> 50);
    }
    if (count) qsort(expected, count, sizeof *expected, by_both);
    pairs_sort(rows[0], count);
    assert_memory_equal(rows, expected, count * sizeof *rows);
}

static void rows_in_order(void **state) {
    (void)state;
    static const size_t counts[] = {0, 1, 2, 32, 33, 257, MOST};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        compare(counts[i], 1, 0);
        compare(counts[i], 3, 40);
        compare(counts[i], 1u << 30, 0);
        compare(counts[i], 1u << 30, 32);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows_in_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
