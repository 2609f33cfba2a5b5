#include "archive/engine.h"

struct store *store_open(const char *where, enum store_mode mode, int patience, struct error *e) {
    return engine_sqlite.open(where, mode, patience, e);
}

void store_close(struct store *store) {
    if (store) store->engine->close(store);
}

bool store_run(struct store *store, enum statement statement, const struct store_value *arguments,
               size_t count, store_row *row, void *self, struct error *e) {
    return store->engine->run(store, statement, arguments, count, row, self, e);
}

bool store_begin(struct store *store, struct error *e) {
    return store_run(store, STATEMENT_BEGIN, NULL, 0, NULL, NULL, e);
}

bool store_commit(struct store *store, struct error *e) {
    if (store_run(store, STATEMENT_COMMIT, NULL, 0, NULL, NULL, e)) return true;
    store_rollback(store);
    return false;
}

void store_rollback(struct store *store) {
    store_run(store, STATEMENT_ROLLBACK, NULL, 0, NULL, NULL, NULL);
}

bool store_scrub(struct store *store, struct error *e) {
    return store->engine->scrub(store, e);
}

bool store_verify(struct store *store, struct str *problems, struct error *e) {
    return store->engine->verify(store, problems, e);
}
