#include "language/sentence/words.h"

#include "base/utf8.h"
#include "language/sentence/coded.h"

static struct word *coded_word(struct language *language, struct slice text) {
    struct str said = {0};
    coded_read(text, &said);
    struct word *word = language_word(language, str_slice(&said));
    str_free(&said);
    return word;
}

/* Of so many words the memory is asked for before the first is looked up, so that they wait for it together.
 */
enum { AT_ONCE = 16 };
static void find_some(struct analysis *a, struct language *language, size_t count) {
    const struct token *tokens = &a->tokens.items[a->forms.count];
    uint64_t hashes[AT_ONCE];
    for (size_t i = 0; i < count; i++) {
        hashes[i] = slice_mix(token_text(a, &tokens[i]));
        word_set_expect(language_words(language), hashes[i]);
    }
    for (size_t i = 0; i < count; i++)
        word_set_expect_word(language_words(language), hashes[i]);
    for (size_t i = 0; i < count; i++)
        a->forms.items[a->forms.count++] =
            tokens[i].flags & TOKEN_CODED
                ? coded_word(language, token_text(a, &tokens[i]))
                : language_word_hashed(language, token_text(a, &tokens[i]), hashes[i]);
    for (size_t i = a->words.count; i < a->forms.count; i++)
        a->words.items[a->words.count++] = word_number(a->vocabulary, a->forms.items[i]);
}

void words_find(struct analysis *a, struct language *language) {
    a->vocabulary = language_vocabulary(language);
    vec_reserve(&a->forms, a->tokens.count);
    vec_reserve(&a->words, a->tokens.count);
    for (size_t i = 0; i < a->tokens.count; i += AT_ONCE)
        find_some(a, language, a->tokens.count - i < AT_ONCE ? a->tokens.count - i : AT_ONCE);
}

size_t words_count(const struct analysis *a, size_t first, size_t end) {
    size_t words = 0;
    for (size_t i = first; i < end; i++)
        words += token_is_kind(a, i, TOKEN_WORD) || token_is_number(a, i);
    return words;
}

bool token_is_letter(const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    size_t bytes = 0;
    if (token_is_kind(a, i, TOKEN_WORD)) utf8_decode(word, 0, &bytes);
    return bytes && bytes == word.len;
}

bool token_among(const struct analysis *a, size_t i, const char *const *words) {
    if (i >= a->tokens.count) return false;
    struct slice word = token_text(a, &a->tokens.items[i]);
    char first = word.data[0] | ' ';
    for (; *words; words++)
        if ((**words | ' ') == first && word.len == strlen(*words) &&
            slice_equal_nocase(word, slice_of(*words)))
            return true;
    return false;
}

bool token_is_dash(const struct analysis *a, size_t i) {
    static const char *const dashes[] = {"–", "—", "―", "−"};
    struct slice text = token_word(a, i);
    if (text.len == 1) return text.data[0] == '-';
    for (size_t k = 0; text.len == strlen("–") && k < sizeof dashes / sizeof *dashes; k++)
        if (slice_equal_text(text, dashes[k])) return true;
    return false;
}

struct slice token_gap(const struct analysis *a, size_t i) {
    return slice_range(a->text, a->tokens.items[i - 1].end, a->tokens.items[i].start);
}

struct slice token_range(const struct analysis *a, size_t first, size_t end) {
    if (first >= end) return SLICE("");
    return slice_range(a->text, a->tokens.items[first].start, a->tokens.items[end - 1].end);
}
