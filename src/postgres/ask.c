#include "postgres/ask.h"

#include "base/utf8.h"
#include "postgres/schema.h"
#include "postgres/search.h"

#include <arpa/inet.h>
#include <endian.h>
#include <stdio.h>
#include <stdlib.h>

/* Types, by the numbers of pg_type. */
enum { TYPE_BYTES = 17, TYPE_INT8 = 20, TYPE_INT4 = 23, TYPE_TEXT = 25, TYPE_INT8_LIST = 1016 };
enum { ROWS_BYTES = 1 << 16, BINARY = 1 };

static const char *const sql_of[STATEMENTS] = {
#define STATEMENT(name, sql) [STATEMENT_##name] = sql,
#include "postgres/statements.def"
#undef STATEMENT
};
enum {
    COUNTED = 0
#define STATEMENT(name, sql) +1
#include "postgres/statements.def"
#undef STATEMENT
};
_Static_assert((int)COUNTED == (int)STATEMENTS, "a statement of archive/statements.def is missing");

struct parameters {
    int count;
    Oid types[STORE_ARGUMENTS];
    const char *values[STORE_ARGUMENTS];
    int lengths[STORE_ARGUMENTS], formats[STORE_ARGUMENTS];
    struct str bytes[STORE_ARGUMENTS];
};

static void put_32(struct str *out, int32_t number) {
    uint32_t bytes = htonl((uint32_t)number);
    str_append(out, (struct slice){(const char *)&bytes, sizeof bytes});
}

static void put_64(struct str *out, int64_t number) {
    uint64_t bytes = htobe64((uint64_t)number);
    str_append(out, (struct slice){(const char *)&bytes, sizeof bytes});
}

/* One dimension, no NULL among them. */
static void put_list(struct str *out, const struct store_value *value) {
    put_32(out, value->count ? 1 : 0);
    put_32(out, 0);
    put_32(out, TYPE_INT8);
    if (!value->count) return;
    put_32(out, (int32_t)value->count);
    put_32(out, 1);
    for (size_t i = 0; i < value->count; i++) {
        put_32(out, sizeof(int64_t));
        put_64(out, value->numbers[i]);
    }
}

/* The server takes no NUL, and nothing that is no UTF-8; as many bytes as before, since places count them. */
static void put_text(struct str *out, struct slice text) {
    size_t begun = out->len;
    str_append(out, text);
    if (!memchr(text.data, '\0', text.len) && utf8_valid(text)) return;
    for (size_t i = 0, n; i < text.len; i += n) {
        uint32_t rune = utf8_decode(text, i, &n);
        if (!rune || (rune == UTF8_INVALID && n == 1)) out->data[begun + i] = '?';
    }
}

enum meaning { AS_IT_IS, AS_VECTOR, AS_QUERY };

static enum meaning meaning_of(enum statement statement, int argument) {
    switch (statement) {
    case STATEMENT_SEARCH_ADD:
        return argument ? AS_VECTOR : AS_IT_IS;
    case STATEMENT_SEARCH_NEWEST:
    case STATEMENT_SEARCH_BEST:
    case STATEMENT_SEARCH_COUNT:
        return argument ? AS_IT_IS : AS_QUERY;
    default:
        return AS_IT_IS;
    }
}

static Oid put_value(struct str *out, const struct store_value *value, enum meaning meaning) {
    switch (value->kind) {
    case STORE_NUMBER:
        put_64(out, value->number);
        return TYPE_INT8;
    case STORE_NUMBERS:
        put_list(out, value);
        return TYPE_INT8_LIST;
    case STORE_BYTES:
        str_append(out, value->bytes);
        return TYPE_BYTES;
    default:
        if (meaning == AS_VECTOR)
            search_vector(out, value->bytes);
        else if (meaning == AS_QUERY)
            search_query(out, value->bytes);
        else
            put_text(out, value->bytes);
        return TYPE_TEXT;
    }
}

static void put_parameters(struct parameters *p, const struct wire_run *asked) {
    for (p->count = 0; p->count < asked->count; p->count++) {
        int at = p->count;
        const struct store_value *value = &asked->arguments[at];
        p->types[at] = put_value(&p->bytes[at], value, meaning_of(asked->statement, at));
        p->values[at] = value->kind == STORE_NULL ? NULL : str_text(&p->bytes[at]);
        p->lengths[at] = (int)p->bytes[at].len;
        p->formats[at] = BINARY;
    }
}

static void free_parameters(struct parameters *p) {
    for (size_t i = 0; i < STORE_ARGUMENTS; i++)
        str_free(&p->bytes[i]);
}

static bool prepare(struct session *session, enum statement statement, const struct parameters *p) {
    char name[16];
    if (session->prepared[statement]) return true;
    snprintf(name, sizeof name, "s%d", (int)statement);
    PGresult *result = PQsendPrepare(session->connection, name, sql_of[statement], p->count, p->types)
                           ? session_result(session)
                           : NULL;
    session->prepared[statement] = result != NULL;
    PQclear(result);
    return result != NULL;
}

static struct store_value cell_of(const PGresult *result, int row, int column) {
    const char *bytes = PQgetvalue(result, row, column);
    size_t len = (size_t)PQgetlength(result, row, column);
    struct slice cell = {bytes, len};
    uint64_t big;
    uint32_t small;
    if (PQgetisnull(result, row, column)) return (struct store_value){.kind = STORE_NULL};
    switch (PQftype(result, column)) {
    case TYPE_INT8:
        memcpy(&big, bytes, len < sizeof big ? len : sizeof big);
        return store_number(be64toh(big));
    case TYPE_INT4:
        memcpy(&small, bytes, len < sizeof small ? len : sizeof small);
        return store_number((int32_t)ntohl(small));
    case TYPE_BYTES:
        return store_bytes(cell);
    default:
        return store_text(cell);
    }
}

static void put_rows(struct asking *asking, const PGresult *result) {
    int rows = PQntuples(result), columns = PQnfields(result);
    for (int row = 0; row < rows;) {
        size_t begun = wire_begin(asking->out, WIRE_ROWS, asking->request);
        wire_put_number(asking->out, columns);
        for (; row < rows && asking->out->len - begun < ROWS_BYTES; row++)
            for (int column = 0; column < columns; column++) {
                struct store_value cell = cell_of(result, row, column);
                wire_put_value(asking->out, &cell, 0, 0);
            }
        wire_end(asking->out, begun);
        asking->flush(asking->self, asking->out);
    }
}

/* Several statements; nothing is left of the first when the second fails. */
static bool run_all(struct session *session, const char *sql) {
    if (session_execute(session, sql)) return true;
    enum wire_trouble trouble = session->trouble;
    session_execute(session, "ROLLBACK");
    return session_fail(session, trouble);
}

static bool run(struct asking *asking, enum statement statement, const struct parameters *p) {
    char name[16];
    struct session *session = asking->session;
    if (strchr(sql_of[statement], ';')) return run_all(session, sql_of[statement]);
    if (!prepare(session, statement, p)) return false;
    snprintf(name, sizeof name, "s%d", (int)statement);
    PGresult *result =
        PQsendQueryPrepared(session->connection, name, p->count, p->values, p->lengths, p->formats, BINARY)
            ? session_result(session)
            : NULL;
    if (result && PQresultStatus(result) == PGRES_TUPLES_OK) put_rows(asking, result);
    PQclear(result);
    return result != NULL;
}

bool ask_statement(struct asking *asking, struct slice body) {
    struct parameters p = {0};
    struct wire_run asked;
    bool ok = wire_get_run(body, &asked);
    asking->session->trouble = ok ? TROUBLE_LOST : TROUBLE_MIXED;
    if (ok) put_parameters(&p, &asked);
    ok = ok && run(asking, asked.statement, &p);
    free_parameters(&p);
    wire_run_free(&asked);
    return ok;
}

/* The server skips a table of somebody else's with no more than a warning. */
bool ask_scrub(struct session *session) {
    session->warned = false;
    bool ok = session_execute(session, "SET lock_timeout = '10min'") &&
              session_execute(session, "VACUUM (FULL, ANALYZE) " POSTGRES_TABLES);
    return ok && (!session->warned || session_fail(session, TROUBLE_OWNER));
}
