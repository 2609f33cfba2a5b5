#ifndef SUNTING_CHECK_RULES_SUM_MONEY_H
#define SUNTING_CHECK_RULES_SUM_MONEY_H

#include "check/rule.h"

/* fact.sum, amounts of money over a whole draft: a total that its parts nearly reach, and what is left over.
 */
void sum_money_check(const struct check_context *context, const struct document *document,
                     struct findings *out);

#endif
