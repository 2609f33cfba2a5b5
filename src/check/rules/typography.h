#ifndef SUNTING_CHECK_RULES_TYPOGRAPHY_H
#define SUNTING_CHECK_RULES_TYPOGRAPHY_H

#include "check/rule.h"
#include "language/sentence/words.h"

/* Findings that say "write it like this": bytes start to end of the block should read right. The message gets
 * the wrong text and the right one; say picks the sentence of the rule. */
typedef void typography_say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right);

void typography_report(const struct check_context *context, const struct analysis *a, struct findings *out,
                       enum rule_id rule, size_t start, size_t end, struct slice right, typography_say *say);

#endif
