#include "check/rules/capital_reader.h"

#include "check/rules/messages.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_CAPITAL, SLICE_ARG(right), SLICE_ARG(wrong));
}

static void say_raised(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_RAISED, SLICE_ARG(right), SLICE_ARG(wrong));
}

void reader_report(const struct capital_reader *r, size_t first, size_t end, enum letters letters) {
    struct str right = {0};
    for (size_t i = first; i < end; i++) {
        if (i > first) str_append(&right, token_gap(r->a, i));
        typography_append(&right, token_word(r->a, i), letters);
    }
    typography_report(r->context, r->a, r->out,
                      letters == LETTERS_SMALL ? RULE_TYPOGRAPHY_RAISED : RULE_TYPOGRAPHY_CAPITAL,
                      r->a->tokens.items[first].start, r->a->tokens.items[end - 1].end, str_slice(&right),
                      letters == LETTERS_SMALL ? say_raised : say);
    str_free(&right);
}

const struct word_tables *reader_tables(const struct capital_reader *r, size_t i) {
    return frequency_tables(r->context->language, r->a->forms.items[i]->small);
}

uint32_t reader_classes(const struct capital_reader *r, size_t i) {
    return i < r->a->tokens.count ? speech_of(r->context->language, r->a->forms.items[i]) : 0;
}

bool reader_plain(const struct capital_reader *r, size_t i, uint8_t flag) {
    const struct token *t = token_at(r->a, i);
    return t && t->kind == TOKEN_WORD && t->flags & flag &&
           !(t->flags & (TOKEN_UPPER | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_DOTTED));
}

bool reader_border(const struct capital_reader *r, size_t i) {
    return i >= r->a->tokens.count || reader_plain(r, i, TOKEN_LOWER) || token_is_mark(r->a, i, ".,;:)");
}

const struct sentence *reader_sentence(const struct capital_reader *r, size_t i) {
    size_t begun = vec_before(const struct sentence, s, &r->a->sentences, s->first_token <= i);
    return &r->a->sentences.items[begun ? begun - 1 : 0];
}

bool reader_inner_capital(struct slice word) {
    bool inner = false;
    for (size_t i = 1; i < word.len && !inner; i++)
        inner = word.data[i] >= 'A' && word.data[i] <= 'Z';
    return inner;
}
