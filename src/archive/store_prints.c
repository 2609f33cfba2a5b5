#include "archive/store_prints.h"

enum {
    ARTICLE_SHIFT = 8,
    /* Of 4,056 that a page has room for: a row lies in one page, with no other after it. */
    ROW_BYTES = 4000
};

static const char *const queries[PRINT_QUERIES] = {
    /* the row in which a number stands if it is there, else the first; and the one after it */
    [PRINT_ROW] =
        "SELECT k, isi FROM jejak WHERE k >= coalesce((SELECT max(k) FROM jejak WHERE k <= ?1), ?1) "
        "ORDER BY k LIMIT 2",
    [PRINT_BACK] = "SELECT k, isi FROM jejak WHERE k <= ?1 ORDER BY k DESC",
    [PRINT_ON] = "SELECT k, isi FROM jejak WHERE k >= coalesce((SELECT max(k) FROM jejak WHERE k <= ?1), ?1) "
                 "ORDER BY k",
    [PRINT_NEXT] = "SELECT k, isi FROM jejak WHERE k > ?1 ORDER BY k LIMIT 1",
    [PRINT_PUT] = "INSERT OR REPLACE INTO jejak(k, isi) VALUES(?1, ?2)",
    [PRINT_DROP] = "DELETE FROM jejak WHERE k = ?1",
};

static int64_t article_of(int64_t number) {
    return packed_place(number) >> ARTICLE_SHIFT;
}

/* At its beginning, with its one number bound; SQLITE_OK. */
static int prepare(struct store_prints *s, enum print_query query, int64_t number, sqlite3_stmt **stmt) {
    int code = SQLITE_OK;
    if (s->prepared[query])
        s->sqlite->sqlite3_reset(s->prepared[query]);
    else
        code = s->sqlite->sqlite3_prepare_v3(s->db, queries[query], -1, SQLITE_PREPARE_PERSISTENT,
                                             &s->prepared[query], NULL);
    *stmt = s->prepared[query];
    return code == SQLITE_OK ? s->sqlite->sqlite3_bind_int64(*stmt, 1, number) : code;
}

/* Steps to a row: its bytes are valid until the next step. */
static int take_row(const struct store_prints *s, sqlite3_stmt *stmt, int64_t *first, struct slice *row) {
    int code = s->sqlite->sqlite3_step(stmt);
    if (code != SQLITE_ROW) return code;
    const char *bytes = s->sqlite->sqlite3_column_blob(stmt, 1);
    *first = s->sqlite->sqlite3_column_int64(stmt, 0);
    *row = (struct slice){bytes, bytes ? (size_t)s->sqlite->sqlite3_column_bytes(stmt, 1) : 0};
    return code;
}

/* The same, and appends what it holds. */
static int read_row(const struct store_prints *s, sqlite3_stmt *stmt, struct packed *out, int64_t *first) {
    struct slice row;
    int code = take_row(s, stmt, first, &row);
    if (code == SQLITE_ROW) packed_read(out, *first, row);
    return code;
}

/* SQLITE_OK: as SQLITE_DONE, after statements that are stepped to a row. */
static int finish(const struct store_prints *s, sqlite3_stmt *stmt, int code) {
    s->sqlite->sqlite3_reset(stmt);
    return code == SQLITE_ROW ? SQLITE_DONE : code;
}

/* The row in which the number stands, if it does; first: -1 when there are none. after: where the next one
 * begins. */
static int find_row(struct store_prints *s, int64_t number, int64_t *first, int64_t *after) {
    sqlite3_stmt *stmt;
    int code = prepare(s, PRINT_ROW, number, &stmt);
    vec_clear(&s->row.list);
    *first = -1;
    *after = INT64_MAX;
    if (code != SQLITE_OK) return code;
    code = read_row(s, stmt, &s->row, first);
    if (code == SQLITE_ROW) code = s->sqlite->sqlite3_step(stmt);
    if (code == SQLITE_ROW) *after = s->sqlite->sqlite3_column_int64(stmt, 0);
    return finish(s, stmt, code);
}

static int drop_row(struct store_prints *s, int64_t first) {
    sqlite3_stmt *stmt;
    int code = prepare(s, PRINT_DROP, first, &stmt);
    return code == SQLITE_OK ? finish(s, stmt, s->sqlite->sqlite3_step(stmt)) : code;
}

static int put_row(struct store_prints *s, const int64_t *list, size_t count, struct str *bytes) {
    sqlite3_stmt *stmt;
    int code = prepare(s, PRINT_PUT, list[0], &stmt);
    if (code != SQLITE_OK) return code;
    str_clear(bytes);
    packed_append(bytes, list, count);
    s->sqlite->sqlite3_bind_blob(stmt, 2, bytes->data, (int)bytes->len, SQLITE_STATIC);
    return finish(s, stmt, s->sqlite->sqlite3_step(stmt));
}

/* What was changed in the place of the row that begins with first; in several, about as long as each other,
 * when it is too much for one. */
static int put_rows(struct store_prints *s, int64_t first) {
    const int64_t *list = s->changed.list.items;
    size_t left = s->changed.list.count;
    struct str bytes = {0};
    int code = first >= 0 && (!left || list[0] != first) ? drop_row(s, first) : SQLITE_DONE;
    while (left && code == SQLITE_DONE) {
        size_t fit = packed_fit(list, left, ROW_BYTES), rows = (left + fit - 1) / fit;
        size_t count = (left + rows - 1) / rows;
        code = put_row(s, list, count, &bytes);
        list += count;
        left -= count;
    }
    str_free(&bytes);
    return code;
}

/* In order. */
static void take_given(struct store_prints *s, const struct store_value *numbers) {
    vec_clear(&s->given.list);
    vec_reserve(&s->given.list, numbers->count);
    if (numbers->count) memcpy(s->given.list.items, numbers->numbers, numbers->count * sizeof(int64_t));
    s->given.list.count = numbers->count;
    packed_sort(&s->given);
}

typedef void change_row(const struct packed *packed, const int64_t *list, size_t count, struct packed *out);

static int change(struct store_prints *s, const struct store_value *arguments, change_row *how) {
    int code = SQLITE_DONE;
    take_given(s, arguments);
    const int64_t *list = s->given.list.items;
    for (size_t i = 0, end, count = s->given.list.count; i < count && code == SQLITE_DONE; i = end) {
        int64_t first, after;
        code = find_row(s, list[i], &first, &after);
        for (end = i + 1; end < count && list[end] < after;)
            end++;
        vec_clear(&s->changed.list);
        how(&s->row, list + i, end - i, &s->changed);
        if (code == SQLITE_DONE && s->changed.list.count != s->row.list.count) code = put_rows(s, first);
    }
    return code;
}

static void tell(int64_t number, store_row *row, void *self) {
    const struct store_value columns[STORE_COLUMNS] = {store_number(packed_print(number)),
                                                       store_number(packed_place(number))};
    row(self, columns);
}

/* The row that PRINT_BACK stands at; row.len 0: none. */
struct stepped {
    int64_t first;
    struct slice row;
};

/* Whether all there is between two numbers lies in this row. */
static bool spans(const struct stepped *at, int64_t lowest, int64_t highest) {
    return at->row.len && at->first <= lowest &&
           packed_at(at->first, at->row, packed_count(at->row) - 1) > highest;
}

/* The newest first; how many. */
static size_t tell_newest(const struct stepped *at, int64_t lowest, int64_t highest, size_t most,
                          store_row *row, void *self) {
    size_t begin = packed_before(at->first, at->row, lowest), told = 0;
    for (size_t end = packed_before(at->first, at->row, highest + 1); end > begin && told < most; told++)
        tell(packed_at(at->first, at->row, --end), row, self);
    return told;
}

/* The newest places of a print, in the row of the print before where that has them. */
static int find_newest(struct store_prints *s, int64_t print, struct stepped *at, store_row *row,
                       void *self) {
    sqlite3_stmt *stmt;
    int64_t lowest = packed_number(print, 0), highest = packed_number(print + 1, 0) - 1;
    if (spans(at, lowest, highest)) {
        tell_newest(at, lowest, highest, STORE_LIST, row, self);
        return SQLITE_DONE;
    }
    int code = prepare(s, PRINT_BACK, highest, &stmt);
    if (code != SQLITE_OK) return code;
    size_t found = 0;
    do {
        code = take_row(s, stmt, &at->first, &at->row);
        if (code != SQLITE_ROW) break;
        found += tell_newest(at, lowest, highest, STORE_LIST - found, row, self);
    } while (found < STORE_LIST && at->first >= lowest);
    if (code == SQLITE_ROW) return SQLITE_DONE;
    at->row = (struct slice){0};
    return code;
}

static int find_each_newest(struct store_prints *s, const struct store_value *prints, store_row *row,
                            void *self) {
    struct stepped at = {0};
    int code = SQLITE_DONE;
    for (size_t i = 0; i < prints->count && code == SQLITE_DONE; i++)
        code = find_newest(s, prints->numbers[i], &at, row, self);
    return finish(s, s->prepared[PRINT_BACK], code);
}

/* All places of a print, the oldest first. */
static int find_all(struct store_prints *s, int64_t print, store_row *row, void *self) {
    sqlite3_stmt *stmt;
    struct slice bytes;
    int64_t lowest = packed_number(print, 0), highest = packed_number(print + 1, 0) - 1, first = 0;
    int code = prepare(s, PRINT_ON, lowest, &stmt);
    if (code != SQLITE_OK) return code;
    while ((code = take_row(s, stmt, &first, &bytes)) == SQLITE_ROW && first <= highest) {
        size_t end = packed_before(first, bytes, highest + 1);
        for (size_t i = packed_before(first, bytes, lowest); i < end; i++)
            tell(packed_at(first, bytes, i), row, self);
    }
    return finish(s, stmt, code);
}

static int find_each(struct store_prints *s, const struct store_value *prints, store_row *row, void *self) {
    int code = SQLITE_DONE;
    for (size_t i = 0; i < prints->count && code == SQLITE_DONE; i++)
        code = find_all(s, prints->numbers[i], row, self);
    return code;
}

/* Calls row for each of them that is there. */
static int find_given(struct store_prints *s, const struct store_value *arguments, store_row *row,
                      void *self) {
    int code = SQLITE_DONE;
    take_given(s, arguments);
    const int64_t *list = s->given.list.items;
    for (size_t i = 0, k = 0, count = s->given.list.count; i < count && code == SQLITE_DONE; k = 0) {
        int64_t first, after;
        code = find_row(s, list[i], &first, &after);
        do {
            const struct store_value columns[STORE_COLUMNS] = {store_number(1),
                                                               store_number(packed_print(list[i]))};
            while (k < s->row.list.count && s->row.list.items[k] < list[i])
                k++;
            if (k < s->row.list.count && s->row.list.items[k] == list[i]) row(self, columns);
        } while (++i < count && list[i] < after);
    }
    return code;
}

static int count_all(struct store_prints *s, store_row *row, void *self) {
    sqlite3_stmt *stmt;
    struct slice bytes;
    int64_t total = 0, first;
    int code = prepare(s, PRINT_ON, 0, &stmt);
    if (code != SQLITE_OK) return code;
    while ((code = take_row(s, stmt, &first, &bytes)) == SQLITE_ROW)
        total += (int64_t)packed_count(bytes);
    const struct store_value columns[STORE_COLUMNS] = {store_number(total)};
    row(self, columns);
    return finish(s, stmt, code);
}

static bool is_among(const struct packed *list, int64_t number) {
    size_t at = vec_before(const int64_t, one, &list->list, *one < number);
    return at < list->list.count && list->list.items[at] == number;
}

/* All that are of these texts, wherever they lie. */
static int remove_texts(struct store_prints *s, const struct store_value *articles) {
    sqlite3_stmt *stmt;
    int64_t first = -1;
    int code = SQLITE_DONE;
    take_given(s, articles);
    for (bool more = true; more && code == SQLITE_DONE;) {
        vec_clear(&s->row.list);
        vec_clear(&s->changed.list);
        code = prepare(s, PRINT_NEXT, first, &stmt);
        if (code != SQLITE_OK) return code;
        code = read_row(s, stmt, &s->row, &first);
        more = code == SQLITE_ROW;
        code = finish(s, stmt, code);
        vec_each(const int64_t, number, &s->row.list)
            if (!is_among(&s->given, article_of(*number))) vec_push(&s->changed.list, *number);
        if (code == SQLITE_DONE && s->changed.list.count != s->row.list.count) code = put_rows(s, first);
    }
    return code;
}

bool store_prints_answer(enum statement statement) {
    return statement == STATEMENT_PRINT_ADD || statement == STATEMENT_PRINT_REMOVE ||
           statement == STATEMENT_PRINT_FIND || statement == STATEMENT_PRINT_ALL ||
           statement == STATEMENT_PRINT_HAS || statement == STATEMENT_PRINT_COUNT ||
           statement == STATEMENT_PRINT_SCRUB;
}

int store_prints_run(struct store_prints *s, enum statement statement, const struct store_value *arguments,
                     store_row *row, void *self) {
    switch (statement) {
    case STATEMENT_PRINT_ADD:
        return change(s, arguments, packed_join);
    case STATEMENT_PRINT_REMOVE:
        return change(s, arguments, packed_without);
    case STATEMENT_PRINT_FIND:
        return find_each_newest(s, arguments, row, self);
    case STATEMENT_PRINT_ALL:
        return find_each(s, arguments, row, self);
    case STATEMENT_PRINT_HAS:
        return find_given(s, arguments, row, self);
    case STATEMENT_PRINT_COUNT:
        return count_all(s, row, self);
    default:
        return remove_texts(s, arguments);
    }
}

int store_prints_pack(struct store_prints *s, const char *sql) {
    enum { AT_ONCE = 1 << 14 };
    sqlite3_stmt *stmt = NULL;
    struct packed part = {0};
    int code = s->sqlite->sqlite3_prepare_v2(s->db, sql, -1, &stmt, NULL);
    for (bool more = code == SQLITE_OK; more;) {
        code = s->sqlite->sqlite3_step(stmt);
        more = code == SQLITE_ROW;
        if (more) vec_push(&part.list, s->sqlite->sqlite3_column_int64(stmt, 0));
        if (part.list.count < (more ? AT_ONCE : 1) || (code != SQLITE_ROW && code != SQLITE_DONE)) continue;
        const struct store_value given[] = {store_numbers(part.list.items, part.list.count)};
        code = change(s, given, packed_join);
        more = more && code == SQLITE_DONE;
        vec_clear(&part.list);
    }
    s->sqlite->sqlite3_finalize(stmt);
    vec_free(&part.list);
    return code;
}

void store_prints_rest(struct store_prints *s) {
    for (size_t i = 0; i < PRINT_QUERIES; i++) {
        s->sqlite->sqlite3_finalize(s->prepared[i]);
        s->prepared[i] = NULL;
    }
}

void store_prints_free(struct store_prints *s) {
    store_prints_rest(s);
    vec_free(&s->row.list);
    vec_free(&s->changed.list);
    vec_free(&s->given.list);
}
