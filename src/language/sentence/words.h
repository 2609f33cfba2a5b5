#ifndef SUNTING_LANGUAGE_SENTENCE_WORDS_H
#define SUNTING_LANGUAGE_SENTENCE_WORDS_H

#include "language/sentence/analysis.h"

/*
 * The one vocabulary for what stands at token i of a passage. Every question may be asked of any index, the
 * one before the first (SIZE_MAX) included: outside the passage the answer is no, and the text is empty.
 */

static inline const struct token *token_at(const struct analysis *a, size_t i) {
    return i < a->tokens.count ? &a->tokens.items[i] : NULL;
}
/* The bytes of token i. */
static inline struct slice token_word(const struct analysis *a, size_t i) {
    return i < a->tokens.count ? token_text(a, &a->tokens.items[i]) : SLICE("");
}
static inline bool token_is_kind(const struct analysis *a, size_t i, enum token_kind kind) {
    return i < a->tokens.count && a->tokens.items[i].kind == kind;
}
/* A word of one letter. */
bool token_is_letter(const struct analysis *a, size_t i);
static inline bool token_is_number(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_NUMBER);
}
/* A word with a capital. */
static inline bool token_is_capital(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_WORD) && a->tokens.items[i].flags & TOKEN_CAPITAL;
}
/* A word without a capital. */
static inline bool token_is_small(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_WORD) && !(a->tokens.items[i].flags & TOKEN_CAPITAL);
}
/* Stands right after the token before it, no space between; the first token does not. */
static inline bool token_is_joined(const struct analysis *a, size_t i) {
    return i > 0 && i < a->tokens.count && a->tokens.items[i].start == a->tokens.items[i - 1].end;
}
/* Token i is this word or mark, case ignored. */
static inline bool token_is(const struct analysis *a, size_t i, const char *text) {
    if (i >= a->tokens.count) return false;
    struct slice word = token_text(a, &a->tokens.items[i]);
    if ((word.data[0] | ' ') != (text[0] | ' ')) return false; /* nearly always */
    return word.len == strlen(text) && slice_equal_nocase(word, slice_of(text));
}
/* Token i is one of these words or marks, case ignored; words ends with NULL. */
bool token_among(const struct analysis *a, size_t i, const char *const *words);
/* What token i says, as a word; NULL outside. */
static inline struct word *token_form(const struct analysis *a, size_t i) {
    return i < a->forms.count ? a->forms.items[i] : NULL;
}
/* How many of the tokens from first to before end a reader counts as words: words and numbers. */
size_t words_count(const struct analysis *a, size_t first, size_t end);
/* Token i belongs to this class of dictionaries/classes.tsv. */
static inline bool token_in(const struct analysis *a, size_t i, enum word_class class) {
    return i < a->words.count && vocabulary_has(a->vocabulary, a->words.items[i], class);
}
/* Token i is one mark, of one byte, out of set. */
static inline bool token_is_mark(const struct analysis *a, size_t i, const char *set) {
    if (!token_is_kind(a, i, TOKEN_PUNCTUATION)) return false;
    const struct token *token = &a->tokens.items[i];
    char mark = a->text.data[token->start];
    while (*set && *set != mark)
        set++;
    return *set && token->end - token->start == 1;
}
/* Token i is a hyphen or dash that stands as a mark of its own. */
bool token_is_dash(const struct analysis *a, size_t i);
/* The bytes between token i - 1 and token i; both must exist. */
struct slice token_gap(const struct analysis *a, size_t i);
/* The bytes from token first to before token end. */
struct slice token_range(const struct analysis *a, size_t first, size_t end);

#endif
