#ifndef SUNTING_ARCHIVE_NAME_RULE_H
#define SUNTING_ARCHIVE_NAME_RULE_H

#include "check/rule.h"

/* archive.name: see name_rule.c. False: interrupted. */
bool name_rule_check(const struct check_context *context, const struct document *document,
                     struct findings *out);

#endif
