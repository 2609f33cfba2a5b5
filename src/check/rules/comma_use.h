#ifndef SUNTING_CHECK_RULES_COMMA_USE_H
#define SUNTING_CHECK_RULES_COMMA_USE_H

#include "check/rule.h"

/* The part of typography.comma that neither quotations nor patterns ask: a comma between a passive and its
 * agent (dipimpin langsung, Wawako), and a full stop before a date in brackets. */
void comma_use_check(const struct check_context *context, const struct block *block, struct findings *out);
/* The paragraph ends in a comma, and so leads to nothing. next: the block after it; NULL at the end.
 * Findings have positions in the file. */
void comma_end_check(const struct check_context *context, const struct block *block, const struct block *next,
                     struct findings *out);

/* A comma between a subject and its verb: comma_subject.c. */
void comma_subject_check(const struct check_context *context, const struct block *block,
                         struct findings *out);

#endif
