#ifndef SUNTING_LANGUAGE_SPELLING_AFFIXES_H
#define SUNTING_LANGUAGE_SPELLING_AFFIXES_H

#include "base/str.h"

/*
 * The affixes of Indonesian, with the suffixes each prefix goes with, and how a prefix is joined to a root:
 * meN- and sapu are menyapu. Source: Tata Bahasa Baku Bahasa Indonesia. Only morphology.h's analysis and
 * writing of words include it.
 */

/* How a prefix changes at the border to the root. */
enum prefix_shape {
    SHAPE_PLAIN, /* joined as it is: di-, se- */
    SHAPE_R,     /* ends in r, which falls away before r and before a first syllable in -er-: ber-, ter- */
    SHAPE_NASAL  /* ends in a nasal that depends on the root: meN-, peN- */
};

enum suffix_set { BARE = 1, KAN = 2, I = 4, AN = 8 };

struct suffix {
    enum suffix_set set;
    const char *text, *name;
};

/* A chain of prefixes is one row: only these chains live. */
struct prefix {
    const char *text; /* SHAPE_NASAL: without the nasal; SHAPE_R: with the r */
    enum prefix_shape shape;
    unsigned suffixes; /* of enum suffix_set */
    const char *names[3];
};

enum { SUFFIX_COUNT = 4, PREFIX_COUNT = 29 };
extern const struct suffix affix_suffixes[SUFFIX_COUNT];
extern const struct prefix affix_prefixes[PREFIX_COUNT];

bool affix_is_vowel(char c);
/* One syllable: meN- and peN- become menge-, penge- (mengecat, pengeboman). */
bool affix_is_one_syllable(struct slice root);
/* Appends prefix + root. */
void affix_join(const struct prefix *prefix, struct slice root, struct str *out);

#endif
