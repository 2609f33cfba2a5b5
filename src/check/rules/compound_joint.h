#ifndef SUNTING_CHECK_RULES_COMPOUND_JOINT_H
#define SUNTING_CHECK_RULES_COMPOUND_JOINT_H

#include "language/sentence/words.h"

/* How many tokens from index on are one word, or two, that are joined wrongly; right gets how it is written,
 * in small letters. 0: nothing. */

/* ini lah, posyandu-lah: -lah and -kah are part of the word. */
size_t compound_find_particle(struct language *language, const struct analysis *a, size_t index,
                              struct str *right);
/* bertanggung-jawab, tata-kelola: two words that stand side by side without a hyphen. */
size_t compound_find_joint(struct language *language, const struct analysis *a, size_t index,
                           struct str *right);
/* ter dampak, ke agamaan: a prefix stands before its word. */
size_t compound_find_prefix(struct language *language, const struct analysis *a, size_t index,
                            struct str *right);

#endif
