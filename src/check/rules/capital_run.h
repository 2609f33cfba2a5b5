#ifndef SUNTING_CHECK_RULES_CAPITAL_RUN_H
#define SUNTING_CHECK_RULES_CAPITAL_RUN_H

#include "check/rules/capital_reader.h"

/* How many words from i, raised together or before a name, are no name by the counts of raised.tsv: seluruh
 * Tokoh Masyarakat, di Lingkungan Kerja RSUD; 0 when they may be one. */
size_t capital_run(const struct capital_reader *r, size_t i);
/* The word is small in nearly every place where it stands alone between small words: Gedung, though names
 * begin with it; counted: after a number. */
bool capital_is_small_alone(const struct capital_reader *r, size_t i, bool counted);

#endif
