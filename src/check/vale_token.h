#ifndef SUNTING_CHECK_VALE_TOKEN_H
#define SUNTING_CHECK_VALE_TOKEN_H

#include "base/str.h"

struct vale_tokens {
    bool ignore_case;
    bool any_is_word; /* a token that is any run of letters, or of what is no space: KATA */
    bool captures;    /* the first group is what the pattern reports; there must be one */
};

/* Appends the regular expression of a style of Vale as a pattern (check/pattern/pattern.h). False: it looks
 * at less than whole words, or at what a pattern cannot say. */
bool vale_token_append(struct str *out, struct slice regex, struct vale_tokens how);

#endif
