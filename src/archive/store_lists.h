#ifndef SUNTING_ARCHIVE_STORE_LISTS_H
#define SUNTING_ARCHIVE_STORE_LISTS_H

#include "archive/sqlite_library.h"
#include "archive/store.h"

/*
 * The lists that a statement is run with, as a table that SQLite reads: daftar(a, b, c), the first list in a,
 * the second in b. So half a million rows go in with one statement: run once for each row, starting and
 * ending the statement took three quarters of the time of writing them.
 */
struct store_lists {
    const struct sqlite_library *sqlite;
    const struct store_value *arguments; /* STORE_NUMBERS, of the same count; NULL: no rows */
    size_t count;                        /* of arguments */
};

/* Makes the table known to the connection; lists must outlive it. */
bool store_lists_attach(sqlite3 *db, struct store_lists *lists);

#endif
