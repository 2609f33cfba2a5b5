#ifndef SUNTING_LANGUAGE_SPELLING_SPELLER_H
#define SUNTING_LANGUAGE_SPELLING_SPELLER_H

#include "language/lexicon/word.h"
#include "language/spelling/morphology.h"
#include "language/spelling/word_index.h"

/*
 * Tells Indonesian words from misspellings, and what a misspelling was meant to be.
 *
 * A word is known when it is the user's own or the house's, stands in the dictionary of government words, is
 * attested in the press (but not when a word one slip away is fifty times commoner: then it is a common
 * misspelling), stands in hunspell's id_ID, or is formed of known parts by the rules of morphology.h and no
 * common word is one slip away. Everything is loaded when it is first needed and each word is looked up once.
 * Case does not matter. Belongs to struct language: language_speller(). Not safe for threads.
 */
struct speller;

enum word_source {
    WORD_UNKNOWN,
    WORD_OWN,        /* the user's words */
    WORD_HOUSE,      /* the words of the house style */
    WORD_GOVERNMENT, /* dictionaries/government.tsv */
    WORD_ATTESTED,   /* dictionaries/frequency.tsv */
    WORD_DICTIONARY, /* hunspell id_ID */
    WORD_FORMED,     /* of known parts */
    WORD_FOREIGN     /* dictionaries/english.tsv */
};

/* The speller of this language, made on first use; it belongs to the language. What cannot be loaded is said
 * in language_problem(). */
struct speller *language_speller(struct language *language);

/* Loads one part of what every look-up needs, for those who have keys to answer in between. False: that was
 * the last. */
bool speller_load_part(struct speller *speller);

/* Where the word is known from. */
enum word_source speller_look(struct speller *speller, struct slice word);
enum word_source speller_look_word(struct speller *speller, struct word *word);
/* How the word is formed; false when it is no formed word. Also for words known otherwise. */
bool speller_analyse(struct speller *speller, struct slice word, struct word_form *form);
/* True for a word whose ending is lost or one too many: diserah, menekankankan. */
bool speller_has_wrong_ending(struct speller *speller, struct slice word);
/* True when the word, in small letters, is English. */
bool speller_is_english(struct speller *speller, struct slice word);
/* word_index_near() for all words that were counted, of the government and of the user's own. */
void speller_near(struct speller *speller, struct slice word, unsigned edits, uint32_t least,
                  void (*each)(void *by, const struct indexed_word *near), void *by);
/* Documents of the commonest word one slip away: 0 when there is none. */
uint32_t speller_neighbour(struct speller *speller, struct slice word);

/* Makes the word known: source is WORD_OWN or WORD_HOUSE. With an example, the word takes the affixes that
 * the example takes ("medsos" like "pos"); without, it takes clitics only. */
void speller_add(struct speller *speller, struct slice word, struct slice example, enum word_source source);
/* Takes back what speller_add() made known. */
void speller_remove(struct speller *speller, struct slice word);

/* Makes the prepared file of the dictionaries in a folder: their lines, what hunspell accepts, and what the
 * speller finds out about the words in them; more adds what else is to be in it, and may be NULL. Takes
 * seconds. */
bool speller_prepare(const char *folder, void (*more)(const char *folder, struct prepared_writer *writer),
                     struct error *e);
/* True when there is one that holds for all of it. */
bool speller_is_prepared(struct speller *speller);

/* What the word was meant to be, most likely first. Owned by whoever holds the struct. */
enum { SUGGESTIONS = 6 };
struct suggestions {
    char *items[SUGGESTIONS];
    size_t count;
};

/* before and after are the words beside it, empty when there is none. The suggestions are written in the
 * case of the word. */
void speller_suggest(struct speller *speller, struct slice word, struct slice before, struct slice after,
                     struct suggestions *out);
/* Appends text in the case of the word that it replaces. */
void speller_case(struct slice word, struct slice text, struct str *out);
void suggestions_free(struct suggestions *suggestions);

#endif
