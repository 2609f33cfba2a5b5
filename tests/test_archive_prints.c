/* The prints of an archive in one file lie many in a row: what is asked of them is what a plain list would
 * say. */
#include "archive/store_prints.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { PRINTS = 40, TEXTS = 8192, UNITS = 4, ALL = 1 << 15 };

/* A file in memory, and beside it the same in plain lists. */
struct both {
    struct sqlite_library library;
    sqlite3 *db;
    struct store_prints prints;
    bool there[ALL]; /* by number_of() */
    unsigned chance;
};

static unsigned draw(struct both *both, unsigned most) {
    both->chance = both->chance * 1103515245u + 12345u;
    return (both->chance >> 8) % most;
}

/* Many texts have the prints whose number is small. */
static int64_t print_of(size_t n) {
    return n % 7 == 0 ? 5 : (int64_t)((n * 2654435761u) % PRINTS) << 29 | (int64_t)(n % 3);
}

static int64_t place_of(size_t n) {
    return (int64_t)(n % TEXTS) << 8 | (int64_t)(n / TEXTS % UNITS);
}

static void setup(struct both *both) {
    static const char *const names[] = {SQLITE_FUNCTIONS(LIBRARY_NAME) NULL};
    *both = (struct both){.chance = 7};
    assert_true(library_open(&both->library.handle, SQLITE_LIBRARY, &both->library, names));
    assert_int_equal(both->library.sqlite3_open_v2(":memory:", &both->db,
                                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL),
                     SQLITE_OK);
    both->library.sqlite3_exec(both->db, "CREATE TABLE jejak(k INTEGER PRIMARY KEY, isi BLOB NOT NULL)", NULL,
                               NULL, NULL);
    both->prints = (struct store_prints){.sqlite = &both->library, .db = both->db};
}

static void teardown(struct both *both) {
    store_prints_free(&both->prints);
    both->library.sqlite3_close(both->db);
    library_close(&both->library.handle);
}

static void take_row(void *self, const struct store_value *columns) {
    struct packed *found = self;
    vec_push(&found->list, columns[0].number);
    vec_push(&found->list, columns[1].number);
}

static void ask(struct both *both, enum statement statement, const int64_t *numbers, size_t count,
                struct packed *found) {
    const struct store_value arguments[] = {store_numbers(numbers, count)};
    vec_clear(&found->list);
    assert_int_equal(store_prints_run(&both->prints, statement, arguments, take_row, found), SQLITE_DONE);
}

/* Some drawn at random, in no order, some of them twice. */
static void change_some(struct both *both, bool add, size_t count) {
    struct packed some = {0}, none = {0};
    for (size_t i = 0; i < count; i++) {
        size_t n = draw(both, ALL);
        both->there[n] = add;
        vec_push(&some.list, packed_number(print_of(n), place_of(n)));
    }
    ask(both, add ? STATEMENT_PRINT_ADD : STATEMENT_PRINT_REMOVE, some.list.items, count, &none);
    vec_free(&some.list);
    vec_free(&none.list);
}

static int by_number(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static void list_places(const struct both *both, int64_t print, struct packed *places) {
    vec_clear(&places->list);
    for (size_t n = 0; n < ALL; n++)
        if (both->there[n] && print_of(n) == print) vec_push(&places->list, place_of(n));
    if (places->list.count) qsort(places->list.items, places->list.count, sizeof(int64_t), by_number);
}

/* All of a print, and the newest of it. */
static void compare_print(struct both *both, int64_t print) {
    struct packed expected = {0}, found = {0};
    list_places(both, print, &expected);
    size_t count = expected.list.count, newest = count < STORE_LIST ? count : STORE_LIST;
    ask(both, STATEMENT_PRINT_ALL, &print, 1, &found);
    assert_int_equal(found.list.count, 2 * count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(found.list.items[2 * i + 1], expected.list.items[i]);
    ask(both, STATEMENT_PRINT_FIND, &print, 1, &found);
    assert_int_equal(found.list.count, 2 * newest);
    for (size_t i = 0; i < newest; i++)
        assert_int_equal(found.list.items[2 * i + 1], expected.list.items[count - 1 - i]);
    vec_free(&expected.list);
    vec_free(&found.list);
}

static void compare(struct both *both) {
    struct packed found = {0};
    size_t there = 0;
    struct packed all = {0};
    for (size_t n = 0; n < ALL; n++) {
        there += both->there[n];
        vec_push(&all.list, packed_number(print_of(n), place_of(n)));
    }
    packed_sort(&all);
    for (size_t i = 1; i < ALL; i++)
        assert_true(all.list.items[i - 1] < all.list.items[i]);
    ask(both, STATEMENT_PRINT_HAS, all.list.items, ALL, &found);
    assert_int_equal(found.list.count, 2 * there);
    ask(both, STATEMENT_PRINT_COUNT, NULL, 0, &found);
    assert_int_equal(found.list.items[0], there);
    for (size_t n = 0; n < 200; n++)
        compare_print(both, print_of(n));
    compare_print(both, 4);
    compare_print(both, (int64_t)1 << 34);
    vec_free(&all.list);
    vec_free(&found.list);
}

static void rows_say_what_lists_do(void **state) {
    (void)state;
    struct both both;
    struct packed none = {0};
    setup(&both);
    compare(&both);
    for (size_t round = 0; round < 4; round++) {
        change_some(&both, true, 9000);
        change_some(&both, false, 3000);
        compare(&both);
    }
    const int64_t texts[] = {2000, 17, 400};
    ask(&both, STATEMENT_PRINT_SCRUB, texts, 3, &none);
    for (size_t n = 0; n < ALL; n++)
        for (size_t i = 0; i < 3; i++)
            if (place_of(n) >> 8 == texts[i]) both.there[n] = false;
    compare(&both);
    for (size_t round = 0; round < 30; round++)
        change_some(&both, false, 9000);
    compare(&both);
    vec_free(&none.list);
    teardown(&both);
}

static void every_row_lies_in_a_page(void **state) {
    (void)state;
    struct both both;
    sqlite3_stmt *stmt = NULL;
    setup(&both);
    for (size_t round = 0; round < 6; round++)
        change_some(&both, true, 9000);
    assert_int_equal(both.library.sqlite3_prepare_v2(both.db, "SELECT max(length(isi)), count(*) FROM jejak",
                                                     -1, &stmt, NULL),
                     SQLITE_OK);
    assert_int_equal(both.library.sqlite3_step(stmt), SQLITE_ROW);
    assert_in_range(both.library.sqlite3_column_int64(stmt, 0), 2000, 4056);
    assert_in_range(both.library.sqlite3_column_int64(stmt, 1), 10, 100);
    both.library.sqlite3_finalize(stmt);
    teardown(&both);
}

/* Of a file that somebody else made. */
static void bytes_that_are_no_row_are_borne(void **state) {
    (void)state;
    struct packed packed = {0};
    static const struct slice rows[] = {{NULL, 0}, {"\x00\x01", 2}, {"\x09\xff\xff", 3}, {"\x07\x01\x02", 3}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(packed_count(rows[i]), 1);
        vec_clear(&packed.list);
        packed_read(&packed, INT64_MAX, rows[i]);
        assert_int_equal(packed.list.count, 1);
        assert_int_equal(packed_before(INT64_MAX, rows[i], 5), 0);
    }
    const struct slice beyond = {"\x08\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10};
    assert_int_equal(packed_count(beyond), 2);
    assert_int_equal(packed_at(5, beyond, 1), 4);
    vec_free(&packed.list);
}

/* The lowest byte comes first, whatever machine wrote it. */
static void a_row_has_these_bytes(void **state) {
    (void)state;
    const int64_t list[] = {7, 8, 7 + 0x123456};
    struct str row = {0};
    packed_append(&row, list, 3);
    assert_int_equal(row.len, 7);
    assert_memory_equal(row.data, "\x03\x01\x00\x00\x56\x34\x12", 7);
    assert_int_equal(packed_fit(list, 3, 6), 2);
    assert_int_equal(packed_fit(list, 3, 7), 3);
    str_free(&row);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_say_what_lists_do),
        cmocka_unit_test(every_row_lies_in_a_page),
        cmocka_unit_test(bytes_that_are_no_row_are_borne),
        cmocka_unit_test(a_row_has_these_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
