#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/capital_quote.h"
#include "check/rules/capital_use.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/speller.h"

/* typography.capital: the start of a sentence; names are in the file of the rule. */
static void say_capital(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_CAPITAL, SLICE_ARG(right), SLICE_ARG(wrong));
}

/* The sentence before ends in a full stop and a space; its own first word is a common one. */
static bool starts_sentence(struct language *language, const struct analysis *a, size_t sentence) {
    if (sentence == 0) return false;
    const struct sentence *s = &a->sentences.items[sentence], *before = s - 1;
    const struct token *t = &a->tokens.items[s->first_token];
    if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_LOWER) || t->flags & (TOKEN_DOTTED | TOKEN_DIGIT))
        return false;
    size_t n;
    uint32_t first = utf8_decode(a->text, t->start, &n);
    if (rune_upper(first) == first) return false; /* Arabic has no capitals */
    const struct token *last = token_at(a, s->first_token - 2);
    if (last && last->flags & TOKEN_UPPER && last->end - last->start > 1 &&
        token_in(a, s->first_token, CLASS_COORDINATOR))
        return false; /* kantor KPD. dan ...: a short form, with a full stop in this house */
    if (token_is_mark(a, s->first_token - 1, ".") && token_is_small(a, s->first_token - 2) &&
        language_has(language, LEXICON_ABBREVIATIONS, token_word(a, s->first_token - 2)))
        return false; /* Riau dst . serta untuk tahun ini */
    return t->flags & TOKEN_SPACE_BEFORE && a->text.data[before->end - 1] == '.' && s->tokens > 3 &&
           !token_is_letter(a, s->first_token); /* not â€œKita: a mark in the wrong encoding */
}

/* ekhawatiran: a word that lost its first letter is no word to raise. */
static bool is_word(const struct check_context *context, const struct analysis *a, size_t i) {
    return speller_look_word(language_speller(context->language), a->forms.items[i]->folded) != WORD_UNKNOWN;
}

static void report(const struct check_context *context, const struct analysis *a, size_t i,
                   struct findings *out) {
    const struct token *t = &a->tokens.items[i];
    struct str right = {0};
    typography_append(&right, token_text(a, t), LETTERS_FIRST_CAPITAL);
    typography_report(context, a, out, RULE_TYPOGRAPHY_CAPITAL, t->start, t->end, str_slice(&right),
                      say_capital);
    str_free(&right);
}

/* "... pembangunan daerah. namun dampaknya ...": between two sentences of one quotation, which
 * language/sentence takes for one. The word before is no abbreviation, the one after a common word. */
static bool starts_inside(const struct check_context *context, const struct analysis *a, size_t i) {
    enum { BEFORE_SHORTEST = 4, COMMON = 200 /* documents of 16.8 thousand */ };
    const struct token *t = &a->tokens.items[i], *before = token_at(a, i - 2);
    if (!before || !token_is_mark(a, i - 1, ".") || !token_is_joined(a, i - 1) || token_is_joined(a, i) ||
        !token_is_kind(a, i + 1, TOKEN_WORD) || !token_is_kind(a, i, TOKEN_WORD) ||
        before->kind != TOKEN_WORD)
        return false;
    return t->flags & TOKEN_LOWER && before->flags & TOKEN_LOWER && !(before->flags & TOKEN_DOTTED) &&
           before->end - before->start >= BEFORE_SHORTEST &&
           !language_has(context->language, LEXICON_ABBREVIATIONS, token_text(a, before)) &&
           frequency_of(context->language, token_text(a, t)) >= COMMON;
}

static void check_quotation(const struct check_context *context, const struct analysis *a,
                            const struct quotation *q, struct findings *out) {
    size_t first = vec_before(const struct token, t, &a->tokens, t->start < q->inner_start);
    if (capital_quote_is_small(a, q, first) && is_word(context, a, first)) report(context, a, first, out);
    for (size_t i = first + 2; i < a->tokens.count && a->tokens.items[i].start < q->inner_end; i++)
        if (starts_inside(context, a, i)) report(context, a, i, out);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t k = 0; k < a->sentences.count; k++) {
        size_t first = a->sentences.items[k].first_token;
        if (starts_sentence(context->language, a, k) && is_word(context, a, first))
            report(context, a, first, out);
    }
    vec_each(const struct quotation, q, &a->quotations)
        if (!q->nested) check_quotation(context, a, q, out);
    capital_use_check(context, block, out);
}

static bool ends_with_stop(const struct block *block) {
    size_t count = block->analysis.tokens.count;
    return count && token_is_mark(&block->analysis, count - 1, ".");
}

/* A paragraph of whole sentences, after another and an empty line, begins small. */
static bool begins_small(const struct block *block, const struct block *before) {
    enum { TOKENS = 8 };
    const struct analysis *a = &block->analysis;
    const struct token *t = token_at(a, 0);
    return before && before->kind == BLOCK_PROSE && block->kind == BLOCK_PROSE &&
           block->line > before->line + before->lines && ends_with_stop(before) && ends_with_stop(block) &&
           a->tokens.count >= TOKENS && t->kind == TOKEN_WORD && t->flags & TOKEN_LOWER &&
           !(t->flags & (TOKEN_DOTTED | TOKEN_DIGIT)) && t->start == 0 && !token_is_letter(a, 0) &&
           !token_is_mark(a, 1, ".)"); /* not â€œKita: a mark in the wrong encoding */
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    const struct block *before = NULL, *block;
    for (size_t at = 0; (block = document_prose(document, &at));) {
        if (check_interrupted(context)) return false;
        size_t from = out->list.count;
        if (begins_small(block, before)) report(context, &block->analysis, 0, out);
        findings_move_from(out, from, block->start);
        before = block;
    }
    return true;
}

const struct check check_of_capital = {.block = check_block, .document = check_document};
