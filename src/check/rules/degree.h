#ifndef SUNTING_CHECK_RULES_DEGREE_H
#define SUNTING_CHECK_RULES_DEGREE_H

#include "check/rule.h"

/* typography.comma: degrees without the commas between them and the name: Rina Wati SH MM. How their full
 * stops are written is typography.degree's. */
void degree_comma_check(const struct check_context *context, const struct block *block, struct findings *out);

#endif
