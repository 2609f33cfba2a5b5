#include "check/rules/sum_money.h"

#include "check/messages.h"
#include "check/rules/messages.h"
#include "language/sentence/words.h"

/* Rp248.460.664,00 is one digit away from what its parts add up to: amounts that differ by less than a
 * two-hundredth, and by something, are a slip; a chance that two to six others come so near is small. */
static const long long MOST = 10000000000000000; /* rupiah: three times what the state spends in a year */
enum { MOST_PARTS = 6, MOST_AMOUNTS = 16, NEAR = 200, WHOLE = 100000 /* rupiah; smaller ones are prices */ };

struct amount {
    const struct block *block;
    size_t first, last; /* tokens */
    long long rupiah;
    bool scaled; /* told in millions: rounded */
};

struct amounts {
    VEC(struct amount) list;
};

/* Digits before the decimal comma, and what stands after it, in thousandths. */
static long long read_number(struct slice s) {
    long long whole = 0, part = 0, unit = 100;
    bool decimal = false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] == ',') {
            decimal = true;
        } else if (s.data[i] >= '0' && s.data[i] <= '9') {
            if (whole > 1000000000000) return 0;
            if (!decimal) whole = whole * 10 + (s.data[i] - '0');
            if (decimal) part += (s.data[i] - '0') * unit;
            if (decimal) unit /= 10;
        } else if (s.data[i] != '.') {
            return 0;
        }
    }
    return whole * 1000 + part;
}

/* The amount that begins with Rp at token i; false when none does. */
static bool read_amount(const struct analysis *a, size_t i, struct amount *amount) {
    static const struct {
        const char *word;
        long long times;
    } scales[] = {{"ribu", 1000}, {"juta", 1000000}, {"miliar", 1000000000}, {"triliun", 1000000000000}};
    if (!token_is(a, i, "Rp")) return false;
    size_t number = token_is(a, i + 1, ".") ? i + 2 : i + 1;
    if (!token_is_number(a, number)) return false;
    *amount = (struct amount){.first = i, .last = number, .rupiah = read_number(token_word(a, number))};
    long long times = 1;
    for (size_t k = 0; k < sizeof scales / sizeof *scales; k++)
        if (token_is(a, number + 1, scales[k].word)) times = scales[k].times;
    amount->scaled = times > 1;
    amount->last += amount->scaled;
    long long whole = amount->rupiah / 1000, part = amount->rupiah % 1000;
    if (whole >= MOST / times) return false;
    amount->rupiah = whole * times + part * times / 1000;
    return amount->rupiah >= WHOLE;
}

static void report(const struct check_context *context, const struct amount *total, long long sum,
                   struct findings *out) {
    const struct token *tokens = total->block->analysis.tokens.items;
    size_t at = total->block->start;
    struct finding *f =
        finding_add(out, RULE_FACT_SUM, at + tokens[total->first].start, at + tokens[total->last].end);
    finding_say(f, context->lang, FACT_SUM, (long)total->rupiah, (long)sum);
}

/* The sum of some of the amounts after index i that comes nearest; *exact when one is the same. */
static long long nearest_sum(const struct amounts *all, size_t i, bool *exact) {
    long long total = all->list.items[i].rupiah, sum = 0, found = 0;
    for (size_t k = i + 1; k < all->list.count && k <= i + MOST_PARTS; k++) {
        if (all->list.items[k].scaled) break;
        sum += all->list.items[k].rupiah;
        if (k < i + 2) continue;
        if (sum == total) *exact = true;
        long long off = sum > total ? sum - total : total - sum;
        if (off && off * NEAR < total) found = sum;
    }
    return found;
}

/* "Dari dana itu Rp200 juta untuk A, sisanya Rp500 juta untuk B": both are the amount told before. */
static bool is_remainder(const struct amounts *all, size_t i) {
    const struct amount *one = &all->list.items[i], *two = one + 1;
    const struct analysis *a = &one->block->analysis;
    if (two->block != one->block || i == 0) return false;
    size_t first = one->first;
    while (first > 0 && !token_is(a, first - 1, "."))
        first--;
    bool from = token_is(a, first, "dari") && token_in(a, first + 2, CLASS_DEMONSTRATIVE);
    return from && first + 3 >= one->first - 1 && token_is(a, two->first - 1, "sisanya");
}

void sum_money_check(const struct check_context *context, const struct document *document,
                     struct findings *out) {
    struct amounts all = {0};
    const struct block *block;
    for (size_t at = 0; (block = document_prose(document, &at));) {
        for (size_t k = 0; k < block->analysis.tokens.count; k++) {
            struct amount amount;
            if (!read_amount(&block->analysis, k, &amount)) continue;
            amount.block = block;
            vec_push(&all.list, amount);
        }
    }
    /* of many amounts some add up to nearly another by chance */
    for (size_t i = 0; i + 1 < all.list.count && all.list.count <= MOST_AMOUNTS; i++) {
        const struct amount *here = &all.list.items[i];
        bool exact = false;
        long long sum = here->scaled ? 0 : nearest_sum(&all, i, &exact);
        if (sum && !exact) report(context, here, sum, out);
        if (!is_remainder(&all, i)) continue;
        sum = here->rupiah + here[1].rupiah;
        if (sum != here[-1].rupiah) report(context, here, sum, out);
    }
    vec_free(&all.list);
}
