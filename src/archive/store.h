#ifndef SUNTING_ARCHIVE_STORE_H
#define SUNTING_ARCHIVE_STORE_H

#include "base/message.h"
#include "base/vec.h"

/*
 * Where an archive is kept: a file of SQLite (store_sqlite.c), or tables of PostgreSQL, which a program of
 * its own asks (store_remote.c). The rest of the room asks only the statements of statements.def.
 */
struct store;
struct engine; /* store_engine.h */

enum store_mode {
    STORE_READ,  /* nothing is written, and it is opened read-only */
    STORE_WRITE, /* the archive is there */
    STORE_MAKE   /* it is made; an error when something is there */
};

enum statement {
#define STATEMENT(name, sql) STATEMENT_##name,
#include "archive/statements.def"
#undef STATEMENT
    STATEMENTS
};

enum store_kind { STORE_NULL, STORE_NUMBER, STORE_TEXT, STORE_BYTES, STORE_NUMBERS };
/* An argument or a column. Bytes belong to the caller, or to the store until the row is left. */
struct store_value {
    enum store_kind kind;
    int64_t number;
    struct slice bytes;
    const int64_t *numbers; /* STORE_NUMBERS, only as an argument: the statement is run for each of them */
    size_t count;
};
#define store_number(n) ((struct store_value){.kind = STORE_NUMBER, .number = (int64_t)(n)})
#define store_text(s) ((struct store_value){.kind = STORE_TEXT, .bytes = (s)})
#define store_bytes(s) ((struct store_value){.kind = STORE_BYTES, .bytes = (s)})
#define store_numbers(items_, count_)                                                                        \
    ((struct store_value){.kind = STORE_NUMBERS, .numbers = (items_), .count = (count_)})

/* Gets each row. */
typedef void store_row(void *self, const struct store_value *columns);

/* Keeps the first column in an int64_t. */
void store_take_number(void *number, const struct store_value *columns);

/* where: a path, or the address of a database of PostgreSQL, as postgresql://user@host/name. NULL with a
 * sentence in e. patience: ms to wait for who writes. */
struct store *store_open(const char *where, enum store_mode mode, int patience, struct error *e);
void store_close(struct store *store);
/* Loads SQLite for good: before what can no longer be read (restrict.h) holds it. */
void store_keep_library(void);
bool store_is_remote(struct slice where);
/* False with a sentence in e for an address with a password in it, which then stands in command lines and
 * messages. store_open() refuses it. */
bool store_may_be_named(const char *where, struct error *e);
/* Whether a reader in the editor had better keep it, though it does not answer now. */
bool store_may_come_back(const struct store *store);
/* Runs a statement; arguments that are STORE_NUMBERS must have the same count. row may be NULL. */
bool store_run(struct store *store, enum statement statement, const struct store_value *arguments,
               size_t count, store_row *row, void *self, struct error *e);
/* The same once for each row of a table of numbers, width columns wide. */
bool store_run_rows(struct store *store, enum statement statement, const int64_t *rows, size_t width,
                    size_t count, store_row *row, void *self, struct error *e);
/* Whether a question is a way to another process or machine: better few with much in each. */
bool store_is_far(const struct store *store);
/* How often it did not answer: what was found out meanwhile may lack something. */
size_t store_failures(const struct store *store);
/* Texts that it has room for. */
int64_t store_most(const struct store *store);
/* Everything between the two happens whole or not at all. */
bool store_begin(struct store *store, struct error *e);
bool store_commit(struct store *store, struct error *e);
void store_rollback(struct store *store);
/* What is asked between the two is answered from one state of the archive, and without locking the file for
 * each question, which took half of the time of a draft. Who writes waits so long: not longer than a draft
 * takes. Waiting for an answer ends when interrupted() says so; may be NULL. */
void store_read_begin(struct store *store, bool (*interrupted)(void *), void *by);
void store_read_end(struct store *store);
/* Takes what was removed out of the file, so that no byte of it stays; outside begin and commit. */
bool store_scrub(struct store *store, struct error *e);
/* Writes all anew, in no more room than it needs, and without what was removed; outside begin and commit. */
bool store_compact(struct store *store, struct error *e);
/* What is wrong with the file, as sentences of the engine; "" when nothing. */
bool store_verify(struct store *store, struct str *problems, struct error *e);

enum {
    STORE_ARGUMENTS = 12, /* most that a statement takes */
    STORE_COLUMNS = 13,   /* and columns of an answer */
    STORE_LIST = 64       /* units that a print proposes at most: the newest */
};

#define STORE_RUN(store, name, arguments, row, self, e)                                                      \
    store_run(store, STATEMENT_##name, arguments, sizeof(arguments) / sizeof *(arguments), row, self, e)

#endif
