#ifndef SUNTING_ARCHIVE_AHEAD_H
#define SUNTING_ARCHIVE_AHEAD_H

#include "archive/store.h"
#include "base/map.h"

/*
 * Questions to an archive on a server, put together: each is a way there and back, and a draft of twenty
 * sentences has a hundred of them. What cannot be answered yet is noted while the draft is gone through; then
 * all that was noted is asked at once, and the draft gone through again, until nothing is noted any more
 * (archive_ask_ahead()). Of an archive in a file nothing is noted: its answers cost less than that.
 */
enum ahead_kind { AHEAD_PRINT, AHEAD_TEXT, AHEAD_WORD, AHEAD_KINDS };

struct ahead_places {
    size_t first, count;
};

struct ahead {
    bool noting;
    size_t notes;                   /* how often something was noted, again or not */
    struct map noted;               /* questions, by kind and numbers */
    VEC(int64_t) list[AHEAD_KINDS]; /* the same in order; of words the office and the word */
    VEC(int64_t) places;            /* that prints propose, */
    VEC(struct ahead_places) ends;  /* for each print, */
    struct map known;               /* whose index + 1 stands here */
};

/* Notes a question, once; second: of a word, else 0. */
void ahead_note(struct ahead *ahead, enum ahead_kind kind, int64_t first, int64_t second);
/* Calls row as STATEMENT_PRINT_FIND would, for what is known of these prints; notes the others. */
void ahead_prints(struct ahead *ahead, const int64_t *prints, size_t count, store_row *row, void *self);
/* Asks for the prints that were noted. */
bool ahead_ask_prints(struct ahead *ahead, struct store *store, struct error *e);
void ahead_forget_questions(struct ahead *ahead);
void ahead_free(struct ahead *ahead);

#endif
