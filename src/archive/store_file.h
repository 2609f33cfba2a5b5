#ifndef SUNTING_ARCHIVE_STORE_FILE_H
#define SUNTING_ARCHIVE_STORE_FILE_H

#include "archive/pages.h"
#include "archive/sqlite_library.h"
#include "archive/store_engine.h"
#include "archive/store_lists.h"
#include "archive/store_prints.h"

/* An archive in one file (store_sqlite.c), for what knows its form (store_form.c). */
struct engine {
    struct sqlite_library sqlite;
    sqlite3 *db;
    char *where;
    sqlite3_stmt *prepared[STATEMENTS];
    struct store_lists lists; /* of the statement that runs */
    struct store_prints prints;
    struct pages pages;
};

/* False with what SQLite says of the last call. */
bool file_fail(struct engine *s, struct error *e);
bool file_execute(struct engine *s, const char *sql, struct error *e);

/* Makes the tables in a new file. */
bool form_make(struct engine *s, struct error *e);
/* Whether the file holds our tables and nothing else. Who writes brings those of an older version into the
 * form of this one; false for who reads them. */
bool form_check(struct engine *s, enum store_mode mode, struct error *e);

#endif
