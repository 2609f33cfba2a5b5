#ifndef SUNTING_CHECK_RULES_UNKNOWN_PIECE_H
#define SUNTING_CHECK_RULES_UNKNOWN_PIECE_H

#include "check/rule.h"

/* Token i is only a piece of what is written there: a site cut it off, it was parted at the end of a line, or
 * a sign stands before it. */
bool unknown_is_piece(const struct check_context *context, const struct analysis *a, size_t i);

#endif
