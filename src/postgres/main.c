#include "base/disk.h"
#include "postgres/ask.h"
#include "postgres/schema.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/*
 * sunting-arsip-pg [ADDRESS]: asks PostgreSQL for `sunting`, by the frames of archive/wire.h on its standard
 * input, a socket. With an address it opens that one only, and reads. It ends when the other side hangs up.
 */
enum { CHUNK = 1 << 16 };

struct serving {
    struct session session;
    const char *only; /* NULL: any address, and it may write */
    bool open;        /* an archive */
    bool reads;       /* only */
    struct str in, out;
};

static void send_out(void *self, struct str *out) {
    (void)self;
    if (!disk_write(STDIN_FILENO, str_slice(out))) _exit(0);
    str_clear(out);
}

static void answer(struct serving *serving, uint32_t request, bool ok) {
    struct session *session = &serving->session;
    size_t begun = wire_begin(&serving->out, ok ? WIRE_DONE : WIRE_FAILED, request);
    if (!ok) {
        wire_put_number(&serving->out, session->trouble);
        wire_put_number(&serving->out, session->number);
        wire_put_text(&serving->out, str_slice(&session->said));
    }
    wire_end(&serving->out, begun);
    send_out(NULL, &serving->out);
}

/* Numbers of one row, as text: a question of our own without arguments. */
static bool ask_numbers(struct session *session, const char *sql, int64_t *numbers, int count) {
    PGresult *result = PQsendQuery(session->connection, sql) ? session_result(session) : NULL;
    bool ok = result && PQntuples(result) == 1 && PQnfields(result) == count;
    for (int i = 0; ok && i < count; i++)
        numbers[i] = strtoll(PQgetvalue(result, 0, i), NULL, 10);
    PQclear(result);
    if (result && !ok) session->trouble = TROUBLE_FOREIGN;
    return ok;
}

#define TABLES "(SELECT to_regclass(name) FROM unnest(string_to_array('" POSTGRES_TABLES "', ',')) AS name)"

/* How many of the tables there are; and of them plain tables, without code of somebody else's. */
static bool count_tables(struct session *session, int64_t counts[2]) {
    return ask_numbers(session,
                       "SELECT count(*), count(*) FILTER (WHERE relkind = 'r' AND NOT relhasrules AND NOT "
                       "relhastriggers) FROM pg_class WHERE oid IN " TABLES,
                       counts, 2);
}

static bool check_tables(struct session *session) {
    int64_t counts[2], version;
    if (!count_tables(session, counts)) return false;
    if (!counts[0]) return session_fail(session, TROUBLE_NOT_MADE);
    if (counts[1] != POSTGRES_TABLE_COUNT) return session_fail(session, TROUBLE_FOREIGN);
    if (!ask_numbers(session, "SELECT coalesce((SELECT nilai FROM arsip WHERE kunci = 'bentuk'), '0')",
                     &version, 1))
        return false;
    session->number = version;
    return version == POSTGRES_VERSION || session_fail(session, TROUBLE_VERSION);
}

static bool make_tables(struct session *session) {
    int64_t counts[2];
    struct str sql = {0};
    str_append_text(&sql, "BEGIN;");
    for (size_t i = 0; postgres_schema[i]; i++)
        str_printf(&sql, "%s;", postgres_schema[i]);
    str_printf(&sql, "INSERT INTO arsip(kunci, nilai) VALUES('bentuk', '%d');COMMIT", POSTGRES_VERSION);
    bool ok = count_tables(session, counts) &&
              (counts[0] ? session_fail(session, TROUBLE_EXISTS) : session_execute(session, str_text(&sql)));
    if (!ok && session->trouble == TROUBLE_RIGHT) session->trouble = TROUBLE_WRITE;
    str_free(&sql);
    return ok;
}

static bool open_archive(struct serving *serving, struct slice body) {
    struct session *session = &serving->session;
    int64_t version, mode, patience;
    struct slice place;
    session_close(session);
    serving->open = false;
    if (!wire_get_number(&body, &version) || version != (int64_t)wire_version() ||
        !wire_get_number(&body, &mode) || !wire_get_number(&body, &patience) || !wire_get_text(&body, &place))
        return session_fail(session, TROUBLE_MIXED);
    if (serving->only && (mode != STORE_READ || !slice_equal_text(place, serving->only)))
        return session_fail(session, TROUBLE_WRITE);
    char *where = slice_copy(place);
    serving->reads = mode == STORE_READ;
    serving->open = session_connect(session, where, mode == STORE_READ, patience) &&
                    (mode == STORE_MAKE ? make_tables(session) : check_tables(session));
    free(where);
    return serving->open;
}

static bool serve(struct serving *serving, const struct wire_frame *frame) {
    struct session *session = &serving->session;
    struct asking asking = {session, frame->request, &serving->out, send_out, NULL};
    if (frame->kind == WIRE_OPEN) return open_archive(serving, frame->body);
    if (!serving->open) return false; /* as when it was opened */
    str_clear(&session->said);
    session->number = 0;
    bool ok = frame->kind == WIRE_RUN     ? ask_statement(&asking, frame->body)
              : frame->kind == WIRE_SCRUB ? ask_scrub(session)
                                          : frame->kind == WIRE_VERIFY;
    if (!ok && session->trouble == TROUBLE_LOST) serving->open = false;
    if (!ok && session->trouble == TROUBLE_RIGHT && !serving->reads) session->trouble = TROUBLE_WRITE;
    return ok;
}

static bool take_frames(struct serving *serving) {
    size_t at = 0;
    struct wire_frame frame;
    enum wire_found found;
    while ((found = wire_take(slice_range(str_slice(&serving->in), at, serving->in.len), &frame)) ==
           WIRE_WHOLE) {
        answer(serving, frame.request, serve(serving, &frame));
        at += frame.len;
    }
    str_splice(&serving->in, 0, at, SLICE(""));
    return found == WIRE_PART;
}

int main(int argc, char **argv) {
    struct serving serving = {.only = argc > 1 ? argv[1] : NULL};
    if (argc > 2 || isatty(STDIN_FILENO)) {
        fputs("sunting-arsip-pg: dijalankan oleh sunting sendiri / run by sunting itself\n", stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    for (bool good = true; good;) {
        str_reserve(&serving.in, CHUNK);
        ssize_t got = read(STDIN_FILENO, serving.in.data + serving.in.len, CHUNK);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno == EAGAIN) got = 0;
        if (got <= 0) break;
        serving.in.len += (size_t)got;
        good = take_frames(&serving);
    }
    session_close(&serving.session);
    str_free(&serving.in);
    str_free(&serving.out);
    return 0;
}
