#ifndef SUNTING_CHECK_RULES_SUM_TOTAL_H
#define SUNTING_CHECK_RULES_SUM_TOTAL_H

#include "check/rule.h"

/* fact.sum, the total after its parts: 150 lansia, 75 balita, dan 50 ibu, sehingga total penerima 285 orang.
 */
void sum_total_check(const struct check_context *context, const struct analysis *a, const struct sentence *s,
                     struct findings *out);

#endif
