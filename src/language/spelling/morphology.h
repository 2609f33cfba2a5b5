#ifndef SUNTING_LANGUAGE_SPELLING_MORPHOLOGY_H
#define SUNTING_LANGUAGE_SPELLING_MORPHOLOGY_H

#include "base/str.h"
#include "language/spelling/wordbook.h"

/*
 * Word formation of Indonesian: which root and which affixes a word is made of, with the sound changes of
 * meN- and peN- (menyapu: sapu, memukul: pukul, mengecat: cat), ber-, ter-, per-; circumfixes, clitics, bound
 * forms (antar-, pasca-) and reduplication, also with affixes (disembunyi-sembunyikan) or of the first
 * syllable (pepohonan).
 *
 * The rules alone would accept too much, so the caller says what is a root, and how good a one.
 * Source of the rules: Tata Bahasa Baku Bahasa Indonesia; EYD V on bound forms and reduplication.
 */
enum { WORD_PARTS = 8 };

struct word_form {
    char root[WORD_LIMIT + 1];
    const char *prefixes[WORD_PARTS]; /* from the outside in: "meN-", "per-", "antar-"; static */
    const char *suffixes[WORD_PARTS]; /* from the root outwards: "-kan", "-nya"; static */
    size_t prefix_count, suffix_count;
    bool doubled;    /* reduplication */
    unsigned weight; /* what root_weight said of the root */
    size_t base;     /* bytes of the word before its clitics */
};

struct morphology {
    /* 0 when the word is no root; otherwise, the better a root, the more. Lower-case letters only. */
    unsigned (*root_weight)(void *by, struct slice word);
    /* True when the word may stand before a clitic or after a bound form, although no rule here explains it.
     */
    bool (*is_word)(void *by, struct slice word);
    /* True when the word is two words that often stand side by side: a prefix and a suffix join them
     * (keikutsertaan, dilatarbelakangi). */
    bool (*is_compound)(void *by, struct slice word);
    void *by;
};

/* Finds the best analysis of a lower-case word that has at least one affix or is reduplicated. */
bool morphology_analyse(const struct morphology *morphology, struct slice word, struct word_form *out);
/* Appends "meN- + sampai + -kan"; the order is that of the word. */
void word_form_describe(const struct word_form *form, struct str *out);
/* Appends the word that the form makes with another root (lower case): its own word with form->root. What is
 * doubled together with a prefix (menari-nari) is written once. */
void word_form_write(const struct word_form *form, struct slice root, struct str *out);
/* Appends prefix + root as they are joined: "meN-" and "sapu" give "menyapu". The name is one that
 * word_form holds; suffixes and bound forms just stand beside the root. */
void morphology_join(const char *prefix, struct slice root, struct str *out);

#endif
