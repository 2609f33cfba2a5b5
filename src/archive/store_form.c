#include "archive/messages.h"
#include "archive/schema.h"
#include "archive/store_file.h"

#include <strings.h>

enum { FORM_BEFORE = 1 };

static bool is_ours(const char *sql, int64_t version) {
    for (size_t i = 0; schema[i]; i++)
        if (strcmp(schema[i], sql) == 0) return true;
    return version == FORM_BEFORE && strcmp(schema_prints_before, sql) == 0;
}

/* The tables in which FTS5 keeps its index. */
static bool is_of_search(const char *type, const char *name, const char *sql) {
    return strcmp(type, "table") == 0 && strncmp(name, "cari_", 5) == 0 &&
           strncasecmp(sql, "CREATE TABLE", 12) == 0;
}

/* All our tables, and nothing else. */
static bool has_schema(struct engine *s, int64_t version, struct error *e) {
    sqlite3_stmt *stmt = NULL;
    size_t ours = 0, known = 0;
    bool good =
        s->sqlite.sqlite3_prepare_v2(s->db, "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL",
                                     -1, &stmt, NULL) == SQLITE_OK;
    if (!good) return file_fail(s, e);
    int code = SQLITE_DONE;
    while (good && (code = s->sqlite.sqlite3_step(stmt)) == SQLITE_ROW) {
        const char *type = (const char *)s->sqlite.sqlite3_column_text(stmt, 0);
        const char *name = (const char *)s->sqlite.sqlite3_column_text(stmt, 1);
        const char *sql = (const char *)s->sqlite.sqlite3_column_text(stmt, 2);
        bool mine = type && name && sql && is_ours(sql, version);
        ours += mine;
        good = mine || (type && name && sql && is_of_search(type, name, sql));
    }
    s->sqlite.sqlite3_finalize(stmt);
    while (schema[known])
        known++;
    if (good && code != SQLITE_DONE) return file_fail(s, e);
    return (good && ours == known) || error_set(e, ARCHIVE_FOREIGN, s->where);
}

static bool number_of(struct engine *s, const char *pragma, int64_t *number, struct error *e) {
    sqlite3_stmt *stmt = NULL;
    bool ok = s->sqlite.sqlite3_prepare_v2(s->db, pragma, -1, &stmt, NULL) == SQLITE_OK &&
              s->sqlite.sqlite3_step(stmt) == SQLITE_ROW;
    if (ok) *number = s->sqlite.sqlite3_column_int64(stmt, 0);
    if (!ok) file_fail(s, e);
    s->sqlite.sqlite3_finalize(stmt);
    return ok;
}

static bool version_of(struct engine *s, int64_t *version, struct error *e) {
    return number_of(s, "PRAGMA user_version", version, e);
}

/* Prints had a row each. */
static bool pack_prints(struct engine *s, struct error *e) {
    return file_execute(s, "ALTER TABLE jejak RENAME TO jejak_lama", e) &&
           file_execute(s, schema_prints, e) &&
           (store_prints_pack(&s->prints, "SELECT k FROM jejak_lama ORDER BY k") == SQLITE_DONE ||
            file_fail(s, e)) &&
           file_execute(s, "DROP TABLE jejak_lama", e);
}

/* Old or new, whatever happens; another process may have done it by now. */
static bool bring_up(struct engine *s, struct error *e) {
    struct str sql = {0};
    int64_t version = 0;
    if (!file_execute(s, "BEGIN IMMEDIATE", e)) return false;
    str_printf(&sql, "PRAGMA user_version=%d;COMMIT", SCHEMA_VERSION);
    bool ok = version_of(s, &version, e) && has_schema(s, version, e) &&
              (version != FORM_BEFORE || pack_prints(s, e)) && file_execute(s, str_text(&sql), e);
    if (!ok) file_execute(s, "ROLLBACK", NULL);
    str_free(&sql);
    return ok;
}

bool form_check(struct engine *s, enum store_mode mode, struct error *e) {
    int64_t application = 0, version = 0;
    if (!number_of(s, "PRAGMA application_id", &application, e) || !version_of(s, &version, e)) return false;
    if (application != SCHEMA_APPLICATION) return error_set(e, ARCHIVE_NONE, s->where);
    if (version == FORM_BEFORE)
        return mode == STORE_READ ? error_set(e, ARCHIVE_OLD_FORM, s->where) : bring_up(s, e);
    if (version != SCHEMA_VERSION) return error_set(e, ARCHIVE_VERSION, s->where, (int)version);
    return has_schema(s, version, e);
}

bool form_make(struct engine *s, struct error *e) {
    struct str sql = {0};
    str_append_text(&sql, "BEGIN;");
    for (size_t i = 0; schema[i]; i++)
        str_printf(&sql, "%s;", schema[i]);
    str_printf(&sql, "PRAGMA application_id=%d;PRAGMA user_version=%d;COMMIT", SCHEMA_APPLICATION,
               SCHEMA_VERSION);
    bool ok = file_execute(s, str_text(&sql), e);
    str_free(&sql);
    return ok;
}
