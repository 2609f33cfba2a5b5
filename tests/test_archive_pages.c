/* Which pages of an archive are asked for ahead: those where rows stand; and a file that is none does no
 * harm. */
#include "archive/pages.h"
#include "program.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { ROWS = 20000, PATH_SIZE = 256, PAGE = 4096, GARBAGE = 256 /* pages */, KEYS = 64 };

struct desk {
    char *folder;
    char path[PATH_SIZE];
    struct sqlite_library sqlite;
    sqlite3 *db;
};

static int setup(void **state) {
    static struct desk desk;
    static const char *const names[] = {SQLITE_FUNCTIONS(LIBRARY_NAME) NULL};
    desk.folder = folder_make();
    snprintf(desk.path, sizeof desk.path, "%s/arsip.db", desk.folder);
    bool open = library_open(&desk.sqlite.handle, SQLITE_LIBRARY, &desk.sqlite, names) &&
                desk.sqlite.sqlite3_open_v2(desk.path, &desk.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                            NULL) == SQLITE_OK;
    *state = &desk;
    return open ? 0 : 1;
}

static int teardown(void **state) {
    struct desk *desk = *state;
    desk->sqlite.sqlite3_close(desk->db);
    library_close(&desk->sqlite.handle);
    folder_remove(desk->folder);
    return 0;
}

static void run(const struct desk *desk, const char *sql) {
    assert_int_equal(desk->sqlite.sqlite3_exec(desk->db, sql, NULL, NULL, NULL), SQLITE_OK);
}

static int64_t varint(const unsigned char *at, size_t *bytes) {
    int64_t number = 0;
    for (*bytes = 0; *bytes < 9;) {
        unsigned char byte = at[(*bytes)++];
        number = number << 7 | (byte & 0x7f);
        if (byte < 0x80) break;
    }
    return number;
}

/* The number of the row in a cell of the leaf of a table. */
static int64_t row_in(const unsigned char *page, size_t cell) {
    const unsigned char *at = page + (page[8 + 2 * cell] << 8 | page[9 + 2 * cell]);
    size_t bytes;
    varint(at, &bytes);
    return varint(at + bytes, &bytes);
}

static void read_leaf(const struct desk *desk, uint32_t number, unsigned char *page) {
    int fd = open(desk->path, O_RDONLY | O_CLOEXEC);
    assert_int_equal(pread(fd, page, PAGE, (off_t)(number - 1) * PAGE), PAGE);
    close(fd);
}

static void test_row(void **state) {
    const struct desk *desk = *state;
    struct pages pages;
    unsigned char page[PAGE];
    run(desk,
        "CREATE TABLE artikel(id INTEGER PRIMARY KEY, teks TEXT);"
        "CREATE TABLE kata(kantor INTEGER, h INTEGER, artikel INTEGER, PRIMARY KEY(kantor, h)) WITHOUT ROWID;"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        "INSERT INTO artikel SELECT 3 * i, hex(zeroblob(60)) FROM n;"
        "INSERT INTO kata SELECT id % 2, id * 1000003 - 7000000000, 1 FROM artikel");
    pages_begin(&pages, &desk->sqlite, desk->db, desk->path);
    assert_true(pages.fd >= 0);
    for (int64_t id = 3; id <= 3 * ROWS; id += 300) {
        read_leaf(desk, pages_leaf(&pages, PAGES_TEXTS, id, 0), page);
        assert_int_equal(page[0], 13);
        size_t cells = (size_t)(page[3] << 8 | page[4]);
        assert_true(row_in(page, 0) <= id && id <= row_in(page, cells - 1));
    }
    uint32_t lowest = pages_leaf(&pages, PAGES_WORDS, 0, INT64_MIN),
             other = pages_leaf(&pages, PAGES_WORDS, 1, 0);
    read_leaf(desk, lowest, page);
    assert_int_equal(page[0], 10);
    assert_int_not_equal(lowest, other);
    assert_int_equal(lowest, pages_leaf(&pages, PAGES_WORDS, 0, 6 * 1000003LL - 7000000000));
    assert_int_equal(pages_leaf(&pages, PAGES_PRINTS, 1, 0), 0); /* there is no such table */
}

static uint32_t next(uint32_t *random) {
    return *random = *random * 1664525 + 1013904223;
}

/* Pages that say they are inner ones, and lead anywhere. */
static void test_garbage(void **state) {
    const struct desk *desk = *state;
    static const unsigned char kinds[] = {2, 5, 10, 13};
    char path[PATH_SIZE + 8];
    unsigned char *bytes = malloc((size_t)GARBAGE * PAGE);
    uint32_t random = 7;
    assert_non_null(bytes);
    for (size_t i = 0; i < (size_t)GARBAGE * PAGE; i++)
        bytes[i] = (unsigned char)(next(&random) >> 24 & (i % PAGE > 12 || i % 4 ? 0xff : 0));
    for (size_t i = 0; i < GARBAGE; i++) {
        bytes[i * PAGE] = kinds[next(&random) >> 30];
        bytes[i * PAGE + 11] = (unsigned char)i;
        bytes[i * PAGE + 8] = bytes[i * PAGE + 9] = bytes[i * PAGE + 10] = 0;
    }
    file_make(desk->folder, "sampah.db", (struct slice){(const char *)bytes, (size_t)GARBAGE * PAGE});
    free(bytes);
    snprintf(path, sizeof path, "%s/sampah.db", desk->folder);
    struct pages pages = {.fd = open(path, O_RDONLY | O_CLOEXEC), .size = PAGE};
    assert_true(pages.fd >= 0);
    for (uint32_t round = 0; round < 2000; round++) {
        int64_t first[KEYS], second[KEYS];
        enum pages_tree tree = (enum pages_tree)(round % PAGES_TREES);
        for (size_t i = 0; i < KEYS; i++) {
            first[i] = (int64_t)((uint64_t)next(&random) << (next(&random) >> 28));
            second[i] = (int64_t)next(&random);
            if (tree == PAGES_PRINTS) first[i] &= ((int64_t)1 << 35) - 1; /* we made them */
        }
        const struct store_value columns[] = {store_numbers(first, KEYS), store_numbers(second, KEYS)};
        pages.roots[tree] = next(&random) >> 23;
        pages.there[tree] = 0;
        pages_expect(&pages, tree, columns);
    }
    close(pages.fd);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_row, setup, teardown),
        cmocka_unit_test_setup_teardown(test_garbage, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
