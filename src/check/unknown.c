#include "check/rule.h"
#include "language/speller.h"

/*
 * spelling.unknown: a word that no dictionary and no rule of word formation knows. Capitals in mid-sentence
 * and acronyms are names and are left alone.
 */
static bool is_word(const struct token *token) {
    return token->kind == TOKEN_WORD && !(token->flags & TOKEN_DIGIT);
}

/* The word beside the token at i, when nothing but space stands between them. */
static struct slice beside(const struct analysis *a, size_t i, bool next) {
    if (next ? i + 1 >= a->tokens.count : i == 0) return (struct slice){0};
    const struct token *other = &a->tokens.items[next ? i + 1 : i - 1];
    return other->kind == TOKEN_WORD ? token_text(a, other) : (struct slice){0};
}

static void report(const struct check_context *context, const struct analysis *a, size_t i,
                   struct findings *out) {
    const struct token *token = &a->tokens.items[i];
    struct slice text = token_text(a, token);
    struct finding *finding = finding_add(out, RULE_SPELLING_UNKNOWN, token->start, token->end);
    finding_say(finding, context->lang, SPELLING_UNKNOWN, SLICE_ARG(text));
    if (!context->suggest) return;
    struct suggestions suggestions;
    speller_suggest(language_speller(context->language), text, beside(a, i, false), beside(a, i, true),
                    &suggestions);
    for (size_t k = 0; k < suggestions.count; k++)
        finding_suggest(finding, slice_of(suggestions.items[k]));
    suggestions_free(&suggestions);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; i < a->tokens.count; i++) {
        const struct token *token = &a->tokens.items[i];
        if (!is_word(token) || !(token->flags & TOKEN_LOWER) || token->end - token->start < 2) continue;
        if (speller_look(language_speller(context->language), token_text(a, token)) == WORD_UNKNOWN)
            report(context, a, i, out);
    }
}

const struct check check_of_unknown = {.block = check_block};
