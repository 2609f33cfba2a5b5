#ifndef SUNTING_CHECK_RULES_CAPITAL_RAISED_H
#define SUNTING_CHECK_RULES_CAPITAL_RAISED_H

#include "check/rules/capital_reader.h"

/* Small nearly always in news; words that statutes raise are terms of law, and left alone. */
bool is_hardly_raised(const struct capital_reader *r, size_t i);
/* What is called so stands from i: bertema Kebersamaan, tentang Pajak dan Retribusi. */
bool is_called_so(const struct capital_reader *r, size_t i);
/* A heading without a full stop may end before i, and its sentence begin there. */
bool may_begin_after_heading(const struct capital_reader *r, size_t i);
/* How many words from i are raised for nothing: akan Menyusun rencana, seluruh Tokoh Masyarakat. */
size_t raised_words(const struct capital_reader *r, size_t i, bool starts);

#endif
