#include "archive/store_engine.h"

#include <stdlib.h>

struct store {
    const struct store_engine *functions;
    struct engine *engine;
    size_t failures;
};

struct store *store_open(const char *where, enum store_mode mode, int patience, struct error *e) {
    struct engine *engine = sqlite_open(where, mode, patience, e);
    if (!engine) return NULL;
    struct store *s = memory_zero(1, sizeof *s);
    *s = (struct store){.functions = &engine_sqlite, .engine = engine};
    return s;
}

void store_close(struct store *s) {
    if (!s) return;
    s->functions->close(s->engine);
    free(s);
}

bool store_run(struct store *s, enum statement statement, const struct store_value *arguments, size_t count,
               store_row *row, void *self, struct error *e) {
    bool ok = s->functions->run(s->engine, statement, arguments, count, row, self, e);
    s->failures += !ok;
    return ok;
}

size_t store_failures(const struct store *s) {
    return s->failures;
}

int64_t store_most(const struct store *s) {
    return s->functions->most;
}

void store_take_number(void *number, const struct store_value *columns) {
    *(int64_t *)number = columns[0].number;
}

bool store_run_rows(struct store *s, enum statement statement, const int64_t *rows, size_t width,
                    size_t count, store_row *row, void *self, struct error *e) {
    if (!count) return true;
    int64_t *columns = memory_zero(width * count, sizeof *columns);
    struct store_value arguments[STORE_ARGUMENTS];
    for (size_t i = 0; i < width; i++) {
        for (size_t k = 0; k < count; k++)
            columns[i * count + k] = rows[k * width + i];
        arguments[i] = store_numbers(&columns[i * count], count);
    }
    bool ok = store_run(s, statement, arguments, width, row, self, e);
    free(columns);
    return ok;
}

bool store_begin(struct store *s, struct error *e) {
    return store_run(s, STATEMENT_BEGIN, NULL, 0, NULL, NULL, e);
}

bool store_commit(struct store *s, struct error *e) {
    if (store_run(s, STATEMENT_COMMIT, NULL, 0, NULL, NULL, e)) return true;
    store_rollback(s);
    return false;
}

void store_rollback(struct store *s) {
    store_run(s, STATEMENT_ROLLBACK, NULL, 0, NULL, NULL, NULL);
}

void store_read_begin(struct store *s, bool (*interrupted)(void *), void *by) {
    if (s->functions->watch) s->functions->watch(s->engine, interrupted, by);
    s->functions->note(s->engine, STATEMENT_READ_BEGIN);
}

void store_read_end(struct store *s) {
    s->functions->note(s->engine, STATEMENT_COMMIT);
    if (s->functions->watch) s->functions->watch(s->engine, NULL, NULL);
}

bool store_scrub(struct store *s, struct error *e) {
    return s->functions->scrub(s->engine, e);
}

bool store_verify(struct store *s, struct str *problems, struct error *e) {
    return s->functions->verify(s->engine, problems, e);
}
