#ifndef SUNTING_LANGUAGE_SENTENCE_ANALYSIS_H
#define SUNTING_LANGUAGE_SENTENCE_ANALYSIS_H

#include "base/vec.h"
#include "language/lexicon/word.h"
#include "language/sentence/markup.h"

/*
 * The one analysis of a paragraph, made once and read by every rule: its tokens, sentences and quotations.
 * All positions are bytes from the start of the paragraph; ends are exclusive.
 */
enum token_kind {
    /* letters, with hyphens, apostrophes, digits and full stops inside: ASN-nya, Jum'at, Covid-19, S.Sos,
     * Kompas.com; the last full stop of an abbreviation is a token of its own, and so is the amount in
     * Rp1.500 */
    TOKEN_WORD,
    TOKEN_NUMBER, /* digits with their separators: 1.500,25  10.30  13/12/2024  67% is a number and a sign */
    TOKEN_PUNCTUATION, /* one mark; three dots or more are one */
    TOKEN_SYMBOL,      /* any other sign: %, +, emoji */
    TOKEN_OPAQUE /* stands for a word, but is none: see markup.h; what a reader does not see is no token */
};

enum token_flag {
    TOKEN_CAPITAL = 1,        /* the first letter is a capital */
    TOKEN_UPPER = 2,          /* two letters or more, all capitals */
    TOKEN_LOWER = 4,          /* all letters are small */
    TOKEN_HYPHEN = 8,         /* has a hyphen inside */
    TOKEN_DIGIT = 16,         /* has a digit */
    TOKEN_SPACE_BEFORE = 32,  /* white space, or the start of the paragraph, stands before it */
    TOKEN_DOTTED = 64,        /* has a full stop inside: a degree, initials, the name of a site */
    TOKEN_BREAK_BEFORE = 128, /* no sentence runs from the token before it to this one: <p>, a cell */
    TOKEN_ITALIC = 256,       /* stands between marks that set it in italics */
    TOKEN_CODED = 512 /* has signs inside that a reader does not see so: its form has them as he does */
};

struct token {
    uint32_t start, end;
    uint8_t kind;   /* enum token_kind */
    uint16_t flags; /* enum token_flag */
};

struct sentence {
    uint32_t start, end;          /* without the space around it; marks that close it are inside */
    uint32_t first_token, tokens; /* its tokens */
};

struct quotation {
    uint32_t start, end;             /* both marks inside */
    uint32_t inner_start, inner_end; /* without the marks */
    bool opened;                     /* false: the opening mark is missing; start is a guess */
    bool closed;                     /* false: the closing mark is missing, or stands in a later paragraph */
    bool nested;                     /* stands inside another quotation */
    bool single;                     /* the marks are single ones */
};

struct analysis {
    struct slice text; /* the paragraph; not owned */
    struct markup markup;
    VEC(struct token) tokens;
    const struct vocabulary *vocabulary; /* of the language */
    VEC(struct word *) forms;            /* by token: what it says (see TOKEN_CODED), of the language */
    VEC(uint32_t) words;                 /* by token: its number in the vocabulary */
    VEC(uint32_t) speech;                /* by token: enum speech_class, see speech.h */
    VEC(struct sentence) sentences;
    VEC(struct quotation) quotations;
};

/* Analyses text, which must outlive the analysis. labels as in markup_find(). */
void analysis_make(struct analysis *analysis, struct language *language, struct slice text);
void analysis_make_in(struct analysis *analysis, struct language *language, struct slice text,
                      const struct map *labels);
void analysis_free(struct analysis *analysis);

/* The bytes of one token. */
static inline struct slice token_text(const struct analysis *a, const struct token *t) {
    return slice_range(a->text, t->start, t->end);
}

/* The steps in their order, after markup_find(), one file each. Each appends to its vector and reads those
 * before it. */
void tokens_find(struct analysis *analysis);
void words_find(struct analysis *analysis, struct language *language);
void speech_find(struct analysis *analysis, struct language *language);
void quotations_find(struct analysis *analysis, struct language *language);
void sentences_find(struct analysis *analysis, struct language *language);

enum { NESTED_QUOTATIONS = 8 /* that may lie between a place and the one around it */ };
/* Index after the last quotation that starts before offset; they are sorted by start. */
size_t quotations_before(const struct analysis *a, size_t offset);
/* Token i stands inside a quotation. */
bool token_is_quoted(const struct analysis *a, size_t i);

#endif
