#ifndef SUNTING_SERVER_WIRE_H
#define SUNTING_SERVER_WIRE_H

#include "base/str.h"

#include <jansson.h>

/* Messages of the Language Server Protocol over two file descriptors: a header with a length, and JSON. */
struct wire {
    int in, out;
    struct str read; /* bytes that came and were not taken yet */
    bool ended;      /* the other side is gone */
};

enum {
    WIRE_MESSAGE_BYTES = 128 << 20, /* twice the largest draft: JSON escapes */
    WIRE_HEAD_BYTES = 4096
};

/* Waits for a message. NULL: what came is no JSON (*broken), or nothing comes any more (ended). */
json_t *wire_read(struct wire *wire, bool *broken);
/* Whether a message, or part of one, is there already. */
bool wire_has_more(const struct wire *wire);
/* Writes it, and frees it. */
void wire_write(struct wire *wire, json_t *message);
void wire_free(struct wire *wire);

#endif
