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

/* The longest phrase of the dictionary that begins at token first. */
bool phrase_at(struct language *language, enum lexicon_name name, const struct analysis *a, size_t first,
               struct phrase *phrase);

/* True when nothing but marks stands before token index in its sentence or quotation. */
bool token_opens(const struct analysis *a, size_t index);
/* The word right before or behind a token, with nothing but space between; NULL when there is none. */
const struct token *word_before(const struct analysis *a, size_t index);
const struct token *word_after(const struct analysis *a, size_t index);

/* Appends right, with capitals as the tokens have that it replaces. */
void wording_append(struct str *out, const struct analysis *a, size_t first, size_t tokens,
                    struct slice right);

#endif
