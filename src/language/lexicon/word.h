#ifndef SUNTING_LANGUAGE_LEXICON_WORD_H
#define SUNTING_LANGUAGE_LEXICON_WORD_H

#include "language/lexicon/language.h"
#include "language/lexicon/word_set.h"

/* What was counted in 16.8 thousand articles of the press, of words in small letters. */
struct word_counts {
    uint32_t documents; /* articles that have the word; 0 when fewer than two */
    bool indonesian;    /* hunspell's id_ID has it */
    bool english;       /* the English list has it */
    uint32_t neighbour; /* documents of a word one edit away that is much commoner; 0: there is none */
};

/* What its letters give to the comparison of sentences (check/duplicate). */
struct word_letters {
    uint32_t whole, less; /* its hash, and without -nya */
    uint64_t hash,
        factor; /* of a run of letters: times the factor, and the hash added; factor 0: not asked */
};

/* How often a word was counted written so: frequency.h. */
enum word_case { FORM_SMALL, FORM_NEWS_CAPITAL, FORM_LAW_CAPITAL, FORM_CAPITALS, FORM_ALL };
/* How it is written in nearly all of what was counted. */
enum written { WRITTEN_EITHER, WRITTEN_SMALL, WRITTEN_NAME, WRITTEN_CAPITALS };

/*
 * A word, as it is written, that was met: there is one of each in a language, so what rules ask of it is
 * looked up once and kept with it. A token has its word (analysis->forms).
 */
struct word {
    struct slice text;   /* as it is written; of the word's own memory */
    struct word *small;  /* the same in small letters; itself when it has no others */
    struct word *folded; /* and with straight apostrophes: as the keys of dictionaries are written */
    uint64_t hash;       /* slice_mix() of it */
    /* What follows is filled when it is first asked for; what is asked most stands first, for a draft of many
     * names asks more words than a cache holds. By word_begins(), */
    uint32_t asked_begins, begins; /* a bit for each lexicon */
    /* by word_fact(), */
    uint32_t asked_facts, facts; /* a bit for each */
    /* by speech.h, */
    uint32_t speech;
    bool asked_speech;
    bool plain; /* of a to z and digits alone: told when it is made */
    /* by nonstandard_of() and frequency_tables(), */
    bool asked_standard, asked_tables;
    /* by speller_look_word(), for a state of the speller's, from 1, */
    uint32_t asked_source;
    uint8_t source; /* enum word_source */
    struct word *standard;
    struct word_letters letters;
    /* by rivals_of(), */
    const struct rivals *rivals;
    /* by word_number(), when the vocabulary had so many, */
    size_t asked_number;
    uint32_t number;
    /* by check/pattern, for atoms with so many pairs of affixes, */
    uint32_t asked_atoms; /* their number */
    size_t asked_affixes;
    uint64_t affixes;          /* a bit for each pair that it has */
    const struct word *beside; /* the last that frequency_beside() was asked of, and what it said */
    uint32_t times_beside;
    struct word_tables {
        uint32_t forms[FORM_ALL + 1]; /* by enum word_case */
        enum written written;
        uint32_t lists; /* of the six lists made from KBBI; 0 when fewer than three */
        struct word_counts counts;
        struct slice row; /* what stands after it: frequency_in_row() */
    } tables;
    char bytes[]; /* text */
};

/* The word of that text, made when it was not met before; it lives as long as the language. */
struct word *language_word(struct language *language, struct slice text);
/* The same of one whose slice_mix() is known. */
struct word *language_word_hashed(struct language *language, struct slice text, uint64_t hash);
/* Its number in the vocabulary, in which it stands as dictionaries have it; 0 when nothing is known of it. */
uint32_t word_number(const struct vocabulary *vocabulary, struct word *word);
/* language_begins() of the word folded; looked up once. */
bool word_asked_begins(struct language *language, struct word *word, enum lexicon_name name);
static inline bool word_begins(struct language *language, struct word *word, enum lexicon_name name) {
    uint32_t bit = UINT32_C(1) << name;
    return word->asked_begins & bit ? word->begins & bit : word_asked_begins(language, word, name);
}

/* What rules find out about a word alone, whatever stands beside it. */
enum word_fact_name {
    FACT_HAS_BOUND, /* compound.c */
    FACT_FOREIGN,   /* foreign.c */
    FACT_AT_HOME,
    FACT_FOREIGN_ROOT,
    FACT_BEGINS_PLACE, /* capital_use.c */
    FACT_SLIP,         /* unknown_slip.c */
    FACT_PLACE,        /* unknown.c */
    FACT_SLIP_OF_COMMON,
    FACT_ENGLISH,  /* passage.c */
    FACT_ORDINARY, /* speech.c */
    FACT_BODY
};
/* What find says of the word: asked once. */
static inline bool word_fact(struct language *language, struct word *word, enum word_fact_name name,
                             bool (*find)(struct language *language, struct word *word)) {
    uint32_t bit = UINT32_C(1) << name;
    if (!(word->asked_facts & bit)) {
        word->asked_facts |= bit;
        if (find(language, word)) word->facts |= bit;
    }
    return word->facts & bit;
}

/* Appends a word as dictionaries have it: small letters, a straight apostrophe. */
void word_fold(struct str *out, struct slice word);

#endif
