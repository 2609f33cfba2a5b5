#include "check/rules/typography.h"

void typography_report(const struct check_context *context, const struct analysis *a, struct findings *out,
                       enum rule_id rule, size_t start, size_t end, struct slice right, typography_say *say) {
    struct finding *f = finding_add(out, rule, start, end);
    say(f, context->lang, slice_range(a->text, start, end), right);
    finding_suggest(f, right);
}
