#include "archive/store_engine.h"

#include "archive/messages.h"

#include <stdlib.h>

struct store {
    const struct store_engine *functions;
    struct engine *engine;
    size_t failures;
};

bool store_is_remote(struct slice where) {
    return slice_starts(where, SLICE("postgresql://")) || slice_starts(where, SLICE("postgres://"));
}

/* Command lines and settings are read by others: user:PASSWORD@host, ?password=, ?sslpassword=. */
static bool has_password(struct slice where) {
    size_t begin = slice_find(where, SLICE("//"), 0) + 2;
    size_t parameters = slice_find_byte(where, '?', begin), end = slice_find_byte(where, '/', begin);
    if (parameters == SIZE_MAX) parameters = where.len;
    if (end > parameters) end = parameters;
    struct slice place = slice_range(where, begin, end), user = slice_cut(&place, '@');
    return (place.data && user.len < end - begin && slice_find_byte(user, ':', 0) != SIZE_MAX) ||
           slice_find(where, SLICE("password="), parameters) != SIZE_MAX;
}

bool store_may_be_named(const char *where, struct error *e) {
    struct slice place = slice_of(where);
    return !store_is_remote(place) || !has_password(place) || error_set(e, ARCHIVE_PASSWORD);
}

struct store *store_open(const char *where, enum store_mode mode, int patience, struct error *e) {
    bool remote = store_is_remote(slice_of(where));
    if (!store_may_be_named(where, e)) return NULL;
    struct engine *engine =
        remote ? remote_open(where, mode, patience, e) : sqlite_open(where, mode, patience, e);
    if (!engine) return NULL;
    struct store *s = memory_zero(1, sizeof *s);
    *s = (struct store){.functions = remote ? &engine_remote : &engine_sqlite, .engine = engine};
    return s;
}

bool store_may_come_back(const struct store *s) {
    return s->functions->may_come_back && s->functions->may_come_back(s->engine);
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

bool store_is_far(const struct store *s) {
    return s->functions == &engine_remote;
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
    enum { AT_ONCE = 1 << 12 }; /* SQLite keeps a copy of each page that they change until they are done */
    size_t room = count < AT_ONCE ? count : AT_ONCE;
    int64_t *columns = count ? memory_zero(width * room, sizeof *columns) : NULL;
    struct store_value arguments[STORE_ARGUMENTS];
    bool ok = true;
    for (size_t first = 0; ok && first < count; first += room) {
        size_t some = count - first < room ? count - first : room;
        for (size_t i = 0; i < width; i++) {
            for (size_t k = 0; k < some; k++)
                columns[i * room + k] = rows[(first + k) * width + i];
            arguments[i] = store_numbers(&columns[i * room], some);
        }
        ok = store_run(s, statement, arguments, width, row, self, e);
    }
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

bool store_compact(struct store *s, struct error *e) {
    return s->functions->compact(s->engine, e);
}

bool store_verify(struct store *s, struct str *problems, struct error *e) {
    return s->functions->verify(s->engine, problems, e);
}
