#include "check/rules/sum_total.h"

#include "check/rules/messages.h"
#include "check/rules/sum_parts.h"

enum { REACH = 6 }; /* words from "total" to its number: total keseluruhan penerima bantuan sebanyak 285 */

/* The number that the words after "total" lead to; said is 0 where there is none, or another one follows. */
static long total_at(const struct check_context *context, const struct analysis *a, size_t from, size_t end,
                     size_t *at) {
    long said = 0;
    for (size_t i = from, next; i < end; i = next) {
        long value = sum_number_at(context, a, i, &next);
        if (token_is_number(a, i) && (said || !value)) return 0;
        if (!said && !value && (i >= from + REACH || a->tokens.items[i].kind != TOKEN_WORD)) return 0;
        if (token_in(a, i, CLASS_PARTS_VERB)) return 0;
        if (said || !value) continue;
        said = value;
        *at = i;
    }
    return said;
}

/* Where the parts end: before ", sehingga", "dengan", "atau"; 0: nothing leads from them to the total. */
static size_t parts_end(const struct analysis *a, size_t first, size_t total) {
    size_t end = total;
    while (end > first && (token_in(a, end - 1, CLASS_TOTAL_LEAD) || token_is_mark(a, end - 1, ",")))
        end--;
    return end < total ? end : 0;
}

void sum_total_check(const struct check_context *context, const struct analysis *a, const struct sentence *s,
                     struct findings *out) {
    size_t end = s->first_token + s->tokens, at = 0;
    for (size_t total = s->first_token + 1; total < end; total++) {
        if (!token_in(a, total, CLASS_TOTAL)) continue;
        size_t from = s->first_token, to = parts_end(a, from, total);
        while (from < to && !token_is_number(a, from))
            from++;
        long said = to > from ? total_at(context, a, total + 1, end, &at) : 0;
        if (!said) continue;
        struct sum sum = sum_of_parts(context, a, from, to, said);
        if (!sum_differs(&sum, said)) return;
        struct finding *f =
            finding_add(out, RULE_FACT_SUM, a->tokens.items[total].start, a->tokens.items[at].end);
        finding_say(f, context->lang, FACT_SUM, said, sum.total);
        return;
    }
}
