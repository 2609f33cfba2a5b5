#ifndef SUNTING_CHECK_RULES_WORDING_H
#define SUNTING_CHECK_RULES_WORDING_H

#include "check/rule.h"
#include "language/sentence/phrases.h"

/*
 * Findings that say "write this instead": what the rules of nonstandard words, prepositions and compounds
 * share. Fields of their dictionaries: right form, when, note, reference; their headers explain "when".
 */
struct wording {
    size_t first, tokens; /* what is wrong; tokens is 0 where nothing is */
    struct slice right;   /* in small letters, or as a name is written */
};

/* Says what is wrong with the wording, in the words of one rule. */
typedef void wording_say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right);

/* A word that is far oftener written small than with a capital, by all that was counted. */
bool wording_is_seldom_raised(struct language *language, struct slice word);
/* Finds what the dictionary says about the words from token first on. True when an entry was found, even one
 * that says to leave them alone or that does not hold here (then wording->right is empty); wording->tokens
 * says how many words it covers. */
static inline bool wording_look_up(struct language *language, enum lexicon_name name,
                                   const struct analysis *a, size_t first, struct wording *wording);
/* Implementation of wording_look_up, where a phrase may begin. */
bool wording_find(struct language *language, enum lexicon_name name, const struct analysis *a, size_t first,
                  struct wording *wording);
/* Whether a rule that is on has the words, in small letters, in its dictionary: it reports them, or knows why
 * not. */
bool wording_is_listed(const struct check_context *context, struct slice words);
/* The same of a word, as dictionaries have it. */
bool wording_has_word(const struct check_context *context, struct word *word);
/* "PT Sarana Multi Produk": the word belongs to what a firm calls itself. */
bool names_firm(const struct analysis *a, size_t index);
/* Adds the finding. */
void wording_report(const struct check_context *context, const struct analysis *a, enum rule_id rule,
                    const struct wording *wording, wording_say *say, struct findings *out);

/* A rule that is a dictionary, and what finds the words that the dictionary cannot list. */
struct wording_rule {
    enum rule_id rule;
    enum lexicon_name dictionary;
    wording_say *say;
    /* Reports what is wrong from token index on; returns how many tokens it has dealt with, at least 1. */
    size_t (*other)(const struct check_context *context, const struct analysis *a, size_t index,
                    struct findings *out);
};
void wording_check(const struct wording_rule *rule, const struct check_context *context,
                   const struct analysis *a, struct findings *out);

static inline bool wording_look_up(struct language *language, enum lexicon_name name,
                                   const struct analysis *a, size_t first, struct wording *wording) {
    return phrase_may_begin(language, name, a, first) && wording_find(language, name, a, first, wording);
}

#endif
