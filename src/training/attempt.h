#ifndef SUNTING_TRAINING_ATTEMPT_H
#define SUNTING_TRAINING_ATTEMPT_H

#include "training/blind.h"
#include "training/judge.h"
#include "training/own.h"
#include "training/result.h"

/*
 * One participant at one lesson: what is open, which hints were given, and the result so far, which is
 * written down whenever something changes (training/result.h). Leaving and coming back goes on with the same
 * attempt.
 *
 *     struct attempt *attempt = attempt_open(lesson, base_rules, mode);
 *     ... edit the draft at attempt_path() with attempt->rules ...
 *     attempt_judge(attempt, text, findings) after each check
 *     attempt_hint(attempt, flaw) when asked for
 *     attempt_close(attempt, done)
 */
enum attempt_mode {
    ATTEMPT_GUIDED,   /* findings are shown, hints given */
    ATTEMPT_UNMARKED, /* a test: neither */
    ATTEMPT_BLIND,    /* the participant marks, and changes nothing: blind.h */
    ATTEMPT_OWN       /* there is no key: own.h */
};

struct attempt {
    enum attempt_mode mode;
    struct lesson *lesson; /* owned */
    struct rule_set rules; /* those of the user and what the lesson wants besides */
    struct judgement judgement;
    struct result result;
    struct findings shown; /* what the screen shows in place of findings, but for a guided one */
    int64_t opened;        /* seconds since 1970, of this session */
    size_t before;         /* seconds spent in sessions before */
    bool judged;
};

/* Takes the lesson over. A test is unmarked, a text without a key one's own, whatever blind says. */
struct attempt *attempt_open(struct lesson *lesson, const struct rule_set *rules, bool blind);
/* Replaces out by the path of the draft that is edited, below the working folder; makes the draft when there
 * is none. False with a sentence in e when it cannot be made. */
bool attempt_path(const struct attempt *attempt, struct str *out, struct error *e);
/* True when something changed. A result that cannot be written is a sentence in e. */
bool attempt_judge(struct attempt *attempt, const struct text *text, const struct findings *findings,
                   struct error *e);
/* The same for a text without a key. */
bool attempt_measure(struct attempt *attempt, const struct document *document,
                     const struct findings *findings, struct language *language, struct error *e);
/* Marks a passage; NULL: takes the mark at start away. Each change is written down. */
void attempt_mark(struct attempt *attempt, size_t start, size_t end, const char *family, struct error *e);
/* What the marks come to, the first answer (once it was given) or the present one. */
struct blind_count attempt_count(const struct attempt *attempt, bool first);
/* The marks as they are become the first answer, unless there is one. */
void attempt_answer(struct attempt *attempt, struct error *e);
/* Gives the next hint for a flaw: 1 the hint of the lesson, 2 its paragraph, 3 the answer. */
void attempt_hint(struct attempt *attempt, size_t flaw, struct error *e);
/* Appends the hints given so far, a line each. */
void attempt_append_hints(const struct attempt *attempt, size_t flaw, enum lang lang, struct str *out);
/* Seconds that are left of the lesson's minutes; negative: over; INT64_MAX: there is no clock. */
int64_t attempt_left(const struct attempt *attempt);
/* How many are mended. */
size_t attempt_mended(const struct attempt *attempt);
/* done: the participant has seen the end page. attempt may be NULL. */
void attempt_close(struct attempt *attempt, bool done);

enum { HINTS = 3 };

#endif
