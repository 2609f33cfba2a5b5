#include "archive/helper.h"
#include "archive/messages.h"
#include "archive/store_engine.h"
#include "archive/trouble.h"
#include "base/clock.h"
#include "base/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

/*
 * An archive on a server: each question goes to a helper program (helper.h) and its answer is waited for. In
 * the editor not for long, and not when a key comes: the answer is thrown away then, and the question asked
 * again with the next check. Who writes goes on while the server does: whether all of it went well is asked
 * at the end of the transaction.
 */
enum {
    EDITOR_PATIENCE = 1000, /* who waits less than this, in ms, has somebody at the keys */
    EDITOR_MS = 1500,       /* waits this long for any answer, and then no more until one comes, */
    READER_MS = 60000,      /* a command that reads this long; one that writes, until the connection breaks */
    OPENING_MS = 200,       /* of the start of the editor */
    SLICE_MS = 4,           /* between two looks for a key */
    UNANSWERED = 16,        /* questions that may be open before no more are asked */
    AGAIN_MS = 5000,        /* between two attempts to reach a server that was lost */
    LIST_MOST = 1 << 16,    /* numbers of a list in one frame */
    CHUNK = 1 << 16
};

struct engine {
    struct helper helper;
    char *where;
    enum store_mode mode;
    int patience;
    struct str in, out;
    uint32_t request;   /* number of the latest */
    size_t unanswered;  /* requests */
    bool writing;       /* between BEGIN and COMMIT what has no rows is not waited for, */
    struct str failure; /* and what fails is kept till then: a body of WIRE_FAILED */
    bool lost;          /* the helper or the server; reached for again with the next reading */
    int64_t tried;      /* when, ms */
    int64_t heard;      /* when the latest answer came, or nothing was unanswered */
    bool (*interrupted)(void *);
    void *by;
};

static bool in_editor(const struct engine *s) {
    return s->mode == STORE_READ && s->patience < EDITOR_PATIENCE;
}

static bool say_lost(struct engine *s, struct error *e) {
    s->lost = true;
    return s->mode == STORE_READ ? error_set(e, ARCHIVE_OUT_OF_REACH, s->where)
                                 : error_set(e, ARCHIVE_LOST, s->where);
}

static bool lose(struct engine *s, struct error *e) {
    helper_end(&s->helper);
    return say_lost(s, e);
}

/* What is there to read; false when the helper has hung up. */
static bool fill(struct engine *s) {
    for (;;) {
        str_reserve(&s->in, CHUNK);
        ssize_t got = read(s->helper.fd, s->in.data + s->in.len, CHUNK);
        if (got > 0) s->in.len += (size_t)got;
        if (got < 0 && errno == EINTR) continue;
        if (got < CHUNK) return got > 0 || (got < 0 && errno == EAGAIN);
    }
}

/* Reads what comes meanwhile: the helper may be waiting for that. */
static bool send_all(struct engine *s) {
    for (size_t sent = 0; sent < s->out.len;) {
        /* not send(), to which restricted mode gives no right */
        ssize_t n = disk_write_quietly(s->helper.fd, s->out.data + sent, s->out.len - sent);
        if (n > 0) sent += (size_t)n;
        if (n < 0 && errno != EAGAIN && errno != EINTR) return false;
        struct pollfd fd = {.fd = s->helper.fd, .events = POLLIN | POLLOUT};
        if (sent < s->out.len && poll(&fd, 1, -1) > 0 && (fd.revents & (POLLIN | POLLHUP)) && !fill(s))
            return false;
    }
    str_clear(&s->out);
    if (!s->unanswered++) s->heard = clock_ms();
    return true;
}

static size_t begin(struct engine *s, enum wire_kind kind) {
    str_clear(&s->out);
    return wire_begin(&s->out, kind, ++s->request);
}

static bool say(struct engine *s, struct slice body, struct error *e) {
    switch (trouble_say(body, s->where, e)) {
    case TROUBLES:
        return lose(s, e);
    case TROUBLE_LOST:
        return say_lost(s, e);
    case TROUBLE_UNREACHABLE: /* not LOGIN: tried again and again, the server may lock the user out */
        s->lost = true;
        return false;
    default:
        return false;
    }
}

enum answer { ANSWER_WAIT, ANSWER_DONE, ANSWER_FAILED };

/* Goes through what has come; rows of other requests are thrown away. */
static enum answer take_frames(struct engine *s, store_row *row, void *self, struct error *e) {
    size_t at = 0;
    enum answer answer = ANSWER_WAIT;
    while (answer == ANSWER_WAIT) {
        struct wire_frame frame;
        enum wire_found found = wire_take(slice_range(str_slice(&s->in), at, s->in.len), &frame);
        if (found == WIRE_PART) break;
        bool ours = found == WIRE_WHOLE && frame.request == s->request;
        bool ends = found == WIRE_WHOLE && (frame.kind == WIRE_DONE || frame.kind == WIRE_FAILED);
        bool good = found == WIRE_WHOLE && (ends || frame.kind == WIRE_ROWS);
        if (good && ours && frame.kind == WIRE_ROWS) good = wire_get_rows(frame.body, row, self);
        if (!good) {
            str_clear(&s->in);
            lose(s, e);
            return ANSWER_FAILED;
        }
        if (ends && s->unanswered) s->unanswered--;
        if (ends) s->heard = clock_ms();
        if (!ours && s->writing && ends && frame.kind == WIRE_FAILED && !s->failure.len)
            str_append(&s->failure, frame.body);
        if (ours && ends) answer = frame.kind == WIRE_DONE ? ANSWER_DONE : ANSWER_FAILED;
        if (answer == ANSWER_FAILED) say(s, frame.body, e);
        at += frame.len;
    }
    str_splice(&s->in, 0, at, SLICE(""));
    return answer;
}

static int limit_of(const struct engine *s) {
    return s->mode != STORE_READ ? -1 : in_editor(s) ? EDITOR_MS : READER_MS;
}

/* Waits for the answer to the latest request. */
static bool await(struct engine *s, int limit, store_row *row, void *self, struct error *e) {
    for (;;) {
        enum answer answer = take_frames(s, row, self, e);
        if (answer != ANSWER_WAIT) return answer == ANSWER_DONE;
        struct pollfd fd = {.fd = s->helper.fd, .events = POLLIN};
        int slice = s->interrupted ? SLICE_MS : limit < 0 || limit > 1000 ? 1000 : limit;
        int ready = poll(&fd, 1, slice);
        if (ready > 0 && !fill(s)) return lose(s, e);
        if (ready > 0) continue;
        if (s->interrupted && s->interrupted(s->by)) return false;
        if (limit >= 0 && clock_ms() >= s->heard + limit) return error_set(e, ARCHIVE_SLOW, s->where);
    }
}

static bool send_request(struct engine *s, size_t begun, struct error *e) {
    wire_end(&s->out, begun);
    return send_all(s) || lose(s, e);
}

static bool ask(struct engine *s, size_t begun, store_row *row, void *self, struct error *e) {
    error_begin(e);
    return send_request(s, begun, e) && await(s, limit_of(s), row, self, e);
}

/* Whether there is somebody to ask, who has answered most of what was asked. */
static bool may_ask(struct engine *s, struct error *e) {
    if (s->helper.fd < 0) return say_lost(s, e);
    if (s->unanswered && !fill(s)) return lose(s, e);
    s->request++; /* none of those before it is waited for any more */
    take_frames(s, NULL, NULL, e);
    if (s->helper.fd < 0) return false;
    return s->writing || s->unanswered <= UNANSWERED || error_set(e, ARCHIVE_SLOW, s->where);
}

static bool send_open(struct engine *s, struct error *e) {
    size_t begun = begin(s, WIRE_OPEN);
    wire_put_number(&s->out, (int64_t)wire_version());
    wire_put_number(&s->out, s->mode);
    wire_put_number(&s->out, s->patience);
    wire_put_text(&s->out, slice_of(s->where));
    return send_request(s, begun, e);
}

static bool connect_helper(struct engine *s, struct error *e) {
    s->tried = clock_ms();
    s->lost = false;
    if (s->helper.fd < 0) {
        str_clear(&s->in);
        s->unanswered = 0;
        if (!helper_start(&s->helper, s->where, e)) return false;
        fcntl(s->helper.fd, F_SETFL, O_NONBLOCK);
    }
    return send_open(s, e);
}

/* Waits for all that was asked since BEGIN. */
static bool settle(struct engine *s, struct error *e) {
    while (s->unanswered && !s->failure.len) {
        struct pollfd fd = {.fd = s->helper.fd, .events = POLLIN};
        if (poll(&fd, 1, -1) > 0 && !fill(s)) return lose(s, e);
        s->request++;
        take_frames(s, NULL, NULL, e);
        if (s->helper.fd < 0) return false;
    }
    if (!s->failure.len) return true;
    say(s, str_slice(&s->failure), e);
    return false;
}

struct question {
    enum statement statement;
    const struct store_value *arguments;
    size_t count;
    store_row *row;
    void *self;
};

/* Of its lists only items from first on. */
static bool ask_part(struct engine *s, const struct question *q, size_t first, size_t items,
                     struct error *e) {
    size_t begun = begin(s, WIRE_RUN);
    wire_put_number(&s->out, q->statement);
    wire_put_number(&s->out, (int64_t)q->count);
    for (size_t i = 0; i < q->count; i++)
        wire_put_value(&s->out, &q->arguments[i], first, items);
    if (s->writing && !q->row) return send_request(s, begun, e);
    return ask(s, begun, q->row, q->self, e) && (!s->failure.len || say(s, str_slice(&s->failure), e));
}

static bool run(struct engine *s, enum statement statement, const struct store_value *arguments, size_t count,
                store_row *row, void *self, struct error *e) {
    const struct question q = {statement, arguments, count, row, self};
    size_t turns = 1, most = LIST_MOST;
    if (!may_ask(s, e) || (statement == STATEMENT_COMMIT && s->writing && !settle(s, e))) return false;
    if (statement == STATEMENT_COMMIT || statement == STATEMENT_ROLLBACK) s->writing = false;
    if (!s->writing) str_clear(&s->failure);
    for (size_t i = 0; i < count; i++)
        if (arguments[i].kind == STORE_NUMBERS) turns = arguments[i].count;
    bool ok = true;
    for (size_t first = 0; ok && first < turns; first += most)
        ok = ask_part(s, &q, first, turns - first < most ? turns - first : most, e);
    if (statement == STATEMENT_BEGIN) s->writing = ok;
    return ok;
}

static void note(struct engine *s, enum statement statement) {
    if (s->lost && s->mode == STORE_READ && clock_ms() - s->tried >= AGAIN_MS) connect_helper(s, NULL);
    if (!may_ask(s, NULL)) return;
    size_t begun = begin(s, WIRE_RUN);
    wire_put_number(&s->out, statement);
    wire_put_number(&s->out, 0);
    send_request(s, begun, NULL);
}

static bool scrub(struct engine *s, struct error *e) {
    return may_ask(s, e) && ask(s, begin(s, WIRE_SCRUB), NULL, NULL, e);
}

static void take_problem(void *problems, const struct store_value *columns) {
    str_append(problems, columns[0].bytes);
    str_append_byte(problems, '\n');
}

static bool verify(struct engine *s, struct str *problems, struct error *e) {
    return may_ask(s, e) && ask(s, begin(s, WIRE_VERIFY), take_problem, problems, e);
}

static void watch(struct engine *s, bool (*interrupted)(void *), void *by) {
    s->interrupted = interrupted;
    s->by = by;
}

static void close_engine(struct engine *s) {
    helper_end(&s->helper);
    str_free(&s->in);
    str_free(&s->out);
    str_free(&s->failure);
    free(s->where);
    free(s);
}

static bool may_come_back(const struct engine *s) {
    return in_editor(s);
}

struct engine *remote_open(const char *where, enum store_mode mode, int patience, struct error *e) {
    struct engine *s = memory_zero(1, sizeof *s);
    *s = (struct engine){.helper = {.fd = -1},
                         .where = slice_copy(slice_of(where)),
                         .mode = mode,
                         .patience = patience,
                         .request = (uint32_t)clock_ms() << 10 | 1};
    error_begin(e);
    bool ok = connect_helper(s, e) &&
              (await(s, in_editor(s) ? OPENING_MS : READER_MS, NULL, NULL, e) || in_editor(s));
    if (ok) return s;
    close_engine(s);
    return NULL;
}

const struct store_engine engine_remote = {.run = run,
                                           .note = note,
                                           .scrub = scrub,
                                           .compact = scrub,
                                           .verify = verify,
                                           .close = close_engine,
                                           .watch = watch,
                                           .may_come_back = may_come_back,
                                           .most = (int64_t)1 << 40};
