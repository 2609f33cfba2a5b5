#include "check/rules/typography.h"

void typography_report(const struct check_context *context, const struct analysis *a, struct findings *out,
                       enum rule_id rule, size_t start, size_t end, struct slice right, typography_say *say) {
    struct finding *f = finding_add(out, rule, start, end);
    say(f, context->lang, slice_range(a->text, start, end), right);
    finding_suggest(f, right);
}

bool mark_at(const struct analysis *a, size_t i, const char *set) {
    if (i >= a->tokens.count || a->tokens.items[i].kind != TOKEN_PUNCTUATION) return false;
    struct slice t = token_text(a, &a->tokens.items[i]);
    return t.len == 1 && strchr(set, t.data[0]);
}

struct slice gap_before(const struct analysis *a, size_t i) {
    return slice_range(a->text, a->tokens.items[i - 1].end, a->tokens.items[i].start);
}

bool word_is(const struct analysis *a, size_t i, const char *word) {
    return i < a->tokens.count && slice_equal_nocase(token_text(a, &a->tokens.items[i]), slice_of(word));
}
