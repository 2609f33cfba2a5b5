#ifndef SUNTING_CHECK_RULES_TYPOGRAPHY_H
#define SUNTING_CHECK_RULES_TYPOGRAPHY_H

#include "check/rule.h"

/* Findings that say "write it like this": bytes start to end of the block should read right. The message gets
 * the wrong text and the right one; say picks the sentence of the rule. */
typedef void typography_say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right);

void typography_report(const struct check_context *context, const struct analysis *a, struct findings *out,
                       enum rule_id rule, size_t start, size_t end, struct slice right, typography_say *say);

/* Token i is this one mark; false behind the last token. */
bool mark_at(const struct analysis *a, size_t i, const char *set);
/* Bytes between token i - 1 and token i. */
struct slice gap_before(const struct analysis *a, size_t i);
/* Token i is this word, case ignored. */
bool word_is(const struct analysis *a, size_t i, const char *word);

#endif
