#include "check/rules/typography.h"

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
