#ifndef SUNTING_CHECK_RULE_TRY_H
#define SUNTING_CHECK_RULE_TRY_H

#include "check/rule_book.h"

/*
 * Runs the examples of a rule, each as a draft of one paragraph: what is marked <<so>> in a wrong one must be
 * found, and nothing else; <<wrong -> right>> also says what the first fix must be. In a right one nothing
 * may be found.
 */
struct rule_tried {
    size_t rules, examples, failed;
    struct str told; /* a line for each that failed; release with str_free() */
};

void rule_try(struct rule_tried *tried, struct rule_book *book, struct language *language, enum lang lang,
              size_t rule);

#endif
