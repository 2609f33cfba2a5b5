#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/calendar.h"
#include "check/rules/capital_use.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"

/* typography.capital: names that every writer of Indonesian capitalises, and the start of a sentence. */
static void say_capital(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_CAPITAL, SLICE_ARG(right), SLICE_ARG(wrong));
}

static bool is_one_of(struct slice word, const char *const *words) {
    for (; *words; words++)
        if (slice_equal_text(word, *words)) return true;
    return false;
}

/* pukul 08.00 wib */
static bool is_zone(const struct analysis *a, size_t i) {
    static const char *const zones[] = {"wib", "wita", "wit", NULL};
    return i > 0 && a->tokens.items[i - 1].kind == TOKEN_NUMBER &&
           is_one_of(token_text(a, &a->tokens.items[i]), zones);
}

static void report(const struct check_context *context, const struct analysis *a, size_t i,
                   struct findings *out) {
    const struct token *t = &a->tokens.items[i];
    struct slice word = token_text(a, t);
    struct str right = {0};
    size_t n;
    str_append_rune(&right, rune_upper(utf8_decode(word, 0, &n)));
    for (size_t k = n; k < word.len; k++) /* zones of time are abbreviations */
        str_append_byte(&right, is_zone(a, i) ? (char)(word.data[k] & ~' ') : word.data[k]);
    typography_report(context, a, out, RULE_TYPOGRAPHY_CAPITAL, t->start, t->end, str_slice(&right),
                      say_capital);
    str_free(&right);
}

static bool is_full_month(struct slice word) {
    return word.len > 2 && month_named(word) != NO_MONTH &&
           (word.len > 4 || slice_equal_nocase(word, SLICE("mei")) ||
            slice_equal_nocase(word, SLICE("juni")) || slice_equal_nocase(word, SLICE("juli")));
}

/* bahasa sunda, suku minang */
static bool is_people(const struct analysis *a, size_t i) {
    static const char *const heads[] = {"bahasa", "suku", "etnis", NULL};
    return token_among(a, i - 1, heads) && token_in(a, i, CLASS_PEOPLE);
}

/* 12 oktober, bulan oktober, oktober 2024 */
static bool is_month_of_date(const struct analysis *a, size_t i) {
    if (!is_full_month(token_text(a, &a->tokens.items[i]))) return false;
    bool before = i > 0 && (a->tokens.items[i - 1].kind == TOKEN_NUMBER || token_is(a, i - 1, "bulan"));
    bool behind = i + 1 < a->tokens.count && a->tokens.items[i + 1].kind == TOKEN_NUMBER &&
                  a->tokens.items[i + 1].end - a->tokens.items[i + 1].start == 4;
    return before || behind;
}

/* rabu (20/11/2024), minggu 3 Mei: weekdays that are other words as well, before a date. */
static bool is_day_of_date(const struct analysis *a, size_t i) {
    static const char *const days[] = {"rabu", "minggu", "ahad", NULL};
    if (!is_one_of(token_text(a, &a->tokens.items[i]), days)) return false;
    size_t next = i + 1;
    while (next < a->tokens.count && next < i + 3 && (token_is(a, next, ",") || token_is(a, next, "(")))
        next++;
    if (next >= a->tokens.count || a->tokens.items[next].kind != TOKEN_NUMBER) return false;
    struct slice date = token_text(a, &a->tokens.items[next]);
    bool slashed = slice_find_byte(date, '/', 0) != SIZE_MAX || token_is(a, next + 1, "/");
    return slashed ||
           (next + 1 < a->tokens.count && is_full_month(token_text(a, &a->tokens.items[next + 1])));
}

/* The sentence before ends in a full stop and a space; its own first word is a common one. */
static bool starts_sentence(const struct analysis *a, size_t sentence) {
    if (sentence == 0) return false;
    const struct sentence *s = &a->sentences.items[sentence], *before = s - 1;
    const struct token *t = &a->tokens.items[s->first_token];
    if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_LOWER) || t->flags & (TOKEN_DOTTED | TOKEN_DIGIT))
        return false;
    return t->flags & TOKEN_SPACE_BEFORE && a->text.data[before->end - 1] == '.' && s->tokens > 3 &&
           t->end - t->start > 1;
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t k = 0; k < a->sentences.count; k++) {
        const struct sentence *s = &a->sentences.items[k];
        for (size_t i = s->first_token; i < s->first_token + s->tokens; i++) {
            const struct token *t = &a->tokens.items[i];
            if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_LOWER)) continue;
            bool first = i == s->first_token && starts_sentence(a, k);
            if (first || token_in(a, i, CLASS_CAPITAL_NAME) || is_people(a, i) || is_month_of_date(a, i) ||
                is_day_of_date(a, i) || is_zone(a, i))
                report(context, a, i, out);
        }
    }
    capital_use_check(context, block, out);
}

const struct check check_of_capital = {.block = check_block};
