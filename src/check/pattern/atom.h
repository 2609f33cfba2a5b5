#ifndef SUNTING_CHECK_PATTERN_ATOM_H
#define SUNTING_CHECK_PATTERN_ATOM_H

#include "check/pattern/pattern.h"

/*
 * What a pattern asks of one token, and what of a token patterns can ask about: its symbol. Tokens that no
 * pattern can tell apart have one symbol.
 */
enum look {
    LOOK_WORD = 1 << 0,
    LOOK_NUMBER = 1 << 1,
    LOOK_MARK = 1 << 2,
    LOOK_OTHER = 1 << 3, /* URL, code */
    LOOK_CAPITAL = 1 << 4,
    LOOK_SMALL = 1 << 5, /* a word without a capital */
    LOOK_UPPER = 1 << 6,
    LOOK_NAME = 1 << 7, /* a capital that the start of a sentence or quotation does not explain */
    LOOK_JOINED = 1 << 8,
    LOOK_START = 1 << 9, /* of the sentence: stands before its first token */
    LOOK_END = 1 << 10,
    LOOK_DATE = 1 << 11,    /* a number with a slash: 20/11/2024 */
    LOOK_DOUBLED = 1 << 12, /* buku-buku, sayur-sayuran */
    LOOK_ANY = LOOK_WORD | LOOK_NUMBER | LOOK_MARK | LOOK_OTHER
};

struct symbol {
    uint64_t affixes; /* one bit a pair of affixes */
    uint32_t word;    /* its number in the vocabulary */
    uint32_t exact;   /* its number among the texts that stand in quotation marks; 0: none */
    uint32_t looks;   /* enum look */
    uint32_t speech;  /* enum speech_class */
    uint64_t length;  /* of a number its digits, of a word in capitals its letters; of 64 bits, so that there
                         is no byte between: they are compared as such */
};

enum predicate_kind {
    PREDICATE_WORD,
    PREDICATE_EXACT,
    PREDICATE_CLASS,
    PREDICATE_AFFIXES,
    PREDICATE_LOOK,
    PREDICATE_DIGITS,
    PREDICATE_LETTERS,
    PREDICATE_SPEECH
};

struct predicate {
    enum predicate_kind kind;
    uint32_t value; /* number of the word, text, class or pair; enum look or speech_class; least
                       digits or letters, and most << 16 */
};

/* One of its predicates holds, or none of them. */
struct clause {
    bool not ;
    uint32_t first, count; /* of atoms.predicates */
};

/* All of its clauses hold. */
struct atom {
    uint32_t first, count; /* of atoms.clauses */
};

enum { SYMBOLS_RECENT = 1024 };

struct affixes {
    struct slice prefix, suffix; /* owned; small letters */
};

struct atoms {
    struct vocabulary *vocabulary;
    uint32_t number; /* of the set, from 1: what is kept with a word says whose it is */
    VEC(struct predicate) predicates;
    VEC(struct clause) clauses;
    VEC(struct atom) list;
    VEC(struct affixes) affixes;
    struct map exacts;    /* number from 1, by text */
    VEC(bool) written;    /* by word of the vocabulary: stands in exacts in some spelling */
    struct str folded;    /* the word that is added */
    struct map by_symbol; /* index of symbols plus 1 */
    VEC(struct symbol) symbols;
    uint32_t recent[SYMBOLS_RECENT]; /* numbers of symbols plus 1, by their words and looks */
};

/* Numbers for the predicates. SIZE_MAX: one too many. */
uint32_t atoms_word(struct atoms *atoms, struct slice word);
uint32_t atoms_exact(struct atoms *atoms, struct slice text);
size_t atoms_affixes(struct atoms *atoms, struct slice prefix, struct slice suffix);
void atoms_free(struct atoms *atoms);

bool atom_holds(const struct atoms *atoms, uint32_t atom, const struct symbol *symbol);
/* The number of the symbol of token i. */
uint32_t atoms_symbol(struct atoms *atoms, const struct analysis *a, size_t i);
/* Of the start or end of a sentence. */
uint32_t atoms_border(struct atoms *atoms, enum look look);

#endif
