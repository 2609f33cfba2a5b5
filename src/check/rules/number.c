#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"

/*
 * typography.number and typography.money: decimal points, ordinals and amounts as EYD V writes them. How Rp
 * is written is a matter of the house (press texts write "Rp 1.000"), so money is off unless asked for; only
 * the full stop of "Rp." is always wrong.
 */
enum {
    THOUSANDS_LEAST = 4, /* digits of a number that EYD V groups by threes; */
    THOUSANDS_MOST = 9   /* longer ones are numbers of files and accounts */
};

static void say_number(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_NUMBER, SLICE_ARG(right), SLICE_ARG(wrong));
}

static void say_money(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_MONEY, SLICE_ARG(right), SLICE_ARG(wrong));
}

struct number_seeker {
    const struct check_context *context;
    const struct analysis *a;
    struct findings *out;
};

/* What is written otherwise from token first to last. */
static void report(const struct number_seeker *s, size_t first, size_t last, const struct str *right) {
    typography_report(s->context, s->a, s->out, RULE_TYPOGRAPHY_NUMBER, s->a->tokens.items[first].start,
                      s->a->tokens.items[last].end, str_slice(right), say_number);
}

/* The number with each sign of one kind in it exchanged for another. */
static void report_sign(const struct number_seeker *s, size_t i, char wrong, char sign) {
    struct str right = {0};
    str_append(&right, token_text(s->a, &s->a->tokens.items[i]));
    for (size_t k = 0; k < right.len; k++)
        if (right.data[k] == wrong) right.data[k] = sign;
    report(s, i, i, &right);
    str_free(&right);
}

/* 5.2 persen: a point with one or two digits after it, and a unit, is a decimal point. */
static void check_decimal(struct number_seeker *s, size_t i) {
    struct slice t = token_text(s->a, &s->a->tokens.items[i]);
    size_t point = slice_find_byte(t, '.', 0);
    if (point == SIZE_MAX || t.len - point - 1 > 2 || slice_find_byte(t, '.', point + 1) != SIZE_MAX ||
        slice_find_byte(t, ',', 0) != SIZE_MAX || slice_find_byte(t, ':', 0) != SIZE_MAX ||
        !(token_in(s->a, i + 1, CLASS_UNIT) || token_is(s->a, i - 1, "ipk")))
        return;
    if (i > 0 &&
        (token_is(s->a, i - 1, "pukul") || token_is(s->a, i - 1, "versi") || token_is(s->a, i - 1, "jam")))
        return;
    report_sign(s, i, '.', ',');
}

/* pukul 10:00 */
static void check_clock(struct number_seeker *s, size_t i) {
    struct slice t = token_text(s->a, &s->a->tokens.items[i]);
    size_t colon = slice_find_byte(t, ':', 0);
    if (token_is(s->a, i - 1, "pukul") && colon != SIZE_MAX && colon <= 2) report_sign(s, i, ':', '.');
}

/* 1,748,161: groups of three digits after the first comma, two of them or more. */
static bool is_grouped(struct slice t, size_t comma) {
    size_t groups = 0;
    for (size_t at = comma; at < t.len; at += 4, groups++) {
        if (t.data[at] != ',' || t.len - at < 4) return false;
        for (size_t k = 1; k < 4; k++)
            if (!rune_is_digit((unsigned char)t.data[at + k])) return false;
    }
    return groups >= 2;
}

/* Rp150,000: no fraction ends in two zeros, unless a unit stands after it. */
static bool is_round_money(const struct number_seeker *s, size_t i, struct slice t) {
    return token_is(s->a, i - 1 - token_is_mark(s->a, i - 1, "."), "rp") && slice_ends(t, SLICE("00")) &&
           !token_in(s->a, i + 1, CLASS_UNIT);
}

/* 138,796 orang; 1,916.786; 1,748,161: a comma where the point of thousands belongs, before what can be
 * counted. */
static void check_thousands(struct number_seeker *s, size_t i) {
    struct slice t = token_text(s->a, &s->a->tokens.items[i]);
    size_t comma = slice_find_byte(t, ',', 0);
    if (comma == SIZE_MAX || comma == 0 || comma > 3 || t.data[0] == '0') return;
    size_t digits = 0;
    while (comma + 1 + digits < t.len && rune_is_digit((unsigned char)t.data[comma + 1 + digits]))
        digits++;
    size_t end = comma + 1 + digits;
    bool mixed = end < t.len && t.data[end] == '.' && t.len - end == 4, whole = end == t.len;
    bool counted = token_is_kind(s->a, i + 1, TOKEN_WORD) && token_is_small(s->a, i + 1) &&
                   !token_in(s->a, i + 1, CLASS_UNIT) &&
                   !token_is(s->a, i - 1 - token_is_mark(s->a, i - 1, "."), "rp");
    if (digits != 3 || token_is(s->a, i - 1, "pasal")) return; /* Pasal 351,352,353 */
    /* 5,000 orang: of persons there are no fractions, of the rest seldom more than two figures before the
     * comma */
    counted = counted && (comma > 1 || token_in(s->a, i + 1, CLASS_COUNTED));
    if (mixed || (whole && counted) || is_grouped(t, comma) || (whole && is_round_money(s, i, t)))
        report_sign(s, i, ',', '.');
}

/* 1500 orang is 1.500 orang; what may be a year is told only after a word that counts: sebanyak 2000 bibit.
 */
static void check_undotted(struct number_seeker *s, size_t i) {
    struct slice t = token_text(s->a, &s->a->tokens.items[i]);
    if (t.len < THOUSANDS_LEAST || t.len > THOUSANDS_MOST || t.data[0] == '0' ||
        !token_in(s->a, i + 1, CLASS_COUNTED) || token_is_joined(s->a, i) || token_is_joined(s->a, i + 1))
        return;
    for (size_t k = 0; k < t.len; k++)
        if (!rune_is_digit((unsigned char)t.data[k])) return;
    bool year = t.len == THOUSANDS_LEAST && (slice_starts(t, SLICE("19")) || slice_starts(t, SLICE("20")));
    if (year && !token_in(s->a, i - 1, CLASS_COUNTS)) return;
    struct str right = {0};
    for (size_t k = 0; k < t.len; k++) {
        if (k > 0 && (t.len - k) % 3 == 0) str_append_byte(&right, '.');
        str_append_byte(&right, t.data[k]);
    }
    report(s, i, i, &right);
    str_free(&right);
}

/* 2000an is 2000-an. */
static void check_decade(struct number_seeker *s, size_t i) {
    struct slice t = token_text(s->a, &s->a->tokens.items[i]);
    size_t digits = 0;
    while (digits < t.len && rune_is_digit((unsigned char)t.data[digits]))
        digits++;
    if (digits < 2 || !slice_equal_text(slice_range(t, digits, t.len), "an")) return;
    struct str right = {0};
    str_append(&right, slice_range(t, 0, digits));
    str_append_text(&right, "-an");
    report(s, i, i, &right);
    str_free(&right);
}

static unsigned roman_digit(char letter) {
    return letter == 'I' ? 1 : letter == 'V' ? 5 : letter == 'X' ? 10 : 0;
}

/* What a Roman numeral of I, V and X is worth; 0 when it is none. XL and CD are other things as well. */
static unsigned roman_value(struct slice t) {
    unsigned value = 0;
    for (size_t k = 0; k < t.len; k++) {
        unsigned one = roman_digit(t.data[k]);
        if (one == 0) return 0;
        if (k > 0 && roman_digit(t.data[k - 1]) < one) value -= 2 * roman_digit(t.data[k - 1]);
        value += one;
    }
    return value;
}

/* MTQ ke XXVIII, MTQ ke-XXVIII: ke- goes with figures. One letter alone is one only after what is ordered,
 * and "dari kelas I ke II" is a way. */
static void check_roman(struct number_seeker *s, size_t i) {
    const struct analysis *a = s->a;
    struct slice t = token_text(a, &a->tokens.items[i]);
    bool apart = t.len == 2, one_token = t.len > 3 && t.data[2] == '-';
    if (i == 0 || (t.data[0] != 'k' && t.data[0] != 'K') || !(apart || one_token) || t.data[1] != 'e' ||
        roman_value(token_word(a, i - 1)))
        return;
    struct slice numeral = apart ? token_word(a, i + 1) : slice_range(t, 3, t.len);
    unsigned value = roman_value(numeral);
    if (value == 0 || (numeral.len == 1 && !token_in(a, i - 1, CLASS_ORDERED))) return;
    struct str right = {0};
    str_printf(&right, "ke-%u", value);
    report(s, i, i + apart, &right);
    str_free(&right);
}

/* Rp 1.000, Rp. 1.000, rp1.000, Rp1.000,- are Rp1.000; Rp5 juta rupiah says it twice. */
static void check_money(struct number_seeker *s, size_t i) {
    const struct analysis *a = s->a;
    if (!token_is(a, i, "rp")) return;
    size_t amount = token_is_mark(a, i + 1, ".") ? i + 2 : i + 1;
    if (!token_is_number(a, amount)) return;
    size_t last =
        token_is_mark(a, amount + 1, ",") && token_is_mark(a, amount + 2, "-") ? amount + 2 : amount;
    struct str right = {0};
    str_append_text(&right, "Rp");
    str_append(&right, token_text(a, &a->tokens.items[amount]));
    size_t start = a->tokens.items[i].start, end = a->tokens.items[last].end;
    const bool *enabled = s->context->enabled;
    bool dotted = amount == i + 2; /* no house writes "Rp." */
    enum rule_id rule =
        dotted && enabled[RULE_TYPOGRAPHY_NUMBER] ? RULE_TYPOGRAPHY_NUMBER : RULE_TYPOGRAPHY_MONEY;
    if (dotted && !enabled[RULE_TYPOGRAPHY_MONEY]) /* but some write "Rp 245" */
        typography_report(s->context, a, s->out, rule, start, a->tokens.items[i + 1].end, SLICE("Rp"),
                          say_number);
    else if (!slice_equal(str_slice(&right), slice_range(a->text, start, end)))
        typography_report(s->context, a, s->out, rule, start, end, str_slice(&right), say_money);
    str_free(&right);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    struct number_seeker s = {.context = context, .a = &block->analysis, .out = out};
    for (size_t i = 0; i < s.a->tokens.count; i++) {
        if (token_is_number(s.a, i)) {
            check_decimal(&s, i);
            check_clock(&s, i);
            check_thousands(&s, i);
            check_undotted(&s, i);
        }
        if (s.a->tokens.items[i].kind != TOKEN_WORD) continue;
        check_decade(&s, i);
        check_roman(&s, i);
        check_money(&s, i);
    }
}

const struct check check_of_number = {.block = check_block};
