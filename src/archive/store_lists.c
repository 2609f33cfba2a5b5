#include "archive/store_lists.h"

#include <stdlib.h>

struct table {
    sqlite3_vtab base;
    const struct store_lists *lists;
};

struct cursor {
    sqlite3_vtab_cursor base;
    size_t row;
};

static const struct store_lists *lists_of(const sqlite3_vtab_cursor *cursor) {
    return ((const struct table *)cursor->pVtab)->lists;
}

static int connect(sqlite3 *db, void *lists, int count, const char *const *arguments, sqlite3_vtab **out,
                   char **problem) {
    (void)count, (void)arguments, (void)problem;
    struct table *table = memory_zero(1, sizeof *table);
    table->lists = lists;
    *out = &table->base;
    int code = ((const struct store_lists *)lists)
                   ->sqlite->sqlite3_declare_vtab(db, "CREATE TABLE daftar(a INTEGER, b INTEGER, c INTEGER)");
    if (code != SQLITE_OK) free(table);
    return code;
}

static int disconnect(sqlite3_vtab *table) {
    free(table);
    return SQLITE_OK;
}

static int plan(sqlite3_vtab *table, sqlite3_index_info *info) {
    (void)table, (void)info;
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **out) {
    (void)table;
    struct cursor *cursor = memory_zero(1, sizeof *cursor);
    *out = &cursor->base;
    return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor) {
    free(cursor);
    return SQLITE_OK;
}

static int begin(sqlite3_vtab_cursor *cursor, int number, const char *name, int count,
                 sqlite3_value **values) {
    (void)number, (void)name, (void)count, (void)values;
    ((struct cursor *)cursor)->row = 0;
    return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *cursor) {
    ((struct cursor *)cursor)->row++;
    return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *cursor) {
    const struct store_lists *lists = lists_of(cursor);
    return !lists->count || ((struct cursor *)cursor)->row >= lists->arguments[0].count;
}

static int column(sqlite3_vtab_cursor *cursor, sqlite3_context *out, int at) {
    const struct store_lists *lists = lists_of(cursor);
    if ((size_t)at < lists->count)
        lists->sqlite->sqlite3_result_int64(out,
                                            lists->arguments[at].numbers[((struct cursor *)cursor)->row]);
    return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *out) {
    *out = (sqlite3_int64)((struct cursor *)cursor)->row;
    return SQLITE_OK;
}

/* There is one of each connection, which nobody creates. */
static const sqlite3_module module = {.xConnect = connect,
                                      .xDisconnect = disconnect,
                                      .xBestIndex = plan,
                                      .xOpen = open_cursor,
                                      .xClose = close_cursor,
                                      .xFilter = begin,
                                      .xNext = next,
                                      .xEof = is_at_end,
                                      .xColumn = column,
                                      .xRowid = row_number};

bool store_lists_attach(sqlite3 *db, struct store_lists *lists) {
    return lists->sqlite->sqlite3_create_module(db, "daftar", &module, lists) == SQLITE_OK;
}
