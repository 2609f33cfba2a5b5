#ifndef SUNTING_LANGUAGE_SENTENCE_PHRASES_H
#define SUNTING_LANGUAGE_SENTENCE_PHRASES_H

#include "language/sentence/analysis.h"

/*
 * Words and phrases of a dictionary, found in text. A dictionary's keys are one to PHRASE_TOKENS words in
 * small letters with one space between. Only words with nothing but space between them make a phrase: no
 * mark, no opaque token. One hash look-up a token; more only where a phrase may begin.
 */
enum { PHRASE_TOKENS = 4 };

struct phrase {
    size_t first, tokens; /* indices of analysis->tokens */
    struct slice fields;  /* what follows its key in the dictionary */
};

/* Whether the dictionary has a phrase that begins with the word at token first: nearly none does. */
static inline bool phrase_may_begin(struct language *language, enum lexicon_name name,
                                    const struct analysis *a, size_t first) {
    return a->tokens.items[first].kind == TOKEN_WORD && word_begins(language, a->forms.items[first], name);
}
/* The longest phrase of the dictionary that begins at token first, where one may. */
bool phrase_find(struct language *language, enum lexicon_name name, const struct analysis *a, size_t first,
                 struct phrase *phrase);
static inline bool phrase_at(struct language *language, enum lexicon_name name, const struct analysis *a,
                             size_t first, struct phrase *phrase) {
    return phrase_may_begin(language, name, a, first) && phrase_find(language, name, a, first, phrase);
}

/* True when nothing but marks stands before token index in its sentence or quotation. */
bool token_opens(const struct analysis *a, size_t index);
/* The word right before or after a token, with nothing but space between; NULL when there is none. */
static inline const struct token *word_before(const struct analysis *a, size_t index);
static inline const struct token *word_after(const struct analysis *a, size_t index);

/* Appends right, with capitals as the tokens have that it replaces. */
void wording_append(struct str *out, const struct analysis *a, size_t first, size_t tokens,
                    struct slice right);

/* A space stands before it, but no end of a line or cell that parts what is written. */
static inline bool token_stands_apart(const struct token *token) {
    return (token->flags & (TOKEN_SPACE_BEFORE | TOKEN_BREAK_BEFORE)) == TOKEN_SPACE_BEFORE;
}

static inline const struct token *word_before(const struct analysis *a, size_t index) {
    if (index == 0 || !token_stands_apart(&a->tokens.items[index])) return NULL;
    const struct token *before = &a->tokens.items[index - 1];
    return before->kind == TOKEN_WORD ? before : NULL;
}

static inline const struct token *word_after(const struct analysis *a, size_t index) {
    if (index + 1 >= a->tokens.count) return NULL;
    const struct token *after = &a->tokens.items[index + 1];
    return after->kind == TOKEN_WORD && token_stands_apart(after) ? after : NULL;
}

#endif
