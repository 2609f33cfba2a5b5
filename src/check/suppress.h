#ifndef SUNTING_CHECK_SUPPRESS_H
#define SUNTING_CHECK_SUPPRESS_H

#include "check/rule.h"

/* Takes the findings that directives silence out of merged, which is in the order of their places and owns
 * nothing its items point to, and puts
 * into notes a finding for each directive that names no rule, or (when complete: all checks have run) that
 * silences nothing though its rules are on. Positions are those in the file. */
void findings_suppress(struct findings *merged, struct findings *notes, const struct document *document,
                       const bool enabled[RULE_COUNT], enum lang lang, bool complete);

#endif
