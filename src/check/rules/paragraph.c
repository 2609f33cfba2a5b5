#include "check/rule.h"
#include "check/rules/messages.h"
#include "language/sentence/words.h"

/* style.paragraph: a paragraph that is a wall of text on a telephone. */
enum { WORDS_MOST = 100 /* some twelve lines of a telephone; what guides to writing for the web allow */ };

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    if (block->kind != BLOCK_PROSE || a->sentences.count < 2) return; /* one sentence: style.long_sentence */
    size_t words = words_count(a, 0, a->tokens.count),
           most = rule_limit(context, RULE_STYLE_PARAGRAPH, WORDS_MOST);
    if (words <= most) return;
    const struct token *first = &a->tokens.items[0];
    finding_say(finding_add(out, RULE_STYLE_PARAGRAPH, first->start, first->end), context->lang,
                STYLE_PARAGRAPH, words, a->sentences.count, most);
}

const struct check check_of_paragraph = {.block = check_block};
