#include "archive/analysts.h"

#include "archive/wire.h"
#include "base/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    ANALYSTS_MOST = 16,
    /* Texts that wait at each, and bytes of them at all together: while a part is written nobody sends any
     * for half a second, and with four of them each had nothing to do then. */
    AHEAD = 1 << 10,
    AHEAD_BYTES = 4 << 20,
    ROOM = 1 << 20, /* bytes of a pipe, if the system gives them */
    CHUNK = 1 << 16,
    /* By which who writes comes first: else the analysts are all done when a part is written, and idle then.
     */
    LESS = 5,
    RENEW = 1 << 11 /* texts: what is remembered of their words is then 13 MB */
};

struct analyst {
    int to, from; /* pipes; here nobody waits for them but in poll() */
    pid_t process;
    struct str out, in;    /* what is to be sent to it, and what was read of its answers, */
    size_t given, taken;   /* from here on */
    size_t texts, waiting; /* that it has, and their bytes */
    bool gone;
};

struct analysts {
    struct analyst list[ANALYSTS_MOST];
    size_t count, sent, received;        /* each has the texts of the numbers that are it % count */
    size_t bytes[ANALYSTS_MOST * AHEAD]; /* of those that were sent, by number % count of these */
};

/* What one sends: its length, and that. */
static void put_message(struct str *out, struct slice bytes) {
    str_append(out, (struct slice){(const char *)&bytes.len, sizeof bytes.len});
    str_append(out, bytes);
}

static bool receive_bytes(int fd, struct str *out) {
    size_t len;
    str_clear(out);
    if (!disk_read(fd, &len, sizeof len)) return false;
    str_reserve(out, len + 1);
    if (!disk_read(fd, out->data, len)) return false;
    out->len = len;
    out->data[len] = '\0';
    return true;
}

/* Takes away what was used of the bytes, when it is the most of them. */
static void forget_used(struct str *bytes, size_t *used) {
    if (*used < bytes->len / 2 + 1) return;
    str_splice(bytes, 0, *used, SLICE(""));
    *used = 0;
}

static bool failed(ssize_t done) {
    return done == 0 || (done < 0 && errno != EAGAIN && errno != EINTR);
}

/* As much as its pipes take and give now. */
static void exchange(struct analyst *analyst) {
    ssize_t done = 1;
    while (analyst->given < analyst->out.len && done > 0) {
        done = disk_write_quietly(analyst->to, analyst->out.data + analyst->given,
                                  analyst->out.len - analyst->given);
        if (done > 0) analyst->given += (size_t)done;
        analyst->gone |= failed(done);
    }
    forget_used(&analyst->out, &analyst->given);
    for (done = CHUNK; done == CHUNK;) {
        forget_used(&analyst->in, &analyst->taken);
        str_reserve(&analyst->in, CHUNK);
        done = read(analyst->from, analyst->in.data + analyst->in.len, CHUNK);
        if (done > 0) analyst->in.len += (size_t)done;
        analyst->gone |= failed(done);
    }
}

/* Its next answer, valid until the next call for it; false when there is none yet. */
static bool take_answer(struct analyst *analyst, struct slice *answer) {
    struct slice in = slice_range(str_slice(&analyst->in), analyst->taken, analyst->in.len);
    size_t len;
    if (in.len < sizeof len) return false;
    memcpy(&len, in.data, sizeof len);
    if (in.len - sizeof len < len) return false;
    *answer = slice_range(in, sizeof len, sizeof len + len);
    analyst->taken += sizeof len + len;
    return true;
}

/* Until there is something to read, or room for what is to be sent. */
static void wait_for(const struct analysts *analysts) {
    struct pollfd fds[2 * ANALYSTS_MOST];
    nfds_t count = 0;
    for (size_t i = 0; i < analysts->count; i++) {
        const struct analyst *analyst = &analysts->list[i];
        if (analyst->gone) continue;
        fds[count++] = (struct pollfd){.fd = analyst->from, .events = POLLIN};
        if (analyst->given < analyst->out.len)
            fds[count++] = (struct pollfd){.fd = analyst->to, .events = POLLOUT};
    }
    poll(fds, count, -1);
}

static void put_array(struct str *out, const void *items, size_t count, size_t size) {
    wire_put_text(out, count ? (struct slice){items, count * size} : SLICE(""));
}

static void put_entry(struct str *out, const struct entry *entry) {
    wire_put_text(out, str_slice(&entry->borders));
    wire_put_number(out, (int64_t)entry->beyond);
    put_array(out, entry->prints.items, entry->prints.count, sizeof *entry->prints.items);
    put_array(out, entry->words.items, entry->words.count, sizeof *entry->words.items);
    put_array(out, entry->quotes.items, entry->quotes.count, sizeof *entry->quotes.items);
    vec_each(const struct entry_person, person, &entry->persons) {
        wire_put_text(out, slice_of(person->name));
        wire_put_text(out, slice_of(person->folded));
        wire_put_text(out, slice_of(person->role));
        wire_put_number(out, (int64_t)person->at);
    }
}

#define GET_ARRAY(body, v)                                                                                   \
    __extension__({                                                                                          \
        struct slice array_;                                                                                 \
        bool got_ = wire_get_text(body, &array_);                                                            \
        (v)->count = 0;                                                                                      \
        if (got_) vec_reserve(v, array_.len / sizeof *(v)->items + 1);                                       \
        if (got_) memcpy((v)->items, array_.data, array_.len);                                               \
        if (got_) (v)->count = array_.len / sizeof *(v)->items;                                              \
        got_;                                                                                                \
    })

static bool get_person(struct slice *body, struct entry *entry) {
    struct slice name, folded, role;
    int64_t at;
    if (!wire_get_text(body, &name) || !wire_get_text(body, &folded) || !wire_get_text(body, &role) ||
        !wire_get_number(body, &at))
        return false;
    vec_push(&entry->persons,
             (struct entry_person){slice_copy(name), slice_copy(folded), slice_copy(role), (size_t)at});
    return true;
}

static bool get_entry(struct slice body, struct entry *entry) {
    struct slice borders;
    int64_t beyond;
    bool ok = wire_get_text(&body, &borders) && wire_get_number(&body, &beyond) &&
              GET_ARRAY(&body, &entry->prints) && GET_ARRAY(&body, &entry->words) &&
              GET_ARRAY(&body, &entry->quotes);
    if (ok) str_append(&entry->borders, borders);
    if (ok) entry->beyond = (size_t)beyond;
    while (ok && body.len)
        ok = get_person(&body, entry);
    return ok;
}

/* answer: room that is used again. */
static bool analyse_one(int from, int to, struct archive *archive, struct str *answer) {
    size_t len = 0;
    struct entry entry = {0};
    bool ok = receive_bytes(from, &entry.text);
    str_clear(answer);
    str_append(answer, (struct slice){(const char *)&len, sizeof len});
    if (ok) entry_analyse(&entry, archive);
    if (ok) put_entry(answer, &entry);
    len = answer->len - sizeof len;
    memcpy(answer->data, &len, sizeof len);
    ok = ok && disk_write(to, str_slice(answer));
    entry_free(&entry);
    return ok;
}

/* What is remembered of words grows with every text: after some of them a process makes room for one that
 * remembers as little as at the start. */
static _Noreturn void work(int from, int to, struct archive *archive) {
    for (;;) {
        int status = 0;
        struct str answer = {0};
        pid_t process = fork();
        bool ok = process >= 0;
        for (size_t i = 0; process == 0 && ok && i < RENEW; i++)
            ok = analyse_one(from, to, archive, &answer);
        if (process == 0) _exit(ok ? EXIT_SUCCESS : EXIT_FAILURE);
        if (!ok || waitpid(process, &status, 0) != process || status != 0) _exit(EXIT_FAILURE);
    }
}

static void hang_up(const struct analyst *analyst) {
    close(analyst->to);
    close(analyst->from);
}

/* This end of a pipe, which nobody waits for. */
static int end_of(int fd) {
    fcntl(fd, F_SETPIPE_SZ, ROOM);
    fcntl(fd, F_SETFL, O_NONBLOCK);
    return fd;
}

static bool start(struct analysts *analysts, struct archive *archive) {
    int texts[2], answers[2];
    struct analyst *analyst = &analysts->list[analysts->count];
    if (pipe2(texts, O_CLOEXEC) != 0) return false;
    if (pipe2(answers, O_CLOEXEC) != 0) {
        close(texts[0]);
        close(texts[1]);
        return false;
    }
    *analyst = (struct analyst){.to = end_of(texts[1]), .from = end_of(answers[0])};
    analyst->process = fork();
    if (analyst->process == 0) {
        for (size_t i = 0; i <= analysts->count; i++) /* else the others would not see their end */
            hang_up(&analysts->list[i]);
        setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + LESS);
        work(texts[0], answers[1], archive);
    }
    close(texts[0]);
    close(answers[1]);
    if (analyst->process > 0) {
        analysts->count++;
        return true;
    }
    hang_up(analyst);
    return false;
}

/* What all of them need is then there once for all. */
static void load_lists(struct archive *archive) {
    struct entry entry = {0};
    str_append_text(&entry.text, "Demikian.");
    entry_analyse(&entry, archive);
    entry_free(&entry);
}

struct analysts *analysts_start(struct archive *archive) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t most = processors < 2 ? 1 : processors < ANALYSTS_MOST ? (size_t)processors + 1 : ANALYSTS_MOST;
    struct analysts *analysts = memory_zero(1, sizeof *analysts);
    load_lists(archive);
    while (analysts->count < most && start(analysts, archive))
        ;
    if (analysts->count) return analysts;
    free(analysts);
    return NULL;
}

void analysts_end(struct analysts *analysts) {
    if (!analysts) return;
    for (size_t i = 0; i < analysts->count; i++) {
        hang_up(&analysts->list[i]);
        str_free(&analysts->list[i].out);
        str_free(&analysts->list[i].in);
    }
    for (size_t i = 0; i < analysts->count; i++)
        waitpid(analysts->list[i].process, NULL, 0);
    free(analysts);
}

void analysts_exchange(struct analysts *analysts) {
    for (size_t i = 0; i < analysts->count; i++)
        if (!analysts->list[i].gone) exchange(&analysts->list[i]);
}

bool analysts_room(const struct analysts *analysts, size_t len) {
    const struct analyst *analyst = &analysts->list[analysts->sent % analysts->count];
    return analyst->texts < AHEAD &&
           (!analyst->texts || analyst->waiting + len <= AHEAD_BYTES / analysts->count);
}

void analysts_send(struct analysts *analysts, struct slice text) {
    struct analyst *analyst = &analysts->list[analysts->sent % analysts->count];
    analysts->bytes[analysts->sent++ % (analysts->count * AHEAD)] = text.len;
    analyst->waiting += text.len;
    analyst->texts++;
    put_message(&analyst->out, text);
    if (!analyst->gone) exchange(analyst);
}

bool analysts_receive(struct analysts *analysts, struct entry *entry) {
    struct slice answer;
    struct entry found = {0};
    struct analyst *analyst = &analysts->list[analysts->received % analysts->count];
    bool ok = take_answer(analyst, &answer);
    while (!ok && !analyst->gone) {
        analysts_exchange(analysts);
        ok = take_answer(analyst, &answer);
        if (!ok && !analyst->gone) wait_for(analysts);
    }
    analyst->waiting -= analysts->bytes[analysts->received++ % (analysts->count * AHEAD)];
    analyst->texts--;
    ok = ok && get_entry(answer, &found);
    if (ok) entry_take_analysis(entry, &found);
    entry_free(&found);
    return ok;
}
