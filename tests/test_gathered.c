/* What a part of a filling gathers is written whole and in order, whatever came first. */
#include "archive/gathered.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum {
    PRINTS_OF = 40000, /* more than are sorted, or written, in one go */
    TEXTS = 1000,
    OFFICE = 7
};

static struct store *make_store(char *path) {
    struct error e = {0};
    close(mkstemp(path));
    unlink(path);
    struct store *store = store_open(path, STORE_MAKE, 1000, &e);
    if (!store) print_error("%s\n", str_text(&e.text));
    assert_non_null(store);
    return store;
}

/* Prints that come in no order, from the least to the greatest that there is; many lie close together. */
static int64_t print_of(int64_t i) {
    uint64_t mixed = ((uint64_t)i + 1) * 0x9E3779B97F4A7C15u;
    return (int64_t)(i % 3 ? mixed >> 29 : mixed >> 52);
}

static void count_row(void *self, const struct store_value *columns) {
    (void)columns;
    ++*(int64_t *)self;
}

static void add_all(struct gathered *gathered) {
    for (int64_t text = TEXTS; text > 0; text--) {
        struct entry entry = {0};
        for (int64_t i = text - 1; i < PRINTS_OF; i += TEXTS)
            vec_push(&entry.prints, (struct entry_print){print_of(i), i % 256});
        vec_push(&entry.words, ARCHIVE_EACH_TEXT);
        vec_push(&entry.words, text % 10);
        gathered_add(gathered, &entry, text, OFFICE);
        entry_free(&entry);
    }
}

static int64_t number(struct store *store, enum statement statement, const struct store_value *arguments,
                      size_t count) {
    int64_t found = -1;
    assert_true(store_run(store, statement, arguments, count, store_take_number, &found, NULL));
    return found;
}

static void take_count(void *self, const struct store_value *columns) {
    *(int64_t *)self = columns[1].number;
}

static int64_t texts_with(struct store *store, int64_t word) {
    const int64_t office = OFFICE;
    const struct store_value key[] = {store_numbers(&office, 1), store_numbers(&word, 1)};
    int64_t count = 0;
    assert_true(STORE_RUN(store, WORD_COUNT, key, take_count, &count, NULL));
    return count;
}

static void rest(void *rests) {
    ++*(size_t *)rests;
}

static void all_is_written(void **state) {
    (void)state;
    char path[] = "/tmp/sunting-gathered-XXXXXX";
    struct store *store = make_store(path);
    struct gathered gathered = {0};
    int64_t numbers[PRINTS_OF], there = 0;
    assert_true(store_begin(store, NULL));
    for (int turn = 1; turn <= 2; turn++) { /* prints that are there stay, counts go on */
        add_all(&gathered);
        size_t rests = 0;
        assert_true(gathered_write(&gathered, store, rest, &rests, NULL));
        assert_true(rests > 1);
        assert_int_equal(gathered.prints.list.count, 0);
        assert_int_equal(number(store, STATEMENT_PRINT_COUNT, NULL, 0), PRINTS_OF);
        assert_int_equal(texts_with(store, ARCHIVE_EACH_TEXT), turn * TEXTS);
        assert_int_equal(texts_with(store, 3), turn * TEXTS / 10);
        assert_int_equal(texts_with(store, 11), 0);
    }
    for (int64_t i = 0; i < PRINTS_OF; i++)
        numbers[i] = packed_number(print_of(i), (i % TEXTS + 1) << 8 | i % 256);
    assert_true(store_run_rows(store, STATEMENT_PRINT_HAS, numbers, 1, PRINTS_OF, count_row, &there, NULL));
    assert_int_equal(there, PRINTS_OF);
    assert_true(store_commit(store, NULL));
    assert_true(store_run_rows(store, STATEMENT_PRINT_ADD, numbers, 1, 0, NULL, NULL, NULL)); /* none */
    gathered_free(&gathered);
    store_close(store);
    unlink(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_is_written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
