#include "check/rules/sum_parts.h"

#include "language/sentence/phrases.h"

#include <stdlib.h>

/* Parts that fall short by more than a tenth may leave out one: 207.203 cases, 147.510 healed and 8.456 dead.
 */
enum { LEFT_OUT = 10 };

long sum_number_at(const struct check_context *context, const struct analysis *a, size_t i, size_t *end) {
    struct phrase phrase;
    *end = i + 1;
    if (phrase_at(context->language, LEXICON_NUMBERS, a, i, &phrase)) {
        *end = i + phrase.tokens;
        return token_in(a, *end, CLASS_UNCOUNTED) ? 0 : strtol(phrase.fields.data, NULL, 10);
    }
    if (!token_is_number(a, i) || token_in(a, i - 1, CLASS_UNCOUNTED) || token_in(a, i + 1, CLASS_UNCOUNTED))
        return 0;
    struct slice s = token_word(a, i);
    long value = 0;
    for (size_t k = 0; k < s.len; k++) {
        bool thousands = s.data[k] == '.' && k + 4 <= s.len && (k + 4 == s.len || s.data[k + 4] == '.');
        if (thousands) continue;
        if (s.data[k] < '0' || s.data[k] > '9' || value > 100000000) return 0;
        value = value * 10 + (s.data[k] - '0');
    }
    bool year = s.len == 4 && value >= 1900 && value <= 2100;
    bool other = token_is(a, i + 1, "%") || token_is(a, i - 1, "(") || token_is(a, i - 1, "-") ||
                 token_is(a, i + 1, "-") || token_is(a, i - 1, "Rp");
    return year || other ? 0 : value;
}

/* eselon 1 dan 2: a number with no noun of its own is a name, not a part. */
static bool counts_nothing(const struct analysis *a, size_t i, size_t next, size_t end) {
    bool joined = token_in(a, i - 1, CLASS_COORDINATOR) || token_is(a, i - 1, ",");
    return joined &&
           (next >= end || !token_is_kind(a, next, TOKEN_WORD) || token_in(a, next, CLASS_COORDINATOR));
}

struct sum sum_of_parts(const struct check_context *context, const struct analysis *a, size_t from,
                        size_t end, long said) {
    struct sum sum = {0};
    for (size_t i = from, next; i < end; i = next) {
        next = i + 1;
        if (token_is(a, i, "(") || token_is(a, i, ";") || token_in(a, i, CLASS_PARTS_VERB)) sum.unsure = true;
        bool joins = token_in(a, i, CLASS_COORDINATOR), comma = token_is(a, i, ",");
        if (comma || (joins && !token_is(a, i - 1, ","))) sum.separators++;
        if (!token_is_number(a, i)) continue; /* "tim satu dan tim dua" are no parts */
        long value = sum_number_at(context, a, i, &next);
        if (!value || counts_nothing(a, i, next, end)) sum.unsure = true;
        if (!value) continue;
        sum.total += value;
        sum.parts++;
        if (sum.parts > 1 && sum.total == said) return sum;
    }
    return sum;
}

bool sum_differs(const struct sum *sum, long said) {
    bool complete = sum->total > said || sum->separators + 1 == sum->parts;
    bool near = sum->total < 2 * said && (sum->total > said || (said - sum->total) * LEFT_OUT <= said);
    return sum->parts > 1 && !sum->unsure && sum->total != said && complete && near;
}
