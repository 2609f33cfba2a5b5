#include "archive/pages.h"

#include "archive/packed.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
    FILES_MOST = 64, /* descriptors that are looked at; a program has few when it opens an archive */
    SIZE_MOST = 65536,
    LEVELS_MOST = 8,
    FEWEST = 4, /* rows for which it is worth it */
    SURE = 8,   /* times that nothing was missing: then one in so many times is looked at again */
    INNER_INDEX = 2,
    INNER_TABLE = 5
};

/* What is looked for, in order; the second counts where rows begin with two numbers. */
struct sought {
    int64_t first, second;
    uint32_t page; /* where it is looked for */
};

/* A page that was read. */
struct page {
    uint32_t number;
    unsigned char *bytes;
};

int pages_descriptor(const char *where) {
    struct stat archive, other;
    if (stat(where, &archive) != 0) return -1;
    for (int fd = 0; fd < FILES_MOST; fd++)
        if (fstat(fd, &other) == 0 && other.st_dev == archive.st_dev && other.st_ino == archive.st_ino)
            return fd;
    return -1;
}

static int64_t number_of(const struct sqlite_library *sqlite, sqlite3 *db, const char *sql) {
    sqlite3_stmt *stmt = NULL;
    bool ok = sqlite->sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
              sqlite->sqlite3_step(stmt) == SQLITE_ROW;
    int64_t number = ok ? sqlite->sqlite3_column_int64(stmt, 0) : 0;
    sqlite->sqlite3_finalize(stmt);
    return number;
}

void pages_begin(struct pages *pages, const struct sqlite_library *sqlite, sqlite3 *db, const char *where) {
    static const char *const roots[] = {
        [PAGES_PRINTS] = "SELECT rootpage FROM sqlite_schema WHERE name = 'jejak'",
        [PAGES_TEXTS] = "SELECT rootpage FROM sqlite_schema WHERE name = 'artikel'",
        [PAGES_WORDS] = "SELECT rootpage FROM sqlite_schema WHERE name = 'kata'",
        [PAGES_NAMES] = "SELECT rootpage FROM sqlite_schema WHERE name = 'kunci_nama'",
        [PAGES_MENTIONS] = "SELECT rootpage FROM sqlite_schema WHERE name = 'sebutan'"};
    *pages = (struct pages){.fd = pages_descriptor(where)};
    pages->size = (size_t)number_of(sqlite, db, "PRAGMA page_size");
    if (pages->size < 512 || pages->size > SIZE_MOST) pages->fd = -1;
    for (size_t i = 0; i < PAGES_TREES && pages->fd >= 0; i++)
        pages->roots[i] = (uint32_t)number_of(sqlite, db, roots[i]);
}

static off_t place_of(const struct pages *pages, uint32_t number) {
    return (off_t)(number - 1) * (off_t)pages->size;
}

static bool read_page(const struct pages *pages, uint32_t number, struct page *page) {
    if (number < 2) return false; /* page 1 is none of ours */
    if (page->number == number) return true;
    ssize_t done = pread(pages->fd, page->bytes, pages->size, place_of(pages, number));
    page->number = done == (ssize_t)pages->size ? number : 0;
    return page->number;
}

static bool is_inner(const struct page *page) {
    return page->bytes[0] == INNER_INDEX || page->bytes[0] == INNER_TABLE;
}

/* Whether the system has it, as far as it says. */
static bool is_there(const struct pages *pages, uint32_t number) {
    char byte;
    struct iovec one = {&byte, 1};
    return number < 2 || preadv2(pages->fd, &one, 1, place_of(pages, number), RWF_NOWAIT) >= 0 ||
           errno != EAGAIN;
}

static uint64_t big_endian(struct slice s, size_t at, size_t bytes) {
    uint64_t number = 0;
    for (size_t i = at; i < at + bytes && i < s.len; i++)
        number = number << 8 | (unsigned char)s.data[i];
    return number;
}

/* Moves *at after it. */
static uint64_t take_varint(struct slice s, size_t *at) {
    uint64_t number = 0;
    for (int i = 0; i < 9 && *at < s.len; i++) {
        unsigned char byte = (unsigned char)s.data[(*at)++];
        if (i == 8) return number << 8 | byte;
        number = number << 7 | (byte & 0x7f);
        if (byte < 0x80) break;
    }
    return number;
}

/* Of a whole number in a record: how many bytes it takes is said by its type. */
static int64_t take_number(struct slice s, uint64_t type, size_t *at) {
    static const unsigned char sizes[] = {0, 1, 2, 3, 4, 6, 8};
    if (type >= sizeof sizes) return type == 9;
    size_t bytes = sizes[type];
    uint64_t number = big_endian(s, *at, bytes);
    *at += bytes;
    if (!bytes) return 0;
    return (int64_t)(number << (64 - 8 * bytes)) >> (64 - 8 * bytes);
}

/* Whether what the cell ends with is before the number. */
static bool is_before(struct slice cell, bool index, const struct sought *sought) {
    size_t at = sizeof(uint32_t);
    int64_t first =
        (int64_t)take_varint(cell, &at); /* of a table the number of a row, of an index a length */
    if (!index) return first < sought->first;
    size_t values = at;
    values += (size_t)take_varint(cell, &at);
    uint64_t one = take_varint(cell, &at), other = take_varint(cell, &at);
    first = take_number(cell, one, &values);
    return first != sought->first ? first < sought->first
                                  : take_number(cell, other, &values) < sought->second;
}

/* The page below an inner one where it would be; before: the one before that, or 0. */
static uint32_t child_of(const struct pages *pages, const struct page *page, const struct sought *sought,
                         uint32_t *before) {
    struct slice bytes = {(const char *)page->bytes, pages->size};
    size_t low = 0, cells = (size_t)big_endian(bytes, 3, 2), high = cells;
    bool index = page->bytes[0] == INNER_INDEX;
    while (low < high) {
        size_t middle = low + (high - low) / 2, at = (size_t)big_endian(bytes, 12 + 2 * middle, 2);
        if (is_before(slice_range(bytes, at < bytes.len ? at : bytes.len, bytes.len), index, sought))
            low = middle + 1;
        else
            high = middle;
    }
    size_t cell = (size_t)big_endian(bytes, 12 + 2 * low, 2);
    *before = low ? (uint32_t)big_endian(bytes, (size_t)big_endian(bytes, 12 + 2 * (low - 1), 2), 4) : 0;
    return (uint32_t)big_endian(bytes, low < cells ? cell : 8, 4);
}

static void ask_for(const struct pages *pages, uint32_t number) {
    if (number > 1)
        posix_fadvise(pages->fd, place_of(pages, number), (off_t)pages->size, POSIX_FADV_WILLNEED);
}

/* How many inner pages lie one below the other. */
static size_t count_levels(const struct pages *pages, uint32_t root, struct sought sought,
                           struct page *page) {
    size_t levels = 0;
    uint32_t before;
    for (uint32_t at = root; levels < LEVELS_MOST && read_page(pages, at, page) && is_inner(page); levels++)
        at = child_of(pages, page, &sought, &before);
    return levels;
}

static int by_number(const void *left, const void *right) {
    const struct sought *a = left, *b = right;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->second > b->second) - (a->second < b->second);
}

/* Goes down a level with all of them, and asks for all that is there. */
static bool go_down(const struct pages *pages, bool prints, struct sought *list, size_t count,
                    struct page *page, bool ask) {
    uint32_t last = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t before;
        if (!read_page(pages, list[i].page, page) || !is_inner(page)) return false;
        list[i].page = child_of(pages, page, &list[i], &before);
        if (!ask || list[i].page == last) continue;
        last = list[i].page;
        ask_for(pages, last);
        if (prints) ask_for(pages, before); /* a row of prints is found from the one after it */
    }
    return true;
}

/* Whether one that is looked for early, one late and one between them are there: so are the others, mostly.
 */
static bool are_there(const struct pages *pages, const struct sought *list, size_t count, size_t levels,
                      struct page *page) {
    bool there = true;
    for (size_t i = 0; there && i < 3; i++) {
        struct sought one = list[i * (count - 1) / 2];
        for (size_t level = 0; there && level < levels; level++)
            there = go_down(pages, false, &one, 1, page, false);
        there = there && is_there(pages, one.page);
    }
    return there;
}

static void expect(struct pages *pages, enum pages_tree tree, struct sought *list, size_t count,
                   struct page *page) {
    size_t *levels = &pages->levels[tree];
    bool first = !*levels;
    if (first) *levels = count_levels(pages, pages->roots[tree], list[0], page);
    if (!first && are_there(pages, list, count, *levels, page)) {
        pages->there[tree]++;
        return;
    }
    pages->there[tree] = 0;
    for (size_t i = 0; i < *levels; i++)
        if (!go_down(pages, tree == PAGES_PRINTS, list, count, page, true)) *levels = 0;
}

void pages_expect(struct pages *pages, enum pages_tree tree, const struct store_value *columns) {
    size_t count = columns[0].count;
    if (pages->fd < 0 || count < FEWEST) return;
    if (pages->there[tree] >= SURE && ++pages->there[tree] % SURE) return;
    struct sought *list = memory_zero(count, sizeof *list);
    struct page page = {.bytes = memory_zero(1, pages->size)};
    for (size_t i = 0; i < count; i++) {
        list[i] = (struct sought){columns[0].numbers[i], 0, pages->roots[tree]};
        if (tree == PAGES_WORDS) list[i].second = columns[1].numbers[i];
        if (tree == PAGES_PRINTS)
            list[i].first = packed_number(list[i].first + 1, 0) - 1; /* its last place */
    }
    qsort(list, count, sizeof *list, by_number);
    expect(pages, tree, list, count, &page);
    free(page.bytes);
    free(list);
}

uint32_t pages_leaf(struct pages *pages, enum pages_tree tree, int64_t first, int64_t second) {
    struct page page = {.bytes = memory_zero(1, pages->size)};
    struct sought one = {first, second, pages->roots[tree]};
    size_t levels = count_levels(pages, pages->roots[tree], one, &page);
    bool good = true;
    for (size_t i = 0; good && i < levels; i++)
        good = go_down(pages, false, &one, 1, &page, false);
    free(page.bytes);
    return good ? one.page : 0;
}
