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
/* Fails the test when a word was not as expected, or none lies on one side. */
void trial_end(const struct trial *t);
/* Calls visit for every line of a lexicon. */
void trial_each(struct trial *t, enum lexicon_name name, void (*visit)(struct trial *, struct slice));
/* A table tells of the word, so that no number decides. */
bool trial_is_listed(struct trial *t, struct slice word);
bool between(size_t n, size_t low, size_t high);

#endif
