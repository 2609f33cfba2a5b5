#ifndef SUNTING_ARCHIVE_STORE_ENGINE_H
#define SUNTING_ARCHIVE_STORE_ENGINE_H

#include "archive/store.h"

/* What keeps an archive: the functions that a store (store.h) is made of. Each is false with a sentence in e,
 * which may be NULL. */
struct store_engine {
    bool (*run)(struct engine *engine, enum statement statement, const struct store_value *arguments,
                size_t count, store_row *row, void *self, struct error *e);
    /* A reading is told to begin or to end; nobody waits for the answer. */
    void (*note)(struct engine *engine, enum statement statement);
    bool (*scrub)(struct engine *engine, struct error *e);
    bool (*compact)(struct engine *engine, struct error *e);
    bool (*verify)(struct engine *engine, struct str *problems, struct error *e);
    void (*close)(struct engine *engine);
    /* NULL: it never waits for long. */
    void (*watch)(struct engine *engine, bool (*interrupted)(void *), void *by);
    /* Whether it may answer later what it cannot now; NULL: never. */
    bool (*may_come_back)(const struct engine *engine);
    int64_t most; /* texts that it has room for */
};

extern const struct store_engine engine_sqlite;
extern const struct store_engine engine_remote;
/* As store_open(). */
struct engine *sqlite_open(const char *where, enum store_mode mode, int patience, struct error *e);
struct engine *remote_open(const char *where, enum store_mode mode, int patience, struct error *e);

#endif
