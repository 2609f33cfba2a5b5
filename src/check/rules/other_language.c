#include "check/rules/other_language.h"

#include "language/lexicon/frequency.h"
#include "language/sentence/words.h"
#include "language/spelling/script.h"
#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

enum {
    RARE = 20,         /* articles */
    GLUED_PART = 4,    /* letters of each of two words that were written as one, */
    GLUED_COMMON = 20, /* and articles that have it */
    QUOTED_LEAST = 3,  /* unknown words, */
    QUOTED_SHARE = 3,  /* one of so many words of a quotation */
    SENTENCE_LEAST = 4,
    SENTENCE_SHARE = 2,
    ITEM_TOKENS = 4, /* of an enumeration, at most; */
    ITEMS_LEAST = 2, /* items with an unknown word, at least */
    SLIPS_OF_TEN = 8 /* of ten unknown words so many are typed in haste: no other language */
};

/* tlp. 456, written with its full stop. */
static bool is_short_form(const struct check_context *context, const struct analysis *a, size_t i) {
    return token_is_mark(a, i + 1, ".") && token_is_joined(a, i + 1) &&
           language_has(context->language, LEXICON_ABBREVIATIONS, token_word(a, i));
}

bool word_is_unknown(const struct check_context *context, const struct analysis *a, size_t i) {
    const struct token *token = &a->tokens.items[i];
    return token->kind == TOKEN_WORD && token->flags & TOKEN_LOWER &&
           !(token->flags & (TOKEN_DIGIT | TOKEN_DOTTED)) && token->end - token->start > 1 &&
           speller_look_word(language_speller(context->language), a->forms.items[i]) == WORD_UNKNOWN &&
           !script_is_other(token_text(a, token)) && !is_short_form(context, a, i);
}

bool word_is_far_from_common(const struct check_context *context, struct slice word) {
    return speller_neighbour(language_speller(context->language), word) < RARE;
}

size_t word_glued_at(struct language *language, struct slice word) {
    size_t best = 0, most = GLUED_COMMON - 1;
    for (size_t at = GLUED_PART; at + GLUED_PART <= word.len; at++) {
        size_t left = frequency_of(language, slice_range(word, 0, at)),
               right = frequency_of(language, slice_range(word, at, word.len)),
               less = left < right ? left : right;
        if (less <= most) continue;
        most = less;
        best = at;
    }
    return best;
}

struct haste {
    struct slice word;
    bool found;
};

/* Two letters that stand side by side in both words, the other way round in one. */
static bool is_swapped(struct slice a, struct slice b) {
    size_t i = 0;
    while (i < a.len && a.data[i] == b.data[i])
        i++;
    return i + 1 < a.len && a.data[i] == b.data[i + 1] && a.data[i + 1] == b.data[i];
}

static void see_near(void *by, const struct indexed_word *near) {
    struct haste *haste = by;
    struct slice text = {near->text, near->len};
    haste->found = haste->found || (near->documents >= RARE &&
                                    (text.len != haste->word.len || is_swapped(text, haste->word)));
}

/* trsebut, pegwai: a letter of a common word is missing, too many or swapped. Other languages of the
 * archipelago have another letter in its place (lamo, manolong for lama, menolong). */
static bool is_hasty(const struct check_context *context, struct slice word) {
    struct haste haste = {.word = word};
    speller_near(language_speller(context->language), word, 1, RARE, see_near, &haste);
    return haste.found;
}

struct language_span {
    size_t first, end; /* tokens */
    size_t least, share;
};

/* Marks all words of the span when so many are unknown, and not nearly all of them slips. */
static void mark_foreign(const struct check_context *context, const struct analysis *a,
                         struct language_span span, bool *other) {
    size_t words = 0, unknown = 0, slips = 0;
    for (size_t i = span.first; i < span.end; i++) {
        words += a->tokens.items[i].kind == TOKEN_WORD;
        unknown += word_is_unknown(context, a, i);
    }
    if (unknown < span.least || unknown * span.share < words) return;
    for (size_t i = span.first; i < span.end; i++)
        slips += word_is_unknown(context, a, i) && is_hasty(context, token_word(a, i));
    if (slips * 10 >= unknown * SLIPS_OF_TEN) return;
    for (size_t i = span.first; i < span.end; i++)
        other[i] = true;
}

static void mark_quotations(const struct check_context *context, const struct analysis *a, bool *other) {
    size_t first = 0;
    vec_each(const struct quotation, q, &a->quotations) {
        struct language_span span = {.least = QUOTED_LEAST, .share = QUOTED_SHARE};
        while (first < a->tokens.count && a->tokens.items[first].start < q->start)
            first++;
        span.first = span.end = first;
        while (span.end < a->tokens.count && a->tokens.items[span.end].end <= q->end)
            span.end++;
        if (!q->nested) mark_foreign(context, a, span, other);
    }
}

static bool ends_item(const struct analysis *a, size_t i) {
    static const char *const words[] = {"dan", "serta", "atau", "hingga"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (slice_equal_text(token_text(a, &a->tokens.items[i]), words[k])) return true;
    return a->tokens.items[i].kind == TOKEN_PUNCTUATION;
}

/* The word stands in few words between a comma and another comma, a conjunction or the end. */
static bool is_in_item(const struct analysis *a, size_t i, struct language_span sentence) {
    size_t first = i, end = i + 1;
    while (first > sentence.first && !ends_item(a, first - 1))
        first--;
    while (end < sentence.end && !ends_item(a, end))
        end++;
    bool after_comma =
        first > sentence.first && (token_is(a, first - 1, ",") || (first > 1 && token_is(a, first - 2, ",")));
    bool before_comma = end < sentence.end && token_is(a, end, ",");
    /* the first item stands after the words that announce it */
    return (after_comma && end - first <= ITEM_TOKENS) || (before_comma && end - i < ITEM_TOKENS);
}

/* gelamai, rinuak: the name of a thing among others. */
static bool names_item(const struct check_context *context, const struct analysis *a, size_t i,
                       struct language_span sentence) {
    return word_is_unknown(context, a, i) && is_in_item(a, i, sentence) &&
           word_is_far_from_common(context, token_text(a, &a->tokens.items[i])) &&
           !word_glued_at(context->language, token_word(a, i));
}

static void mark_enumeration(const struct check_context *context, const struct analysis *a,
                             struct language_span sentence, bool *other) {
    size_t commas = 0, items = 0;
    for (size_t i = sentence.first; i < sentence.end; i++)
        commas += token_is(a, i, ",");
    if (commas < ITEMS_LEAST) return;
    for (size_t i = sentence.first; i < sentence.end; i++)
        items += names_item(context, a, i, sentence);
    if (items < ITEMS_LEAST) return;
    for (size_t i = sentence.first; i < sentence.end; i++)
        other[i] = other[i] || names_item(context, a, i, sentence);
}

bool *other_language_find(const struct check_context *context, const struct analysis *a) {
    bool *other = memory_zero(a->tokens.count + 1, sizeof *other);
    mark_quotations(context, a, other);
    vec_each(const struct sentence, s, &a->sentences) {
        struct language_span span = {s->first_token, s->first_token + s->tokens, SENTENCE_LEAST,
                                     SENTENCE_SHARE};
        mark_foreign(context, a, span, other);
        mark_enumeration(context, a, span, other);
    }
    return other;
}
