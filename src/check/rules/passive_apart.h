#ifndef SUNTING_CHECK_RULES_PASSIVE_APART_H
#define SUNTING_CHECK_RULES_PASSIVE_APART_H

#include "language/sentence/analysis.h"

/* Token index is the di of a passive that stands apart (di sampaikan, di tindak lanjuti): appends the verb as
 * it is written (EYD V: the prefix di- is joined; and so are two words with a prefix and a suffix), in its
 * standard form; of how many tokens it was made, 0 for no passive. */
size_t passive_apart(struct language *language, const struct analysis *a, size_t index, struct str *right);

#endif
