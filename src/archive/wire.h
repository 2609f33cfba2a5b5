#ifndef SUNTING_ARCHIVE_WIRE_H
#define SUNTING_ARCHIVE_WIRE_H

#include "archive/store.h"

/*
 * What `sunting` and the helper program of an engine say to each other: frames over one connection between
 * two processes of one machine, so numbers are in its own byte order. A frame is its length (4 bytes: of what
 * follows), its kind (1), the number of the request (4), and its body. Each request gets any number of frames
 * WIRE_ROWS and then one WIRE_DONE or WIRE_FAILED; answers have the number of the request. Both sides read
 * frames as bytes from a stranger.
 *
 *     WIRE_OPEN      version 8, mode 8, patience 8 (ms), where (text)
 *     WIRE_RUN       statement 8, arguments 8, then each: kind 1 and a number, a text, bytes, or a list
 *     WIRE_SCRUB, WIRE_VERIFY
 *     WIRE_ROWS      columns 8, then values as in arguments: row after row
 *     WIRE_FAILED    trouble 8, number 8, what the engine said (text)
 */
enum wire_kind {
    WIRE_OPEN,
    WIRE_RUN,
    WIRE_SCRUB,
    WIRE_VERIFY,
    WIRE_ROWS,
    WIRE_DONE,
    WIRE_FAILED,
    WIRE_KINDS
};
enum { WIRE_HEAD = 9, WIRE_MOST = 1 << 28 /* bytes of a frame */ };

/* Why a request failed. */
enum wire_trouble {
    TROUBLE_OTHER,       /* as the engine said */
    TROUBLE_UNREACHABLE, /* the server does not answer, or refuses to be reached */
    TROUBLE_LOGIN,       /* it does not let this user in */
    TROUBLE_DATABASE,    /* it has no such database */
    TROUBLE_NOT_MADE,    /* the database holds no archive */
    TROUBLE_VERSION,     /* an archive of another form: number */
    TROUBLE_FOREIGN,     /* tables that are not ours */
    TROUBLE_EXISTS,      /* an archive is there already */
    TROUBLE_RIGHT,       /* no right to read */
    TROUBLE_WRITE,       /* no right to write */
    TROUBLE_OWNER,       /* only the owner of the tables may */
    TROUBLE_BUSY,        /* somebody else writes */
    TROUBLE_FULL,        /* the disk of the server */
    TROUBLE_DAMAGED,
    TROUBLE_LOST,        /* the connection broke off */
    TROUBLE_ENCODING,    /* the database is not UTF-8 */
    TROUBLE_ADDRESS,     /* none that libpq understands */
    TROUBLE_NO_TLS,      /* the address asks for it (sslmode), and the server has none */
    TROUBLE_CERTIFICATE, /* of the server: not what the address asks for */
    TROUBLE_MIXED,       /* helper and sunting are of different versions */
    TROUBLES
};

/* Of the statements that both sides know, and of the frames: another number, another version. */
uint64_t wire_version(void);

/* A frame begins and ends; between them its parts. */
size_t wire_begin(struct str *out, enum wire_kind kind, uint32_t request);
void wire_end(struct str *out, size_t begun);
void wire_put_number(struct str *out, int64_t number);
void wire_put_text(struct str *out, struct slice text);
/* first, count: of a list, only these. */
void wire_put_value(struct str *out, const struct store_value *value, size_t first, size_t count);

/* The frame that bytes begin with. WIRE_PART: more must come; WIRE_BAD: none of ours, hang up. */
enum wire_found { WIRE_WHOLE, WIRE_PART, WIRE_BAD };
struct wire_frame {
    enum wire_kind kind;
    uint32_t request;
    struct slice body;
    size_t len; /* with its head */
};
enum wire_found wire_take(struct slice bytes, struct wire_frame *frame);

/* Each takes its part off the front of the body; false when that is not there. Texts and bytes stay where the
 * frame is. */
bool wire_get_number(struct slice *body, int64_t *number);
bool wire_get_text(struct slice *body, struct slice *text);
/* A list is copied into *list (count items, freed by the caller; NULL: a list is not allowed here). */
bool wire_get_value(struct slice *body, struct store_value *value, int64_t **list);

/* The whole body of a frame WIRE_RUN; texts stay where the frame is. Release it with wire_run_free(), read or
 * not. */
struct wire_run {
    enum statement statement;
    int count;
    struct store_value arguments[STORE_ARGUMENTS];
    int64_t *lists[STORE_ARGUMENTS]; /* what those of them that are lists hold */
};
bool wire_get_run(struct slice body, struct wire_run *run);
void wire_run_free(struct wire_run *run);
/* Calls row (may be NULL) for each row of a frame WIRE_ROWS; false when it is none of ours, which shows with
 * the row that is broken. */
bool wire_get_rows(struct slice body, store_row *row, void *self);

#endif
