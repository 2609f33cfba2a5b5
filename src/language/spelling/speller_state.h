#ifndef SUNTING_LANGUAGE_SPELLING_SPELLER_STATE_H
#define SUNTING_LANGUAGE_SPELLING_SPELLER_STATE_H

#include "base/map.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

/* What the files of the speller share; nobody else includes it. */
struct own_word {
    char *word, *example; /* owned; example may be NULL */
    enum word_source source;
};

struct speller {
    struct language *language;
    struct error *problem;
    struct wordbook *indonesian; /* NULL until asked for, and when missing */
    bool asked_indonesian, asked_own;
    uint32_t state;       /* counted on when the own words change; see struct word */
    struct map looked_up; /* enum word_source by word */
    struct map roots;     /* weight by word */
    struct map own;       /* index into own_words, plus 1 */
    VEC(struct own_word) own_words;
    /* Prepared sources of words: entries of enum word_source, length and word, found by table. */
    bool asked_sources;
    struct slice sources;
    struct key_table source_table;
    /* Of what was counted, of own words, and what only suggestions need; each empty until first searched. */
    struct word_index index, own_index, entry_index;
};

struct wordbook *speller_indonesian(struct speller *speller);
/* The entry of the user's or the house's word, or NULL; valid until words are added. */
const struct own_word *speller_own(struct speller *speller, struct slice word);
void speller_forget(struct speller *speller); /* after the own words have changed */
void speller_free_own(struct speller *speller);
/* Where the word is known from, as prepared; WORD_UNKNOWN with *found false when that says nothing of it, or
 * the user's own words may have changed it. */
enum word_source speller_prepared(struct speller *speller, struct slice word, bool *found);
/* The words near it, with spaces between, as prepared; false when nothing was prepared of the word, or own
 * words may be among them. */
bool speller_prepared_near(struct speller *speller, struct slice word, struct slice *near);
/* The same of its rivals, as rivals_keep() wrote them. */
bool speller_prepared_rivals(struct speller *speller, struct slice word, struct slice *rivals);
/* What else was prepared of the word, and holds whatever the own words are; false: nothing. */
enum prepared_mark {
    MARK_NONSTANDARD = 1, /* there is a standard form: nonstandard.h */
    MARK_MEANT = 2        /* may be meant where another stands: rivals.h */
};
bool speller_prepared_marks(struct speller *speller, struct slice word, unsigned *marks);
enum {
    GOVERNMENT_DOCUMENTS = 10, /* what a word that was never counted counts for as a suggestion, */
    OWN_DOCUMENTS = 100        /* and one of the user's */
};
/* All words that were counted and of the government. */
const struct word_index *speller_index(struct speller *speller);
/* Words that stand in hunspell's dictionary. */
const struct word_index *speller_entries(struct speller *speller);
/* A word of small letters that may be proposed. */
bool speller_is_plain(struct slice word);
/* Calls each() for every English word one edit away, the shorter first, documents 0. */
void speller_near_english(struct speller *speller, struct slice word,
                          void (*each)(void *by, const struct indexed_word *near), void *by);
/* Words of the press that hunspell lacks, in so few articles, may be slips. */
enum { SPELLER_SELDOM = 5 };
/* No slip of the pen for a word so much commoner. */
bool speller_is_sure(const struct word_counts *counts);
bool speller_is_government(struct speller *speller, struct slice word);
/* Known by itself, not formed by a rule here. */
bool speller_is_word(struct speller *speller, struct slice word);
/* What a loan that is formed of a loan weighs as a root (realokasi, urbanisasi); 0 for all others. */
unsigned speller_weigh_loan(struct speller *speller, struct slice word);
/* True when the press writes the word, and not as a common misspelling. */
bool speller_is_attested(struct speller *speller, struct slice word);

#endif
