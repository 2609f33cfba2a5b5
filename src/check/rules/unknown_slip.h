#ifndef SUNTING_CHECK_RULES_UNKNOWN_SLIP_H
#define SUNTING_CHECK_RULES_UNKNOWN_SLIP_H

#include "check/rule.h"

/* Whether the unknown word in small letters at token i, which stands in the draft so many times, is surely
 * misspelt: a common word is one slip away, or two of a long one, and nothing speaks for a term (Arabic
 * written in our letters, English, a root that all lists have). Of what is not, four in five were right on
 * posts of sites nobody had tuned on: religion, computers, dialects, rare forms of listed words. */
bool unknown_is_slip(const struct check_context *context, const struct analysis *a, size_t i, size_t times);
/* kepiawaianya: an unknown word in small letters that lost the n of its -an, or of -nya, after a known one.
 */
bool unknown_lost_n(struct language *language, struct slice word);

#endif
