#ifndef SUNTING_CHECK_RULES_OTHER_LANGUAGE_H
#define SUNTING_CHECK_RULES_OTHER_LANGUAGE_H

#include "check/rule.h"

/*
 * Words that are unknown because they are not Indonesian, or names of things that no dictionary lists: in a
 * quotation or a sentence that has many of them (a proverb in Minangkabau, a greeting in Javanese), and in an
 * enumeration of dishes, plants or clothes.
 */

/* A word in small letters that nothing explains. */
bool word_is_unknown(const struct check_context *context, const struct analysis *a, size_t i);
/* No word that is more than rare is one slip away: hardly a slip. */
bool word_is_far_from_common(const struct check_context *context, struct slice word);

/* Where the second of two common words begins that were written as one (saranapengangkut); 0: it is not so.
 */
size_t word_glued_at(struct language *language, struct slice word);
/* For each token whether it is such a word; the array is the caller's to free. */
bool *other_language_find(const struct check_context *context, const struct analysis *a);

#endif
