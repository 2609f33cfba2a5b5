#include "archive/analysts.h"

#include "archive/wire.h"
#include "base/disk.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    ANALYSTS_MOST = 16,
    AHEAD = 4,             /* texts that wait at each, so that it has one while another is written */
    AHEAD_BYTES = 1 << 15, /* of them: what the connection holds without anybody reading it */
    RENEW = 1 << 12        /* texts: what is remembered of their words is then 20 MB */
};

struct analyst {
    int fd;
    pid_t process;
};

struct analysts {
    struct analyst list[ANALYSTS_MOST];
    size_t count, sent, received;          /* each has the texts of the numbers that are it % count */
    size_t waiting[ANALYSTS_MOST * AHEAD]; /* bytes of those that were sent, by number % count of these */
};

static bool send_all(int fd, const void *bytes, size_t len) {
    for (size_t sent = 0; sent < len;) {
        ssize_t n = send(fd, (const char *)bytes + sent, len - sent, MSG_NOSIGNAL);
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) sent += (size_t)n;
    }
    return true;
}

/* What one sends: its length, and that; at once, since the other wakes up for each part. */
static bool send_bytes(int fd, struct slice bytes) {
    struct str message = {0};
    str_append(&message, (struct slice){(const char *)&bytes.len, sizeof bytes.len});
    str_append(&message, bytes);
    bool ok = send_all(fd, message.data, message.len);
    str_free(&message);
    return ok;
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

static bool analyse_one(int fd, struct archive *archive) {
    struct str answer = {0};
    struct entry entry = {0};
    bool ok = receive_bytes(fd, &entry.text);
    if (ok) entry_analyse(&entry, archive);
    if (ok) put_entry(&answer, &entry);
    ok = ok && send_bytes(fd, str_slice(&answer));
    entry_free(&entry);
    str_free(&answer);
    return ok;
}

/* What is remembered of words grows with every text: after some of them a process makes room for one that
 * remembers as little as at the start. */
static _Noreturn void work(int fd, struct archive *archive) {
    for (;;) {
        int status = 0;
        pid_t process = fork();
        bool ok = process >= 0;
        for (size_t i = 0; process == 0 && ok && i < RENEW; i++)
            ok = analyse_one(fd, archive);
        if (process == 0) _exit(ok ? EXIT_SUCCESS : EXIT_FAILURE);
        if (!ok || waitpid(process, &status, 0) != process || status != 0) _exit(EXIT_FAILURE);
    }
}

static bool start(struct analysts *analysts, struct archive *archive) {
    int ends[2];
    struct analyst *analyst = &analysts->list[analysts->count];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    analyst->fd = ends[0];
    analyst->process = fork();
    if (analyst->process == 0) {
        for (size_t i = 0; i <= analysts->count; i++) /* else the others would not see their end */
            close(analysts->list[i].fd);
        work(ends[1], archive);
    }
    close(ends[1]);
    if (analyst->process > 0) {
        analysts->count++;
        return true;
    }
    close(ends[0]);
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
    for (size_t i = 0; i < analysts->count; i++)
        close(analysts->list[i].fd);
    for (size_t i = 0; i < analysts->count; i++)
        waitpid(analysts->list[i].process, NULL, 0);
    free(analysts);
}

bool analysts_room(const struct analysts *analysts, size_t len) {
    size_t waiting = 0, most = analysts->count * AHEAD;
    if (analysts->sent - analysts->received >= most) return false;
    for (size_t n = analysts->sent; n >= analysts->received + analysts->count; n -= analysts->count)
        waiting += analysts->waiting[(n - analysts->count) % most];
    return !waiting || waiting + len <= AHEAD_BYTES;
}

bool analysts_send(struct analysts *analysts, struct slice text) {
    analysts->waiting[analysts->sent % (analysts->count * AHEAD)] = text.len + sizeof text.len;
    return send_bytes(analysts->list[analysts->sent++ % analysts->count].fd, text);
}

bool analysts_receive(struct analysts *analysts, struct entry *entry) {
    struct str answer = {0};
    struct entry found = {0};
    int fd = analysts->list[analysts->received++ % analysts->count].fd;
    bool ok = receive_bytes(fd, &answer) && get_entry(str_slice(&answer), &found);
    if (ok) entry_take_analysis(entry, &found);
    entry_free(&found);
    str_free(&answer);
    return ok;
}
