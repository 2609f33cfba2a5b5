#ifndef SUNTING_LANGUAGE_SPELLING_RIVALS_H
#define SUNTING_LANGUAGE_SPELLING_RIVALS_H

#include "language/lexicon/word.h"

/*
 * Words that may have been meant where another stands: one slip of the pen away, or with one of the suffixes
 * -kan, -an, -i more or less. Only words that are written often enough, and that lists made from KBBI or
 * hunspell hold: no names, nothing that is itself a finding.
 */
enum rival_kind {
    RIVAL_MISSING, /* the word lacks a letter of the rival, */
    RIVAL_EXTRA,   /* has one more, */
    RIVAL_CHANGED, /* another, */
    RIVAL_SWAPPED, /* two in each other's place, */
    RIVAL_SUFFIX_LOST,
    RIVAL_SUFFIX_ADDED
};

struct rival {
    struct word
        *word; /* in small letters; its hash and its row are here too, for words lie far from each other */
    uint64_t hash;
    struct slice row; /* frequency_row() */
    enum rival_kind kind;
    uint32_t written; /* how often it was counted, FORM_ALL */
};

enum { RIVALS_MOST = 28, RIVAL_SHORTEST = 3 };

struct rivals {
    size_t count;
    struct rival items[];
};

/* The rivals of a word in small letters, found once and remembered, valid as long as the language. */
const struct rivals *rivals_of(struct language *language, struct word *word);
/* Whether a word in small letters may be anybody's rival. */
bool rival_is_meant(struct language *language, struct word *word);
/* What kind of slip makes wrong of right, which is one edit away. */
enum rival_kind rival_kind_of(struct slice wrong, struct slice right);

#endif
