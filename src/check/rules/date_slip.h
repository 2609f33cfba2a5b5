#ifndef SUNTING_CHECK_RULES_DATE_SLIP_H
#define SUNTING_CHECK_RULES_DATE_SLIP_H

#include "check/rule.h"

/* The month or the weekday that token i is one slip away from, where a date stands beside it: 17 Agstus 2026,
 * Kmis (3/12/2026). "": none, or two of them. */
struct slice date_slip(const struct check_context *context, const struct analysis *a, size_t i);

#endif
