#ifndef SUNTING_CHECK_CAPITALS_H
#define SUNTING_CHECK_CAPITALS_H

#include "check/rule_file.h"

/* Whether the heading, or each sentence, is written as the rule asks; findings have positions in the block. A
 * word all in capitals counts as right: a short form. Words of grammar (<title-small>) stay small in a title.
 */
void capitals_check(const struct rule_file *file, const struct check_context *context,
                    const struct block *block, struct findings *out);

#endif
