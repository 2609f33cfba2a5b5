#ifndef SUNTING_TRAINING_RESULT_H
#define SUNTING_TRAINING_RESULT_H

#include "base/message.h"
#include "base/vec.h"

/*
 * What came out of the attempts at lessons: a file of lines, $XDG_STATE_HOME/sunting/results, that the
 * program only appends to. A line is a checksum (CRC-32C, eight hexadecimal digits), a space, and a JSON
 * object; an attempt writes one each time something changes, and its last line counts. So neither a lost
 * connection nor a kill takes a result away, and two sessions that write at once do not mix: each line is
 * written in one go, under a lock.
 */
struct flaw_result {
    char *rule; /* owned */
    bool mended;
    unsigned hint; /* the highest degree that was asked for: 0 to 3; 3 is the answer */
};

struct result {
    char *attempt;              /* which attempt: made of time and process */
    char *user, *name, *office; /* login; "" when not known */
    char *lesson;               /* its name */
    char *test;                 /* "sebelum", "sesudah" or "" */
    int64_t begun, when;        /* seconds since 1970: of the first line and of this one */
    size_t seconds;             /* spent on it */
    size_t others;              /* findings that were not planted: new mistakes */
    VEC(struct flaw_result) flaws;
    bool done; /* left by its end page */
};

struct results {
    VEC(struct result) list; /* the last of each attempt, in the order of the first */
    size_t damaged;          /* lines whose checksum does not fit */
};

/* Appends a line to the results of the user. False with a sentence in e. */
bool result_append(const struct result *result, struct error *e);
/* Reads a file of results and adds them. False with a sentence in e when it cannot be read. */
bool results_read(struct results *results, const char *path, struct error *e);
/* Those of the user; none is no error. */
void results_read_own(struct results *results);
/* The latest attempt at a lesson that was not left by its end page, or NULL. */
const struct result *results_open(const struct results *results, const char *lesson);
void result_free(struct result *result);
void results_free(struct results *results);

size_t result_mended(const struct result *result);

#endif
