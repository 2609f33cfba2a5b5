/* A number of a rule that is being tried: what must be seen on words that lie near it. */
#ifndef TESTS_TRIAL_H
#define TESTS_TRIAL_H

#include "spelling.h"

struct trial {
    struct bench *bench;
    const char *what;
    size_t below, above, failed;
};

/* Whether the rule's finding begins where expected (NULL: none) and offers that (NULL: whatever). */
void trial_expect(struct trial *t, enum rule_id rule, const char *words, bool above, const char *wrong_wanted,
                  const char *right_wanted);
typedef void trial_visit(struct trial *t, struct slice word);
struct trial_number {
    const char *what;
    trial_visit *visit;
};
/* Calls visit for every word that the news counts. */
void trial_each_counted(struct trial *t, trial_visit *visit);
/* Tries each number on the words that each gives; the test fails when one was not as expected, or when none
 * lies on one side of the number. */
void trial_all(struct bench *bench, const struct trial_number *numbers, size_t count,
               void (*each)(struct trial *t, trial_visit *visit));
/* A table tells of the word, so that no number decides. */
bool trial_is_listed(struct trial *t, struct slice word);
bool between(size_t n, size_t low, size_t high);

#endif
