#include "archive/gaps.h"
#include "archive/messages.h"
#include "archive/schema.h"
#include "archive/store_file.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * The archive in one file. Its journal is the rollback journal, not WAL: in WAL mode nobody without the right
 * to write in the folder could read. The file may come from somebody else: what it holds beside our own
 * tables is refused, and it runs no code (no triggers, views or extensions, no schema that is trusted).
 */
enum {
    CACHE_KIB = 32768,
    LENGTH_MOST = 1 << 27,
    SQL_MOST = 100000,
    TEXTS_MOST = 1048575 /* a place has 20 bits for a text */
};

static const char *const statements[] = {
#define STATEMENT(name, sql) sql,
#include "archive/statements.def"
#undef STATEMENT
};

/* SQLite takes a disk that keeps no locks for somebody else who has them. */
static bool keeps_locks(const char *where) {
    struct flock lock = {.l_type = F_WRLCK};
    return fcntl(pages_descriptor(where), F_GETLK, &lock) == 0 || errno != ENOLCK;
}

static bool is_of_locks(int code) {
    return code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK || code == SQLITE_IOERR_UNLOCK ||
           code == SQLITE_IOERR_CHECKRESERVEDLOCK;
}

/* What went wrong, in words of who edits news. */
static bool say(struct error *e, const char *where, int code, const char *engine) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        if (!keeps_locks(where)) return error_set(e, ARCHIVE_UNLOCKABLE, where);
        return error_set(e, ARCHIVE_BUSY, where);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error_set(e, ARCHIVE_DAMAGED, where);
    case SQLITE_FULL:
        return error_set(e, ARCHIVE_DISK_FULL, where);
    case SQLITE_IOERR:
        if (is_of_locks(code)) return error_set(e, ARCHIVE_UNLOCKABLE, where);
        return error_set(e, ARCHIVE_DISK, where);
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
            return error_set(e, ARCHIVE_RECOVERING, where);
        return error_set(e, ARCHIVE_READ_ONLY, where);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return error_set(e, ARCHIVE_NO_ACCESS, where);
    default:
        return error_set(e, ARCHIVE_FAILED, where, engine);
    }
}

bool file_fail(struct engine *s, struct error *e) {
    return say(e, s->where, s->sqlite.sqlite3_extended_errcode(s->db), s->sqlite.sqlite3_errmsg(s->db));
}

bool file_execute(struct engine *s, const char *sql, struct error *e) {
    return s->sqlite.sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK || file_fail(s, e);
}

static void close_file(struct engine *s) {
    if (!s) return;
    for (size_t i = 0; i < STATEMENTS; i++)
        if (s->prepared[i]) s->sqlite.sqlite3_finalize(s->prepared[i]);
    if (s->db) store_prints_free(&s->prints);
    if (s->db) s->sqlite.sqlite3_close(s->db);
    library_close(&s->sqlite.handle);
    free(s->where);
    free(s);
}

static void guard(const struct engine *s, sqlite3 *db) {
    s->sqlite.sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    s->sqlite.sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    s->sqlite.sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    s->sqlite.sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    s->sqlite.sqlite3_limit(db, SQLITE_LIMIT_LENGTH, LENGTH_MOST);
    s->sqlite.sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, SQL_MOST);
    s->sqlite.sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
}

/* SQLite would wait for the other end of a FIFO, and make a new file where there is none. */
static bool may_open(const char *where, enum store_mode mode, struct error *e) {
    struct stat st;
    if (mode == STORE_MAKE) {
        int fd = open(where, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
        if (fd < 0 && errno == EEXIST) return error_set(e, ARCHIVE_EXISTS, where);
        if (fd < 0) return error_set(e, ARCHIVE_NOT_MADE, where, error_reason(e, errno));
        close(fd);
        return true;
    }
    if (stat(where, &st) != 0 && errno == EACCES) return error_set(e, ARCHIVE_NO_ACCESS, where);
    if (stat(where, &st) != 0) return error_set(e, ARCHIVE_MISSING, where, error_reason(e, errno));
    return S_ISREG(st.st_mode) || error_set(e, ARCHIVE_NONE, where);
}

static bool set_up(struct engine *s, enum store_mode mode, struct error *e) {
    struct str sql = {0};
    str_append_text(&sql, "PRAGMA temp_store=MEMORY;PRAGMA cell_size_check=ON;PRAGMA foreign_keys=ON;");
    if (mode == STORE_READ)
        str_append_text(&sql, "PRAGMA query_only=ON");
    else
        str_printf(&sql, "PRAGMA journal_mode=DELETE;PRAGMA secure_delete=ON;PRAGMA cache_size=-%d",
                   CACHE_KIB);
    bool ok = file_execute(s, str_text(&sql), e);
    str_free(&sql);
    return ok && (mode == STORE_MAKE ? form_make(s, e) : form_check(s, mode, e));
}

static bool has_journal(const char *where) {
    struct str path = {0};
    str_printf(&path, "%s-journal", where);
    bool there = access(str_text(&path), F_OK) == 0 && access(where, W_OK) == 0;
    str_free(&path);
    return there;
}

/* Somebody broke off writing, and we may write: opening it so undoes what was half done. */
static void recover(const struct engine *s, int patience) {
    sqlite3 *db = NULL;
    int code = s->sqlite.sqlite3_open_v2(s->where, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
    if (code == SQLITE_OK) guard(s, db);
    if (code == SQLITE_OK) s->sqlite.sqlite3_busy_timeout(db, patience);
    if (code == SQLITE_OK) s->sqlite.sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    s->sqlite.sqlite3_close(db);
}

static bool load_library(struct engine *s, struct error *e) {
    static const char *const names[] = {SQLITE_FUNCTIONS(LIBRARY_NAME) NULL};
    return library_open(&s->sqlite.handle, SQLITE_LIBRARY, &s->sqlite, names) ||
           error_set(e, ARCHIVE_LIBRARY, SQLITE_LIBRARY);
}

static bool open_file(struct engine *s, enum store_mode mode, int patience, struct error *e) {
    if (mode == STORE_READ && has_journal(s->where)) recover(s, patience);
    int flags = mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    flags |= SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX; /* one thread has it */
    int code = s->sqlite.sqlite3_open_v2(s->where, &s->db, flags, NULL);
    if (code != SQLITE_OK) return say(e, s->where, code, s->sqlite.sqlite3_errstr(code));
    guard(s, s->db);
    s->sqlite.sqlite3_busy_timeout(s->db, patience);
    s->prints = (struct store_prints){.sqlite = &s->sqlite, .db = s->db};
    return true;
}

struct engine *sqlite_open(const char *where, enum store_mode mode, int patience, struct error *e) {
    if (!may_open(where, mode, e)) return NULL;
    struct engine *s = memory_zero(1, sizeof *s);
    s->where = slice_copy(slice_of(where));
    s->lists.sqlite = &s->sqlite;
    s->pages.fd = -1;
    bool ok = load_library(s, e) && open_file(s, mode, patience, e) &&
              (store_lists_attach(s->db, &s->lists) || file_fail(s, e)) && set_up(s, mode, e);
    if (ok && mode == STORE_READ) pages_begin(&s->pages, &s->sqlite, s->db, where);
    if (ok) return s;
    close_file(s);
    if (mode == STORE_MAKE) unlink(where);
    return NULL;
}

static void bind(const struct engine *s, sqlite3_stmt *stmt, int at, const struct store_value *value,
                 size_t turn) {
    switch (value->kind) {
    case STORE_NULL:
        s->sqlite.sqlite3_bind_null(stmt, at);
        break;
    case STORE_NUMBER:
        s->sqlite.sqlite3_bind_int64(stmt, at, value->number);
        break;
    case STORE_NUMBERS:
        s->sqlite.sqlite3_bind_int64(stmt, at, value->numbers[turn]);
        break;
    case STORE_TEXT:
        s->sqlite.sqlite3_bind_text(stmt, at, value->bytes.data ? value->bytes.data : "",
                                    (int)value->bytes.len, SQLITE_STATIC);
        break;
    case STORE_BYTES:
        s->sqlite.sqlite3_bind_blob(stmt, at, value->bytes.data ? value->bytes.data : "",
                                    (int)value->bytes.len, SQLITE_STATIC);
        break;
    }
}

static struct store_value column_of(const struct engine *s, sqlite3_stmt *stmt, int at) {
    switch (s->sqlite.sqlite3_column_type(stmt, at)) {
    case SQLITE_INTEGER:
        return store_number(s->sqlite.sqlite3_column_int64(stmt, at));
    case SQLITE_TEXT: {
        const char *text = (const char *)s->sqlite.sqlite3_column_text(stmt, at);
        return store_text(((struct slice){text, (size_t)s->sqlite.sqlite3_column_bytes(stmt, at)}));
    }
    case SQLITE_BLOB: {
        const char *bytes = s->sqlite.sqlite3_column_blob(stmt, at);
        size_t len = (size_t)s->sqlite.sqlite3_column_bytes(stmt, at);
        return store_bytes(((struct slice){bytes ? bytes : "", len}));
    }
    default:
        return (struct store_value){.kind = STORE_NULL, .bytes = SLICE("")};
    }
}

static int step_all(const struct engine *s, sqlite3_stmt *stmt, store_row *row, void *self) {
    int code;
    while ((code = s->sqlite.sqlite3_step(stmt)) == SQLITE_ROW) {
        struct store_value columns[STORE_COLUMNS] = {0};
        for (int i = 0; row && i < s->sqlite.sqlite3_column_count(stmt) && i < STORE_COLUMNS; i++)
            columns[i] = column_of(s, stmt, i);
        if (row) row(self, columns);
    }
    return code;
}

/* What a reader asks many rows of at once, and the tree that they are in, plus 1. */
static const unsigned char trees[STATEMENTS] = {
    [STATEMENT_PRINT_FIND] = PAGES_PRINTS + 1, [STATEMENT_ARTICLE] = PAGES_TEXTS + 1,
    [STATEMENT_WORD_COUNT] = PAGES_WORDS + 1,  [STATEMENT_PERSON_NEAR] = PAGES_NAMES + 1,
    [STATEMENT_ROLES] = PAGES_MENTIONS + 1,
};

static bool run(struct engine *s, enum statement statement, const struct store_value *arguments, size_t count,
                store_row *row, void *self, struct error *e) {
    sqlite3_stmt **stmt = &s->prepared[statement];
    if (trees[statement]) pages_expect(&s->pages, trees[statement] - 1, arguments);
    if (store_prints_answer(statement))
        return store_prints_run(&s->prints, statement, arguments, row, self) == SQLITE_DONE ||
               file_fail(s, e);
    if (!*stmt && s->sqlite.sqlite3_prepare_v3(s->db, statements[statement], -1, SQLITE_PREPARE_PERSISTENT,
                                               stmt, NULL) != SQLITE_OK)
        return file_fail(s, e);
    size_t turns = 1;
    bool at_once =
        !s->sqlite.sqlite3_bind_parameter_count(*stmt); /* it reads the lists by itself, or there are none */
    for (size_t i = 0; i < count && !at_once; i++)
        if (arguments[i].kind == STORE_NUMBERS) turns = arguments[i].count;
    s->lists = (struct store_lists){&s->sqlite, arguments, count};
    int code = SQLITE_DONE;
    for (size_t turn = 0; turn < turns && code == SQLITE_DONE; turn++) {
        for (size_t i = 0; i < count && !at_once; i++)
            bind(s, *stmt, (int)i + 1, &arguments[i], turn);
        code = step_all(s, *stmt, row, self);
        if (code != SQLITE_DONE) file_fail(s, e);
        s->sqlite.sqlite3_reset(*stmt);
    }
    s->lists.count = 0;
    s->sqlite.sqlite3_clear_bindings(*stmt);
    return code == SQLITE_DONE;
}

/* Nothing is asked in it when it fails. */
static void note(struct engine *s, enum statement statement) {
    run(s, statement, NULL, 0, NULL, NULL, NULL);
}

/* All of the archive is written anew, which memory may not hold: into a file without a name, in the folder of
 * the archive, where the journal wants as much room. */
static bool temporary_beside(struct engine *s, struct error *e) {
    struct str sql = {0};
    struct slice folder = path_folder(slice_of(s->where));
    str_append_text(&sql, "PRAGMA temp_store=FILE;PRAGMA temp_store_directory='");
    for (size_t i = 0; i < folder.len; i++) {
        if (folder.data[i] == '\'') str_append_byte(&sql, '\'');
        str_append_byte(&sql, folder.data[i]);
    }
    str_append_text(&sql, "'");
    bool ok = file_execute(s, str_text(&sql), e);
    str_free(&sql);
    return ok;
}

static bool compact(struct engine *s, struct error *e) {
    for (size_t i = 0; i < STATEMENTS; i++) { /* one that is still prepared keeps pages in use */
        s->sqlite.sqlite3_finalize(s->prepared[i]);
        s->prepared[i] = NULL;
    }
    store_prints_rest(&s->prints);
    s->sqlite.sqlite3_limit(s->db, SQLITE_LIMIT_ATTACHED, 1); /* it works in a second database of its own */
    bool ok = temporary_beside(s, e) && file_execute(s, "VACUUM", e);
    s->sqlite.sqlite3_limit(s->db, SQLITE_LIMIT_ATTACHED, 0);
    return file_execute(s, "PRAGMA temp_store=MEMORY;PRAGMA temp_store_directory=''", ok ? e : NULL) && ok;
}

/* Who reads goes on meanwhile; who wrote later by what it read before would bring back what was erased, so
 * all are told that the file is another. */
static bool erase_gaps(struct engine *s, sqlite3_file *file, struct error *e) {
    struct str sql = {0};
    str_printf(&sql, "PRAGMA user_version=%d;COMMIT", SCHEMA_VERSION);
    bool ok = file_execute(s, "PRAGMA shrink_memory;BEGIN IMMEDIATE", e);
    int code = ok ? gaps_erase(file) : SQLITE_OK;
    if (code != SQLITE_OK) ok = say(e, s->where, code, s->sqlite.sqlite3_errstr(code));
    ok = ok && file_execute(s, str_text(&sql), e);
    if (!ok) file_execute(s, "ROLLBACK", NULL);
    str_free(&sql);
    return ok;
}

static bool scrub(struct engine *s, struct error *e) {
    sqlite3_file *file = NULL;
    int code = s->sqlite.sqlite3_file_control(s->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return code == SQLITE_OK && gaps_are_known(file) ? erase_gaps(s, file, e) : compact(s, e);
}

static bool verify(struct engine *s, struct str *problems, struct error *e) {
    sqlite3_stmt *stmt = NULL;
    if (s->sqlite.sqlite3_prepare_v2(s->db, "PRAGMA integrity_check(10)", -1, &stmt, NULL) != SQLITE_OK)
        return file_fail(s, e);
    int code;
    while ((code = s->sqlite.sqlite3_step(stmt)) == SQLITE_ROW) {
        const char *line = (const char *)s->sqlite.sqlite3_column_text(stmt, 0);
        if (line && strcmp(line, "ok") != 0) str_printf(problems, "%s\n", line);
    }
    s->sqlite.sqlite3_finalize(stmt);
    return code == SQLITE_DONE || file_fail(s, e);
}

void store_keep_library(void) {
    library_keep(SQLITE_LIBRARY);
}

const struct store_engine engine_sqlite = {.run = run,
                                           .note = note,
                                           .scrub = scrub,
                                           .compact = compact,
                                           .verify = verify,
                                           .close = close_file,
                                           .most = TEXTS_MOST};
