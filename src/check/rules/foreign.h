#ifndef SUNTING_CHECK_RULES_FOREIGN_H
#define SUNTING_CHECK_RULES_FOREIGN_H

#include "check/rule.h"

/* spelling.foreign for a whole passage in English, which no other check looks at: that is said, once. */
void foreign_passage(const struct check_context *context, const struct block *block, struct findings *out);

#endif
