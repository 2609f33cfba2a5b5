#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/capital_use.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"

/* typography.capital: the start of a sentence; names are in the file of the rule. */
static void say_capital(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_CAPITAL, SLICE_ARG(right), SLICE_ARG(wrong));
}

/* The sentence before ends in a full stop and a space; its own first word is a common one. */
static bool starts_sentence(const struct analysis *a, size_t sentence) {
    if (sentence == 0) return false;
    const struct sentence *s = &a->sentences.items[sentence], *before = s - 1;
    const struct token *t = &a->tokens.items[s->first_token];
    if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_LOWER) || t->flags & (TOKEN_DOTTED | TOKEN_DIGIT))
        return false;
    return t->flags & TOKEN_SPACE_BEFORE && a->text.data[before->end - 1] == '.' && s->tokens > 3 &&
           t->end - t->start > 1;
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t k = 0; k < a->sentences.count; k++) {
        if (!starts_sentence(a, k)) continue;
        const struct token *t = &a->tokens.items[a->sentences.items[k].first_token];
        struct slice word = token_text(a, t);
        struct str right = {0};
        size_t n;
        str_append_rune(&right, rune_upper(utf8_decode(word, 0, &n)));
        str_append(&right, slice_range(word, n, word.len));
        typography_report(context, a, out, RULE_TYPOGRAPHY_CAPITAL, t->start, t->end, str_slice(&right),
                          say_capital);
        str_free(&right);
    }
    capital_use_check(context, block, out);
}

const struct check check_of_capital = {.block = check_block};
