#ifndef SUNTING_ARCHIVE_SQLITE_LIBRARY_H
#define SUNTING_ARCHIVE_SQLITE_LIBRARY_H

#include "base/library.h"

#include <sqlite3.h>

/* SQLite, loaded when an archive is opened: it would cost each start of the program a fourth of what the
 * other libraries do. */
#define SQLITE_FUNCTIONS(one)                                                                                \
    one(sqlite3_bind_blob) one(sqlite3_bind_int64) one(sqlite3_bind_null) one(sqlite3_bind_parameter_count)  \
        one(sqlite3_bind_text) one(sqlite3_busy_timeout) one(sqlite3_clear_bindings) one(sqlite3_close)      \
            one(sqlite3_column_blob) one(sqlite3_column_bytes) one(sqlite3_column_count)                     \
                one(sqlite3_column_int64) one(sqlite3_column_text) one(sqlite3_column_type)                  \
                    one(sqlite3_create_module) one(sqlite3_db_config) one(sqlite3_declare_vtab)              \
                        one(sqlite3_errmsg) one(sqlite3_errstr) one(sqlite3_exec)                            \
                            one(sqlite3_extended_errcode) one(sqlite3_file_control) one(sqlite3_finalize)    \
                                one(sqlite3_limit) one(sqlite3_open_v2) one(sqlite3_prepare_v2)              \
                                    one(sqlite3_prepare_v3) one(sqlite3_reset) one(sqlite3_result_int64)     \
                                        one(sqlite3_step)

/* The Makefile says which one the linker would take. */
#ifndef SQLITE_LIBRARY
#define SQLITE_LIBRARY "libsqlite3.so.0"
#endif

struct sqlite_library {
    SQLITE_FUNCTIONS(LIBRARY_MEMBER) void *handle;
};

#endif
