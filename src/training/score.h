#ifndef SUNTING_TRAINING_SCORE_H
#define SUNTING_TRAINING_SCORE_H

#include "training/result.h"
#include "training/whereabouts.h"

/*
 * The results of a class: one person for each file of results, and each who came and did nothing. Of a test
 * (before, after) the first attempt counts, of any other lesson the latest. Flaws that were mended and flaws
 * that were missed stand beside each other; there are no points, and hints are told, not taken off.
 */
struct tally {
    size_t planted, mended;
};

struct score_rule {
    const char *name;
    struct tally all, before, after;
};

/* Lessons that were marked, not edited (blind.h): the first answers and the corrected ones, summed up. */
struct score_blind {
    size_t lessons, found, missed, accused, first_found, first_accused;
};

struct score_person {
    const char *user, *name, *office; /* of one of the results */
    int64_t in, out;                  /* first and last sign of life, seconds since 1970 */
    size_t lessons, hints, shown, others, seconds;
    struct tally all, before, after;
    VEC(struct score_rule) rules; /* most missed first */
    struct score_blind blind;
    VEC(const struct result *) own; /* drafts of one's own */
};

struct score_office {
    const char *name;
    size_t people;
    struct tally all, before, after;
};

struct score {
    VEC(struct results) files;        /* owned; what all names point into */
    VEC(struct whereabouts) present;  /* owned; who came to the class, whatever they did */
    VEC(struct score_person) people;  /* by name */
    VEC(struct score_rule) rules;     /* most missed first */
    struct tally before, after;       /* of those who did both */
    VEC(struct score_office) offices; /* by name */
    size_t damaged;                   /* lines that could not be read */
};

/* Adds a file of results. False with a sentence in e when it cannot be read. */
bool score_add(struct score *score, const char *path, struct error *e);
/* Adds the participant whose folder this is to those who came, if she did. */
void score_add_presence(struct score *score, const char *folder);
/* Counts and sorts, after the last file. */
void score_make(struct score *score);
void score_free(struct score *score);

/* Whether somebody did the test before and the one after. */
bool person_did_both(const struct score_person *person);
/* The person's rule, or NULL. */
const struct score_rule *person_rule(const struct score_person *person, const char *name);
/* Whole percent; 0 of nothing. */
unsigned tally_percent(struct tally tally);
/* Whether there is any lesson of hers: who only came has none. */
bool person_did_any(const struct score_person *person);
/* The name, or the login when there is none. */
const char *person_name(const struct score_person *person);

/* Appends the tables for people; one line for each attempt as CSV; one page of HTML. */
void score_append_text(const struct score *score, enum lang lang, struct str *out);
void score_append_csv(const struct score *score, struct str *out);
/* The tests before and after, and their difference, by participant and rule; a part of the page. */
void score_append_tests(const struct score *score, enum lang lang, struct str *out);
/* Blind lessons and drafts of one's own; parts of the page. */
void score_append_blind(const struct score *score, enum lang lang, struct str *out);
void score_append_own(const struct score *score, enum lang lang, struct str *out);
void score_append_html(const struct score *score, enum lang lang, struct str *out);

#endif
