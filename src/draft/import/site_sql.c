#include "base/hex.h"
#include "draft/import/site_post.h"

/* A dump: INSERT INTO and, of PostgreSQL, COPY. A statement begins its line; strings may hold line ends. */
struct table {
    struct str name;
    struct site_columns columns;
};

struct sql {
    struct site *site;
    struct slice s;
    size_t at;
    bool backslashes;         /* are an escape: MySQL's, not the SQL standard's */
    VEC(struct table) tables; /* those of CREATE TABLE */
    bool looking;             /* the first time over it: which tables are there? */
    bool named;               /* one is called after its texts, so only such count */
};

static void skip_space(struct sql *q) {
    while (q->at < q->s.len && q->s.data[q->at] && strchr(" \t\r\n", q->s.data[q->at]))
        q->at++;
}

static bool accept(struct sql *q, const char *word) {
    skip_space(q);
    size_t n = strlen(word);
    if (q->s.len - q->at < n || !slice_equal_nocase(slice_range(q->s, q->at, q->at + n), slice_of(word)))
        return false;
    q->at += n;
    return true;
}

/* `name`, "name", [name] or name; of schema.name the last. Empty: there is none. */
static struct slice read_name(struct sql *q) {
    struct slice name = {0};
    do {
        skip_space(q);
        char open = q->at < q->s.len ? q->s.data[q->at] : '\0';
        bool quoted = open && strchr("`\"[", open);
        size_t start = q->at + quoted, end = start;
        while (
            end < q->s.len && q->s.data[end] &&
            (quoted ? q->s.data[end] != (open == '[' ? ']' : open) : !strchr(" \t\r\n.,();", q->s.data[end])))
            end++;
        name = slice_range(q->s, start, end);
        q->at = end + (quoted && end < q->s.len);
    } while (q->at < q->s.len && q->s.data[q->at] == '.' && q->at++);
    return name;
}

static char escaped(char c) {
    return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
}

/* After its opening mark. */
static void read_string(struct sql *q, bool backslashes, struct str *out) {
    while (q->at < q->s.len) {
        char c = q->s.data[q->at++];
        bool more = q->at < q->s.len;
        if (c == '\'' && more && q->s.data[q->at] == '\'')
            q->at++;
        else if (c == '\'')
            return;
        else if (c == '\\' && backslashes && more)
            c = escaped(q->s.data[q->at++]);
        str_append_byte(out, c);
    }
}

/* 0x42: as phpMyAdmin and mysqldump --hex-blob write a text in a BLOB. */
static bool append_hex(struct str *out, struct slice word) {
    size_t before = out->len;
    if (word.len % 2 || !slice_starts(word, SLICE("0x"))) return false;
    for (size_t i = 2; i < word.len; i += 2) {
        int high = hex_digit(word.data[i]), low = hex_digit(word.data[i + 1]);
        if (high < 0 || low < 0) {
            str_splice(out, before, out->len - before, SLICE(""));
            return false;
        }
        str_append_byte(out, (char)(high << 4 | low));
    }
    return true;
}

/* A string with what may stand before it (E, N, _utf8mb4), a number, NULL, or a call, which says nothing. */
static void read_value(struct sql *q, struct str *out) {
    size_t start = q->at, depth = 0;
    for (; q->at < q->s.len; q->at++) {
        char c = q->s.data[q->at];
        if (!depth && (c == ',' || c == ')')) break;
        depth += c == '(';
        depth -= c == ')';
        if (c != '\'') continue;
        bool e = q->at > start && (q->s.data[q->at - 1] | ' ') == 'e';
        q->at++;
        str_clear(out);
        read_string(q, q->backslashes || e, out);
        q->at--;
        start = SIZE_MAX;
    }
    struct slice word = start == SIZE_MAX ? SLICE("") : slice_trim(slice_range(q->s, start, q->at));
    if (!append_hex(out, word) && !slice_equal_nocase(word, SLICE("NULL"))) str_append(out, word);
}

static void read_columns(struct sql *q, struct site_columns *columns) {
    do
        site_columns_add(columns, read_name(q));
    while (accept(q, ","));
    accept(q, ")");
}

/* Its rows are to be read. */
static bool is_meant(struct sql *q, struct slice name, const struct site_columns *columns) {
    bool named = site_table_of_texts(name), meant = site_columns_have_text(columns, named);
    q->named |= named && meant;
    return meant && !q->looking && (named || !q->named);
}

static void read_rows(struct sql *q, struct slice table, const struct site_columns *columns) {
    struct str value = {0};
    while (accept(q, "(") && !q->site->stopped) {
        site_set(q->site, SITE_TABLE, table);
        for (size_t i = 0;; i++) {
            str_clear(&value);
            skip_space(q);
            read_value(q, &value);
            site_set(q->site, site_columns_field(columns, i), str_slice(&value));
            if (!accept(q, ",")) break;
        }
        accept(q, ")");
        site_give(q->site);
        if (!accept(q, ",")) break;
    }
    str_free(&value);
}

static const struct site_columns *columns_of(const struct sql *q, struct slice name) {
    static const struct site_columns none;
    for (size_t i = 0; i < q->tables.count; i++)
        if (slice_equal_nocase(name, str_slice(&q->tables.items[i].name))) return &q->tables.items[i].columns;
    return &none;
}

static void read_insert(struct sql *q) {
    struct site_columns own = {0};
    accept(q, "IGNORE");
    if (!accept(q, "INTO")) return;
    struct slice name = read_name(q);
    if (accept(q, "(")) read_columns(q, &own);
    const struct site_columns *columns = own.entries.count ? &own : columns_of(q, name);
    if (accept(q, "VALUES") && is_meant(q, name, columns)) read_rows(q, name, columns);
    vec_free(&own.entries);
}

/* The names of its columns: the first word of each line in the parentheses. */
static void read_create(struct sql *q) {
    if (!q->looking) return;
    struct table *table = vec_add(&q->tables);
    accept(q, "IF NOT EXISTS");
    str_append(&table->name, read_name(q));
    if (!accept(q, "(")) return;
    while (q->at < q->s.len && q->s.data[q->at] != ';') {
        skip_space(q);
        if (accept(q, ")")) break;
        site_columns_add(&table->columns, read_name(q));
        size_t end = slice_find_byte(q->s, '\n', q->at);
        q->at = end == SIZE_MAX ? q->s.len : end;
    }
}

/* COPY name (columns) FROM stdin; then a line a row, cells by tabs, until \. */
static void read_copy(struct sql *q) {
    struct site_columns columns = {0};
    struct str value = {0};
    struct slice name = read_name(q);
    if (accept(q, "(")) read_columns(q, &columns);
    bool meant = is_meant(q, name, &columns);
    struct slice rest = slice_range(q->s, q->at, q->s.len);
    slice_cut(&rest, '\n');
    while (rest.len && !q->site->stopped && meant) {
        struct slice line = slice_cut(&rest, '\n');
        if (slice_starts(line, SLICE("\\."))) break;
        site_set(q->site, SITE_TABLE, name);
        for (size_t i = 0; line.len; i++) {
            struct slice cell = slice_cut(&line, '\t');
            str_clear(&value);
            for (size_t k = 0; k < cell.len && !slice_equal_text(cell, "\\N"); k++) {
                bool escape = cell.data[k] == '\\' && k + 1 < cell.len;
                k += escape;
                str_append_byte(&value, escape ? escaped(cell.data[k]) : cell.data[k]);
            }
            site_set(q->site, site_columns_field(&columns, i), str_slice(&value));
        }
        site_give(q->site);
    }
    q->at = q->s.len - rest.len;
    vec_free(&columns.entries);
    str_free(&value);
}

static void read_statement(struct sql *q) {
    if (accept(q, "INSERT") || accept(q, "REPLACE"))
        read_insert(q);
    else if (accept(q, "CREATE TABLE"))
        read_create(q);
    else if (accept(q, "COPY "))
        read_copy(q);
}

static void read_statements(struct sql *q) {
    q->at = 0;
    while (q->at < q->s.len && !q->site->stopped) {
        read_statement(q);
        size_t end = slice_find_byte(q->s, '\n', q->at);
        q->at = end == SIZE_MAX ? q->s.len : end + 1;
    }
}

bool site_read_sql(struct site *site, struct slice text) {
    struct sql q = {.site = site, .s = text, .looking = true};
    q.backslashes = slice_find(text, SLICE("PostgreSQL database dump"), 0) == SIZE_MAX;
    read_statements(&q);
    q.looking = false;
    read_statements(&q);
    for (size_t i = 0; i < q.tables.count; i++) {
        str_free(&q.tables.items[i].name);
        vec_free(&q.tables.items[i].columns.entries);
    }
    vec_free(&q.tables);
    return true;
}
