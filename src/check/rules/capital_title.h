#ifndef SUNTING_CHECK_RULES_CAPITAL_TITLE_H
#define SUNTING_CHECK_RULES_CAPITAL_TITLE_H

#include "check/rules/capital_reader.h"

/* Token i stands in what is written as titles are: a line without its full stop, a quotation or brackets most
 * of whose words have capitals. */
bool capital_in_title(const struct capital_reader *r, size_t i);

#endif
