#include "language/sentence/words.h"

void words_find(struct analysis *a, struct language *language) {
    a->vocabulary = language_vocabulary(language);
    vec_reserve(&a->forms, a->tokens.count);
    vec_reserve(&a->words, a->tokens.count);
    for (size_t i = 0; i < a->tokens.count; i++) {
        struct word *word = language_word(language, token_text(a, &a->tokens.items[i]));
        a->forms.items[a->forms.count++] = word;
        a->words.items[a->words.count++] = word_number(a->vocabulary, word);
    }
}

bool token_is(const struct analysis *a, size_t i, const char *text) {
    if (i >= a->tokens.count) return false;
    struct slice word = token_text(a, &a->tokens.items[i]);
    if ((word.data[0] | ' ') != (text[0] | ' ')) return false; /* nearly always */
    return slice_equal_nocase(word, slice_of(text));
}

bool token_among(const struct analysis *a, size_t i, const char *const *words) {
    for (; *words; words++)
        if (token_is(a, i, *words)) return true;
    return false;
}

bool token_is_mark(const struct analysis *a, size_t i, const char *set) {
    if (!token_is_kind(a, i, TOKEN_PUNCTUATION)) return false;
    struct slice mark = token_text(a, &a->tokens.items[i]);
    return mark.len == 1 && strchr(set, mark.data[0]);
}

bool token_is_dash(const struct analysis *a, size_t i) {
    static const char *const dashes[] = {"-", "–", "—", "―", "−", NULL};
    return token_among(a, i, dashes);
}

struct slice token_gap(const struct analysis *a, size_t i) {
    return slice_range(a->text, a->tokens.items[i - 1].end, a->tokens.items[i].start);
}

struct slice token_range(const struct analysis *a, size_t first, size_t end) {
    if (first >= end) return SLICE("");
    return slice_range(a->text, a->tokens.items[first].start, a->tokens.items[end - 1].end);
}
