#ifndef SUNTING_ARCHIVE_STORE_PRINTS_H
#define SUNTING_ARCHIVE_STORE_PRINTS_H

#include "archive/packed.h"
#include "archive/sqlite_library.h"
#include "archive/store.h"

/*
 * The prints of an archive in one file (packed.h): what the statements PRINT_* ask and change, which SQL
 * could say of a table with a row for each print.
 */
enum print_query { PRINT_ROW, PRINT_BACK, PRINT_ON, PRINT_NEXT, PRINT_PUT, PRINT_DROP, PRINT_QUERIES };
struct store_prints {
    const struct sqlite_library *sqlite;
    sqlite3 *db;
    sqlite3_stmt *prepared[PRINT_QUERIES];
    struct packed row, changed, given;
};

bool store_prints_answer(enum statement statement);
/* SQLITE_DONE, or what failed. */
int store_prints_run(struct store_prints *prints, enum statement statement,
                     const struct store_value *arguments, store_row *row, void *self);
/* Takes over the rows of a table that has one for each print. */
int store_prints_pack(struct store_prints *prints, const char *sql);
/* As before the first statement. */
void store_prints_rest(struct store_prints *prints);
void store_prints_free(struct store_prints *prints);

#endif
