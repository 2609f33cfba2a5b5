#ifndef SUNTING_ARCHIVE_PAGES_H
#define SUNTING_ARCHIVE_PAGES_H

#include "archive/sqlite_library.h"
#include "archive/store.h"

/*
 * Asks the system for the pages of an archive that SQLite will read soon, all at once: SQLite waits for the
 * disk at each page by itself, which for the first draft of a day was a tenth of a second. It goes down the
 * trees of the file (https://www.sqlite.org/fileformat2.html) by itself as far as the pages above the leaves.
 * Nothing depends on it: whatever is in the file, it asks for pages that are not needed at worst.
 */
enum pages_tree { PAGES_PRINTS, PAGES_TEXTS, PAGES_WORDS, PAGES_NAMES, PAGES_MENTIONS, PAGES_TREES };
struct pages {
    int fd;      /* the one that SQLite has of the file, which it closes; -1: none */
    size_t size; /* of a page */
    uint32_t roots[PAGES_TREES];
    size_t levels[PAGES_TREES]; /* above the leaves; 0: not known yet */
    size_t there[PAGES_TREES];  /* so many times in a row nothing was missing */
};

/* The one that SQLite has of this file, or -1. Another of our own would end its locks when it is closed. */
int pages_descriptor(const char *where);
/* When SQLite has opened the file. */
void pages_begin(struct pages *pages, const struct sqlite_library *sqlite, sqlite3 *db, const char *where);
/* Those of rows with these numbers, or, in a tree of words, of rows that begin with one of each list. */
void pages_expect(struct pages *pages, enum pages_tree tree, const struct store_value *columns);
/* The leaf in which such a row is or would be, 0 when nothing leads there. */
uint32_t pages_leaf(struct pages *pages, enum pages_tree tree, int64_t first, int64_t second);

#endif
