#include "server/wire.h"

#include "base/disk.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

static bool read_more(struct wire *wire) {
    enum { PIECE = 64 << 10 };
    str_reserve(&wire->read, PIECE);
    ssize_t n;
    do
        n = read(wire->in, wire->read.data + wire->read.len, PIECE);
    while (n < 0 && errno == EINTR);
    if (n <= 0) return !(wire->ended = true);
    wire->read.len += (size_t)n;
    wire->read.data[wire->read.len] = 0;
    return true;
}

/* The length that the head names; SIZE_MAX when it names none that can be right. */
static size_t content_length(struct slice head) {
    const struct slice name = SLICE("content-length:");
    while (head.len) {
        struct slice line = slice_trim(slice_cut(&head, '\n'));
        if (line.len <= name.len || !slice_equal_nocase(slice_range(line, 0, name.len), name)) continue;
        char *number = slice_copy(slice_trim(slice_range(line, name.len, line.len)));
        unsigned long length = strtoul(number, NULL, 10);
        free(number);
        return length && length <= WIRE_MESSAGE_BYTES ? length : SIZE_MAX;
    }
    return SIZE_MAX;
}

json_t *wire_read(struct wire *wire, bool *broken) {
    size_t head;
    *broken = false;
    while ((head = slice_find(str_slice(&wire->read), SLICE("\r\n\r\n"), 0)) == SIZE_MAX)
        if (wire->read.len > WIRE_HEAD_BYTES || !read_more(wire)) return wire->ended = true, NULL;
    size_t length = content_length(slice_range(str_slice(&wire->read), 0, head)), start = head + 4;
    if (length == SIZE_MAX) return wire->ended = true, NULL; /* nobody knows where the next one begins */
    while (wire->read.len - start < length)
        if (!read_more(wire)) return NULL;
    json_t *message = json_loadb(wire->read.data + start, length, JSON_ALLOW_NUL, NULL);
    *broken = !message;
    str_splice(&wire->read, 0, start + length, SLICE(""));
    return message;
}

bool wire_has_more(const struct wire *wire) {
    struct pollfd in = {.fd = wire->in, .events = POLLIN};
    return wire->read.len > 0 || poll(&in, 1, 0) > 0;
}

static void write_bytes(struct wire *wire, struct slice bytes) {
    if (!wire->ended) wire->ended = !disk_write(wire->out, bytes);
}

void wire_write(struct wire *wire, json_t *message) {
    char *text = json_dumps(message, JSON_COMPACT);
    struct str head = {0};
    if (text) {
        str_printf(&head, "Content-Length: %zu\r\n\r\n", strlen(text));
        write_bytes(wire, str_slice(&head));
        write_bytes(wire, slice_of(text));
    }
    str_free(&head);
    free(text);
    json_decref(message);
}

void wire_free(struct wire *wire) {
    str_free(&wire->read);
}
