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
    bool first;    /* found by the first answer (blind.h) */
};

/* What a participant has marked in a draft that the program does not mark (blind.h). */
struct suspect {
    size_t start, end; /* bytes of the draft */
    char *kind;        /* a family of rules: "spelling"; owned */
};
struct suspects {
    VEC(struct suspect) list; /* by start */
};
void suspects_free(struct suspects *marks);

/* A draft of one's own, which has no key (own.h): the most findings there were, those now, and what it is. */
struct own_result {
    size_t before, after, words, sentences, sources;
};

#define MODE_BLIND "buta"
#define MODE_OWN "sendiri"

struct result {
    char *attempt;              /* which attempt: made of time and process */
    char *user, *name, *office; /* login; "" when not known */
    char *lesson;               /* its name */
    char *test;                 /* "sebelum", "sesudah" or "" */
    char *mode;                 /* "buta" (blind.h), "sendiri" (own.h) or "" */
    int64_t begun, when;        /* seconds since 1970: of the first line and of this one */
    size_t seconds;             /* spent on it */
    size_t in_time;             /* mended before the lesson's minutes were over */
    size_t others;              /* findings that were not planted: new mistakes */
    VEC(struct flaw_result) flaws;
    bool done; /* left by its end page */
    /* Of a blind one: the marks as they are, and the first answer, which stays. mended means found. */
    struct suspects marks, first;
    bool answered; /* the first answer was given */
    size_t accused, first_accused;
    struct own_result own;
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
/* The latest attempt at a lesson, in this mode, if it was not left by its end page; or NULL. */
const struct result *results_open(const struct results *results, const char *lesson, const char *mode);
void result_free(struct result *result);
void results_free(struct results *results);

size_t result_mended(const struct result *result);

#endif
