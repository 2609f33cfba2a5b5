#ifndef SUNTING_CHECK_RULES_JOINED_H
#define SUNTING_CHECK_RULES_JOINED_H

#include "check/rule.h"

/* The part of typography.space that looks into what is written together: H.Zulkifli, No.19, ayat(2), 25kg,
 * tahun2021, menjabatDirektur. */
void joined_check(const struct check_context *context, const struct analysis *a, struct findings *out);

#endif
