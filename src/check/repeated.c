#include "check/rule.h"

/* spelling.repeated: the same word twice in a row, with nothing but space between. */
static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 1; i < a->tokens.count; i++) {
        const struct token *before = &a->tokens.items[i - 1], *word = &a->tokens.items[i];
        struct slice text = token_text(a, word);
        if (word->kind != TOKEN_WORD || before->kind != TOKEN_WORD ||
            !slice_equal(text, token_text(a, before)))
            continue;
        struct finding *finding = finding_add(out, RULE_SPELLING_REPEATED, before->start, word->end);
        finding_say(finding, context->lang, SPELLING_REPEATED, SLICE_ARG(text));
        finding_suggest(finding, text);
    }
}

const struct check check_of_repeated = {.block = check_block};
