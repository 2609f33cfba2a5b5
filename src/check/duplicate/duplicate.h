#ifndef SUNTING_CHECK_DUPLICATE_DUPLICATE_H
#define SUNTING_CHECK_DUPLICATE_DUPLICATE_H

#include "check/rule.h"

/*
 * Repeated sentences. A unit is one sentence, or one sentence inside a quotation of several, reduced to its
 * words: units that agree in all words are exact copies; the index proposes pairs that share rare words, and
 * compare_units() decides whether they say the same. All steps are linear in the number of words.
 */
enum { UNIT_WORDS = 300 /* what is read of one unit */ };

enum unit_word_flag {
    UNIT_WEAK = 1,    /* a function word */
    UNIT_BRACKET = 2, /* stands in brackets */
    UNIT_NUMBER = 4,
    UNIT_NAME = 8 /* a capital that does not come from the start of the sentence */
};

struct unit_word {
    uint32_t hash; /* of its letters, in small letters */
    uint32_t token;
    uint8_t flags;
    uint8_t units;   /* that hold it, about: at most 255, may be too high; set by duplicate_index_new() */
    uint16_t weight; /* what it says, in ten-thousandths; set by units_weigh(), as is that of a unit */
};

struct unit {
    const struct block *block;
    uint32_t sentence;     /* index within the block */
    uint32_t start, end;   /* bytes within the block */
    uint32_t first, count; /* its words */
    uint32_t content;      /* words that are not weak */
    uint64_t hash;         /* of all its letters, spaces aside */
    uint32_t letters;      /* how many bytes went into hash */
    uint32_t weight;       /* of all its words */
    uint64_t sketch;       /* unit_bit() of all its words */
    bool part;             /* one sentence of a quotation */
    bool legal;            /* cites articles of law: only an exact copy is a repetition */
    bool single;           /* the only unit of its block */
    uint32_t section;      /* number of headings above it */
    uint64_t heading;      /* hash of the letters of the last of them; 0 when there is none */
};

struct units {
    VEC(struct unit) list;
    VEC(struct unit_word) words;
    const struct block *block; /* looked at last, */
    size_t spans;              /* and so many of its marks: */
    bool in_item;              /* an item of a list is open there */
    bool in_image;             /* and whether it is one of words for an image */
    uint32_t section;          /* of the block being collected, */
    uint64_t heading;          /* and what stands above it: see struct unit */
    bool other_days; /* they come from texts of other days: that each side has a number of its own makes no
                        other fact of it, and of a long sentence more may have changed */
};

/* A word whose bit is not in the sketch of a unit does not stand in that unit. */
static inline uint64_t unit_bit(uint32_t hash) {
    return (uint64_t)1 << (hash >> 26);
}

/* Collects the units of a document in order; false when interrupted. Release with units_free(). */
bool units_collect(struct units *units, const struct check_context *context, const struct document *document);
/* The whole block as one unit; nothing when it is too short to be one. */
void units_add_block(struct units *units, const struct block *block);
/* The letters by which word i of a unit is known: its hash is theirs. Replaces out. */
void unit_word_letters(struct str *out, const struct units *units, const struct unit *unit, size_t i);
void units_free(struct units *units);

/* Proposes, for units asked for in order, earlier units that share rare words or pairs. */
struct duplicate_index;
enum { CANDIDATES = 8, UNITS_ASK = 256 /* units between two looks for keys: a tenth of a millisecond */ };
/* NULL when interrupted. */
struct duplicate_index *duplicate_index_new(struct units *units, const struct check_context *context);
void duplicate_index_free(struct duplicate_index *index);
/* Stores up to CANDIDATES earlier units, the most promising first, and enters this one; returns how many. */
size_t duplicate_index_next(struct duplicate_index *index, size_t unit, uint32_t candidates[CANDIDATES]);

struct likeness {
    bool similar;                  /* the two say the same; the rest is set only when they may */
    double score;                  /* 0 to 1 */
    double shared;                 /* weight of the shared words; a rare word is 1 */
    double plain;                  /* of those that are neither names nor numbers */
    uint8_t only_here[UNIT_WORDS]; /* 1: this word of the later unit is not in the earlier one */
    uint8_t only_there[UNIT_WORDS];
};

/* Weighs all units, once duplicate_index_new() knows how rare their words are; before compare_units().
 * False when interrupted. */
bool units_weigh(struct units *units, const struct check_context *context);
/* The same with another measure: what a word is worth where it stands in many texts, 1 when in few. */
void units_weigh_by(struct units *units, double (*worth)(void *self, const struct unit_word *word),
                    void *self);
/* Says which words only one of the two has, as they are written; "" when they differ in marks alone. */
void likeness_say(struct str *out, enum lang lang, const struct units *units, const struct unit *there,
                  const struct unit *here, const struct likeness *likeness);
void compare_units(struct likeness *likeness, const struct units *units, size_t earlier, size_t later);

#endif
