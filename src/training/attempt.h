#ifndef SUNTING_TRAINING_ATTEMPT_H
#define SUNTING_TRAINING_ATTEMPT_H

#include "training/judge.h"
#include "training/result.h"

/*
 * One participant at one lesson: what is open, which hints were given, and the result so far, which is
 * written down whenever something changes (training/result.h). Leaving and coming back goes on with the same
 * attempt.
 *
 *     struct attempt *attempt = attempt_open(lesson, base_rules);
 *     ... edit the draft at attempt_path() with attempt->rules ...
 *     attempt_judge(attempt, text, findings) after each check
 *     attempt_hint(attempt, flaw) when asked for
 *     attempt_close(attempt, done)
 */
struct attempt {
    struct lesson *lesson; /* owned */
    struct rule_set rules; /* those of the user and what the lesson wants besides */
    struct judgement judgement;
    struct result result;
    int64_t opened; /* seconds since 1970, of this session */
    size_t before;  /* seconds spent in sessions before */
    bool judged;
};

/* Takes the lesson over. */
struct attempt *attempt_open(struct lesson *lesson, const struct rule_set *rules);
/* Replaces out by the path of the draft that is edited, below the working folder; makes the draft when there
 * is none. False with a sentence in e when it cannot be made. */
bool attempt_path(const struct attempt *attempt, struct str *out, struct error *e);
/* True when something changed. A result that cannot be written is a sentence in e. */
bool attempt_judge(struct attempt *attempt, const struct text *text, const struct findings *findings,
                   struct error *e);
/* Gives the next hint for a flaw: 1 the hint of the lesson, 2 its paragraph, 3 the answer. */
void attempt_hint(struct attempt *attempt, size_t flaw, struct error *e);
/* Appends the hints given so far, a line each. */
void attempt_append_hints(const struct attempt *attempt, size_t flaw, enum lang lang, struct str *out);
/* How many are mended. */
size_t attempt_mended(const struct attempt *attempt);
/* done: the participant has seen the end page. attempt may be NULL. */
void attempt_close(struct attempt *attempt, bool done);

enum { HINTS = 3 };

#endif
