#include "archive/gaps.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEAD = 100,           /* bytes of the file before what is a page in its first page */
    AT_ONCE = 1 << 20,    /* bytes, a multiple of each size that pages may have */
    PAGES_MOST = 1 << 24, /* then another kind of page may begin as one of a tree does */
    /* As no two letters begin: at the start of a gap lie old places of cells, two bytes each, on every second
     * page; they say nothing. */
    OLD_PLACE = 1 << 12
};

static size_t number_at(const unsigned char *bytes) {
    return (size_t)bytes[0] << 8 | bytes[1];
}

static size_t page_size(const unsigned char *head) {
    size_t size = number_at(head + 16);
    return size == 1 ? 65536 : size;
}

bool gaps_are_known(sqlite3_file *file) {
    unsigned char head[HEAD];
    sqlite3_int64 len;
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &len) != SQLITE_OK ||
        file->pMethods->xRead(file, head, sizeof head, 0) != SQLITE_OK)
        return false;
    size_t size = page_size(head);
    bool tables_of_places = memcmp(head + 52, "\0\0\0", 4) != 0, power = size >= 512 && !(size & (size - 1));
    return power && !tables_of_places && len / (sqlite3_int64)size < PAGES_MOST;
}

struct gap {
    size_t begin, end;
};

/* Empty where the page is not of a tree. head: bytes before it. */
static struct gap find_gap(const unsigned char *page, size_t size, size_t head) {
    enum { INNER_INDEX = 2, INNER_TABLE = 5, LEAF_INDEX = 10, LEAF_TABLE = 13 };
    const unsigned char *tree = page + head;
    bool inner = tree[0] == INNER_INDEX || tree[0] == INNER_TABLE;
    if (!inner && tree[0] != LEAF_INDEX && tree[0] != LEAF_TABLE) return (struct gap){0};
    size_t end = number_at(tree + 5);
    struct gap gap = {head + (inner ? 12 : 8) + 2 * number_at(tree + 3), end ? end : 65536};
    if (gap.end > size) return (struct gap){0};
    while (gap.begin + 1 < gap.end && number_at(page + gap.begin) < OLD_PLACE)
        gap.begin += 2;
    if (gap.begin + 1 == gap.end && !page[gap.begin]) gap.begin++;
    return gap.begin < gap.end ? gap : (struct gap){0};
}

static int erase(sqlite3_file *file, const unsigned char *page, size_t size, sqlite3_int64 at) {
    static const unsigned char nothing[65536];
    struct gap gap = find_gap(page, size, at ? 0 : HEAD);
    if (!gap.end) return SQLITE_OK;
    return file->pMethods->xWrite(file, nothing, (int)(gap.end - gap.begin), at + (sqlite3_int64)gap.begin);
}

int gaps_erase(sqlite3_file *file) {
    unsigned char *bytes = memory_zero(1, AT_ONCE);
    sqlite3_int64 len = 0;
    int code = file->pMethods->xFileSize(file, &len);
    size_t size = 0;
    for (sqlite3_int64 at = 0; code == SQLITE_OK && at < len; at += AT_ONCE) {
        size_t some = len - at < AT_ONCE ? (size_t)(len - at) : AT_ONCE;
        code = file->pMethods->xRead(file, bytes, (int)some, at);
        if (!at) size = page_size(bytes);
        for (size_t i = 0; code == SQLITE_OK && i + size <= some; i += size)
            code = erase(file, bytes + i, size, at + (sqlite3_int64)i);
    }
    free(bytes);
    return code == SQLITE_OK ? file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) : code;
}
