#ifndef SUNTING_CHECK_RULES_PASSIVE_APART_H
#define SUNTING_CHECK_RULES_PASSIVE_APART_H

#include "language/sentence/analysis.h"

/* Token index is the di of a passive that stands apart (di sampaikan, di imunisasi): true, and appends the
 * verb as it is written (EYD V: the prefix di- is joined). */
bool passive_apart(struct language *language, const struct analysis *a, size_t index, struct str *right);

#endif
