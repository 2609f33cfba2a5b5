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
    struct slice text; /* in small letters */
    uint64_t hash;     /* of the text */
    struct slice row;  /* frequency_row() */
    enum rival_kind kind;
    uint32_t written;  /* how often it was counted, FORM_ALL */
    struct word *word; /* NULL until rival_word() is asked: most rivals are none where their word stands */
};

enum { RIVALS_MOST = 28, RIVAL_SHORTEST = 3 };

struct rivals {
    size_t count;
    struct rival *items;
};

/* The rivals of a word in small letters, found once and remembered, valid as long as the language. */
const struct rivals *rivals_of(struct language *language, struct word *word);
struct word *rival_word(struct language *language, struct rival *rival);
/* Appends the rivals of a word in small letters as bytes, which rivals_of() reads of what was prepared. */
void rivals_keep(struct language *language, struct word *word, struct str *out);
/* Whether a word in small letters may be anybody's rival. */
bool rival_is_meant(struct language *language, struct word *word);
/* What kind of slip makes wrong of right, which is one edit away. */
enum rival_kind rival_kind_of(struct slice wrong, struct slice right);

#endif
