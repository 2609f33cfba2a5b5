#ifndef SUNTING_CHECK_RULES_UNKNOWN_SUGGEST_H
#define SUNTING_CHECK_RULES_UNKNOWN_SUGGEST_H

#include "check/rule.h"

/* What the finding of the unknown word at token i proposes, the likeliest first: the word that lost a letter,
 * what the words on either side ask for, words near it, and two words that were written as one; these come
 * first where no counted word is one slip away. */
void unknown_suggest(const struct check_context *context, const struct analysis *a, size_t i,
                     struct finding *finding);
/* The word that the words on either side of token i ask for, when the ranking believes in it so much
 * (ranking_score()); NULL for none. */
struct word *unknown_meant(const struct check_context *context, const struct analysis *a, size_t i,
                           double belief);
/* Whether another rule has a better word for it, and tells it. */
bool unknown_is_told_elsewhere(const struct check_context *context, struct word *word);

#endif
