#ifndef SUNTING_ARCHIVE_ENGINE_H
#define SUNTING_ARCHIVE_ENGINE_H

#include "archive/store.h"

/* What store.h asks of an engine: the functions of the same names there. */
struct engine {
    struct store *(*open)(const char *where, enum store_mode mode, int patience, struct error *e);
    void (*close)(struct store *store);
    bool (*run)(struct store *store, enum statement statement, const struct store_value *arguments,
                size_t count, store_row *row, void *self, struct error *e);
    bool (*scrub)(struct store *store, struct error *e);
    bool (*verify)(struct store *store, struct str *problems, struct error *e);
};

/* First in the struct of an engine. */
struct store {
    const struct engine *engine;
};

extern const struct engine engine_sqlite;

/* The tables of an archive for SQLite, in order, ended by NULL. */
extern const char *const schema_sqlite[];
enum { SCHEMA_APPLICATION = 0x53756e41 /* "SunA" */, SCHEMA_VERSION = 1 };

#endif
