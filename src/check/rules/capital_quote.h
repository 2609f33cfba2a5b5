#ifndef SUNTING_CHECK_RULES_CAPITAL_QUOTE_H
#define SUNTING_CHECK_RULES_CAPITAL_QUOTE_H

#include "check/rule.h"

/* The first word of a quotation of a whole sentence is small: ... . "kami siap," kata Camat. first: its
 * token. EYD V, huruf kapital: the first letter of direct speech. False of what goes on after "ujar Budi,",
 * of a term, and where no verb shows that somebody says it. */
bool capital_quote_is_small(const struct analysis *a, const struct quotation *q, size_t first);

#endif
