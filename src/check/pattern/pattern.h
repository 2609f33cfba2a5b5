#ifndef SUNTING_CHECK_PATTERN_PATTERN_H
#define SUNTING_CHECK_PATTERN_PATTERN_H

#include "base/message.h"
#include "language/sentence/analysis.h"

/*
 * Patterns over the tokens of a sentence, written as sunting-rules(5) teaches:
 *
 *     kata           the word, whatever its capitals        "Rp"      exactly so; also a mark: "("
 *     <saying>       a word of a class (classes.tsv)        me~kan    a word with these affixes
 *     #  #16  #4-6   a number; of so many digits            , : % /   marks
 *     KATA ANGKA TANDA APA, KAPITAL KECIL BESAR NAMA        a token of that look; also in English
 *     ULANG          a word said twice with a hyphen
 *     AWAL AKHIR     start and end of the sentence          !x  x&y   not; both
 *     =x  _x         right after the token before it; with a space before it
 *     a | b  ( )     alternatives; a group, $1 of a fix     x? x* x+ x{2,4}
 *     ..  ..3        any tokens between; at most three      [ ]       the part to report
 *
 * All patterns together are one automaton over tokens, built as texts ask for it: a token costs one look-up,
 * however many patterns there are.
 */
struct patterns;

enum {
    PATTERN_BYTES = 1000, /* of its text */
    PATTERN_STEPS = 2000, /* places of one pattern, repetitions written out */
    PATTERN_WINDOW = 120, /* tokens that one match may span */
    PATTERN_GROUPS = 9,   /* $1 to $9 */
    PATTERN_AFFIXES = 64  /* different pairs of affixes in all patterns */
};

struct patterns *patterns_new(struct language *language);
void patterns_free(struct patterns *patterns);

/* Adds a pattern; its number, or SIZE_MAX with a sentence in e that says what is wrong and where. The words
 * of patterns join the vocabulary: add them before the texts are analysed. */
size_t patterns_add(struct patterns *patterns, struct slice source, struct error *e);

size_t patterns_count(const struct patterns *patterns);
/* The groups of one pattern, up to PATTERN_GROUPS: $1 to so many mean something in its fix. */
size_t patterns_groups(const struct patterns *patterns, size_t pattern);

/* Appends all patterns as they were compiled, to be kept: numbers (uint32_t, of the machine), and texts with
 * their length before and zeros after, to a multiple of 4. */
void patterns_keep(const struct patterns *patterns, struct str *kept);
/* Takes what was kept, when there are no patterns yet and the vocabulary is as it was then. False when it is
 * another, or bytes hold no patterns: then some may be there, and they must be freed. */
bool patterns_take(struct patterns *patterns, struct slice kept);

/* Tokens of the analysis, from first to before end. */
struct token_span {
    size_t first, end;
};

struct pattern_match {
    size_t pattern;
    struct token_span places; /* of the sentence: 0 its start, 1 its first token, the last its end */
};

struct pattern_matches {
    VEC(struct pattern_match) list;
};

/* Appends, for each place where patterns match in the sentence, the longest match of each. */
void patterns_find(struct patterns *patterns, const struct analysis *a, const struct sentence *sentence,
                   struct pattern_matches *out);

/* The tokens of a match. */
struct token_span pattern_span(const struct sentence *sentence, const struct pattern_match *match);

/* What a match found: the part to report (all of it unless [ ] says so) and the groups; a group that took no
 * part is empty. Asked of the sentence in which patterns_find() looked last. */
struct pattern_parts {
    struct token_span report, groups[PATTERN_GROUPS];
};
void patterns_parts(struct patterns *patterns, const struct sentence *sentence,
                    const struct pattern_match *match, struct pattern_parts *parts);

#endif
