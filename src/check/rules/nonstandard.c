#include "language/spelling/nonstandard.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"

static void say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(finding, lang, SPELLING_NONSTANDARD, SLICE_ARG(wrong), SLICE_ARG(right));
}

/* Komprehensip, MENSUKSESKAN in a title: nobody's name, and a common word is meant, or a verb by its form. */
static bool is_raised(struct language *language, const struct word *word, const struct word *standard) {
    bool verb = slice_starts(word->text, SLICE("meng")) || slice_starts(word->text, SLICE("mem")) ||
                slice_starts(word->text, SLICE("men"));
    if (nonstandard_is_spelt_abroad(language, word->text, standard->text)) return false; /* Qomaruddin */
    return (!frequency_of_form(language, word->text, FORM_ALL) || verb) &&
           (wording_is_seldom_raised(language, standard->text) || verb);
}

/* Forms that no table lists; names are left alone. */
static size_t check_word(const struct check_context *context, const struct analysis *a, size_t index,
                         struct findings *out) {
    const struct token *token = &a->tokens.items[index];
    if (token->kind != TOKEN_WORD) return 1;
    bool doubled = token->flags & TOKEN_DIGIT && slice_find_byte(token_text(a, token), '2', 0) != SIZE_MAX;
    if (token->flags & TOKEN_DIGIT && !doubled) return 1;
    const struct token *next = word_after(a, index);
    bool name =
        token->flags & TOKEN_CAPITAL && (!token_opens(a, index) || (next && next->flags & TOKEN_CAPITAL));
    struct word *word = a->forms.items[index]->folded;
    const struct word *standard = nonstandard_of(context->language, word);
    if (standard && (!name || is_raised(context->language, word, standard))) {
        struct wording wording = {index, 1, standard->text};
        wording_report(context, a, RULE_SPELLING_NONSTANDARD, &wording, say, out);
    }
    return 1;
}

/* spelling.nonstandard: words that KBBI does not count as standard, from the table or formed like its words.
 */
static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    static const struct wording_rule rule = {RULE_SPELLING_NONSTANDARD, LEXICON_NONSTANDARD, say, check_word};
    wording_check(&rule, context, &block->analysis, out);
}

const struct check check_of_nonstandard = {.block = check_block};
