#include "check/rules/typography.h"

#include "base/utf8.h"

/* Tags, stars, targets of links between the bytes: what replaces them would take them away. */
static bool holds_markup(const struct analysis *a, size_t start, size_t end) {
    size_t i = vec_before(const struct markup_span, s, &a->markup.spans, s->end <= start);
    for (; i < a->markup.spans.count && a->markup.spans.items[i].start < end; i++)
        if (a->markup.spans.items[i].kind != MARKUP_OPAQUE) return true;
    return false;
}

void typography_report(const struct check_context *context, const struct analysis *a, struct findings *out,
                       enum rule_id rule, size_t start, size_t end, struct slice right, typography_say *say) {
    if (holds_markup(a, start, end)) return;
    struct finding *f = finding_add(out, rule, start, end);
    say(f, context->lang, slice_range(a->text, start, end), right);
    finding_suggest(f, right);
}

void typography_append(struct str *out, struct slice word, enum letters letters) {
    for (size_t i = 0, n; i < word.len; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        bool first = i == 0;
        if (letters == LETTERS_CAPITALS || (first && letters == LETTERS_FIRST_CAPITAL))
            rune = rune_upper(rune);
        if (letters == LETTERS_SMALL || (first && letters == LETTERS_FIRST_SMALL)) rune = rune_lower(rune);
        str_append_rune(out, rune);
    }
}

void typography_report_join(const struct check_context *context, const struct analysis *a,
                            struct findings *out, enum rule_id rule, struct typography_join join,
                            typography_say *say) {
    struct str right = {0};
    str_append(&right, token_word(a, join.first));
    str_append_text(&right, join.glue);
    typography_append(&right, token_word(a, join.last), join.letters);
    typography_report(context, a, out, rule, a->tokens.items[join.first].start,
                      a->tokens.items[join.last].end, str_slice(&right), say);
    str_free(&right);
}
