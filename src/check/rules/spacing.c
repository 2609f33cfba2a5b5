#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/joined.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/script.h"

/* typography.space and typography.doubled: spaces around marks, and marks typed twice. */
static void say_space(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_SPACE, SLICE_ARG(right), SLICE_ARG(wrong));
}

static void say_doubled(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_DOUBLED, SLICE_ARG(wrong), SLICE_ARG(right));
}

struct spacing {
    const struct check_context *context;
    const struct analysis *a;
    struct findings *out;
    bool item; /* the block is an item of a list */
};

/* Token first and the one after it should be written with glue between them, and after them the third, when
 * there is a glue for it, in place of what stands there. */
static void report(struct spacing *s, size_t first, const char *glue, const char *glue_of_third) {
    const struct token *t = &s->a->tokens.items[first];
    struct str right = {0};
    str_append(&right, token_text(s->a, &t[0]));
    str_append_text(&right, glue);
    str_append(&right, token_text(s->a, &t[1]));
    if (glue_of_third) {
        str_append_text(&right, glue_of_third);
        str_append(&right, token_text(s->a, &t[2]));
    }
    typography_report(s->context, s->a, s->out, RULE_TYPOGRAPHY_SPACE, t->start, t[glue_of_third ? 2 : 1].end,
                      str_slice(&right), say_space);
    str_free(&right);
}

/* A space belongs before token i, after the mark that follows token i - 2. */
static void report_missing(struct spacing *s, size_t i) {
    report(s, i - 2, "", " ");
}

static bool is_blank(struct slice gap) {
    for (size_t i = 0; i < gap.len; i++)
        if (gap.data[i] != ' ') return false;
    return gap.len > 0;
}

static bool is_prose(const struct token *t) {
    return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER;
}

/* "Hari   : Senin", "Tempat : Aula" with a tab: a form whose colons stand below each other. */
static bool is_label(const struct analysis *a, size_t i) {
    return token_is_mark(a, i, ":") && i <= 4 && token_gap(a, i).len > 1;
}

/* Arabic is set with blanks of its own, about its signs of pause. */
static bool is_other_script(const struct analysis *a, size_t i) {
    const struct token *t = &a->tokens.items[i];
    return t->kind == TOKEN_WORD && script_is_other(token_text(a, t));
}

static void check_double_space(struct spacing *s, size_t i) {
    const struct token *t = &s->a->tokens.items[i];
    struct slice gap = token_gap(s->a, i);
    if (gap.len < 2 || gap.len > 3 || !is_blank(gap) || t->kind == TOKEN_OPAQUE || t[-1].kind == TOKEN_OPAQUE)
        return;
    if (t->kind == TOKEN_PUNCTUATION && !token_is_mark(s->a, i, "(")) return;
    if (is_other_script(s->a, i) || is_other_script(s->a, i - 1)) return;
    if (s->item && (i == 1 || (i == 2 && token_is_mark(s->a, 1, ".)")))) return; /* after a list marker */
    if (is_prose(&t[-1]) || t[-1].kind == TOKEN_PUNCTUATION) report(s, i - 1, " ", NULL);
}

static void check_space_before(struct spacing *s, size_t i) {
    const struct token *t = &s->a->tokens.items[i];
    if (!token_is_mark(s->a, i, ",.;:?!)") || !is_blank(token_gap(s->a, i)) || is_label(s->a, i)) return;
    bool word_follows = i + 1 < s->a->tokens.count && t->end == t[1].start && is_prose(&t[1]);
    if (token_is_mark(s->a, i, ".:") && word_follows) return; /* .com, :D, .5 */
    if (token_is_mark(s->a, i, ":;") && token_is_mark(s->a, i + 1, "()-") && t->end == t[1].start)
        return; /* :) */
    if (token_is_mark(s->a, i, ")") && t[-1].kind == TOKEN_PUNCTUATION) return;
    if (token_is_mark(s->a, i, "?") && token_is_mark(s->a, i - 1, "?")) return; /* letters that were lost */
    if (token_in(s->a, i - 1, CLASS_SPOKEN_MARK)) return; /* diakhiri tanda !: the mark is spoken of */
    if (token_is_mark(s->a, i - 1, "-*_/") || t[-1].kind == TOKEN_SYMBOL || t[-1].kind == TOKEN_OPAQUE)
        return;
    /* penyuluh ,camat: the space goes to the other side; 1 ,5 wants none */
    bool number = word_follows && t[-1].kind == TOKEN_NUMBER && t[1].kind == TOKEN_NUMBER;
    report(s, i - 1, "", word_follows && !number ? " " : NULL);
}

/* selimut,100 buah: after a word in small letters the comma is none of a number. */
static bool is_counted(const struct analysis *a, size_t i) {
    return token_is_number(a, i) && token_is_mark(a, i - 1, ",") && i > 1 && token_is_small(a, i - 2) &&
           !token_is_letter(a, i - 2) && !(a->tokens.items[i - 2].flags & TOKEN_DIGIT);
}

static void check_space_after(struct spacing *s, size_t i) {
    const struct token *t = &s->a->tokens.items[i];
    bool word = t->kind == TOKEN_WORD && !token_is_letter(s->a, i);
    if (!token_is_mark(s->a, i - 1, ",;:?!") || t->start != t[-1].end || !(word || is_counted(s->a, i)))
        return; /* sudah cukup,â€: what a mark in the wrong encoding begins with */
    if (i > 1 && t[-2].end - t[-2].start == 1) return; /* M,Si: a degree */
    if (i < 2 || t[-2].end != t[-1].start || !(is_prose(&t[-2]) || token_is_mark(s->a, i - 2, ")\""))) return;
    if (token_is_mark(s->a, i - 1, ":") && (t->flags & TOKEN_DIGIT || t[-2].kind == TOKEN_NUMBER)) return;
    report_missing(s, i);
}

/* The bracket that the one at i closes, with a blank before it; not anggota(s)nya. */
static bool closes_spaced(const struct analysis *a, size_t i) {
    enum { INSIDE = 12 /* tokens */ };
    for (size_t k = i; k-- > 0 && i - k <= INSIDE;) {
        if (token_is_mark(a, k, ")")) return false;
        if (token_is_mark(a, k, "(")) return k > 0 && !token_is_joined(a, k);
    }
    return false;
}

/* (Porprov)tahun 2022 */
static void check_space_after_bracket(struct spacing *s, size_t i) {
    enum { SHORTEST = 3 };
    const struct token *t = &s->a->tokens.items[i];
    if (i > 1 && token_is_mark(s->a, i - 1, ")") && t->start == t[-1].end && t->kind == TOKEN_WORD &&
        t->end - t->start >= SHORTEST && !token_is_letter(s->a, i) && !token_in(s->a, i, CLASS_CLITIC) &&
        closes_spaced(s->a, i - 1))
        report(s, i - 1, " ", NULL);
}

/* Jabung.Sebelum: a common word, which is no part of an address. */
static bool begins_sentence(const struct spacing *s, size_t i) {
    enum { COMMON = 200 /* documents of 16.8 thousand */ };
    static const char *const addresses[] = {"com", "net", "info", "news", "online", "media", NULL};
    const struct token *t = &s->a->tokens.items[i];
    struct str word = {0};
    str_append_lower(&word, token_text(s->a, t));
    bool common =
        !(t[-2].flags & TOKEN_UPPER) && frequency_of(s->context->language, str_slice(&word)) >= COMMON;
    for (size_t k = 0; common && addresses[k]; k++)
        common = !slice_equal_text(str_slice(&word), addresses[k]);
    str_free(&word);
    return common;
}

/* sini.Padang, Padang.(rel/tsa) */
static void check_space_after_stop(struct spacing *s, size_t i) {
    const struct analysis *a = s->a;
    const struct token *t = &a->tokens.items[i];
    if (i < 2 || !token_is_mark(a, i - 1, ".") || t->start != t[-1].end || t[-2].end != t[-1].start) return;
    bool word = t[-2].kind == TOKEN_WORD && t[-2].end - t[-2].start > 2;
    bool ended = word || token_is_mark(a, i - 2, ")");
    bool starts = t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL && !(t->flags & TOKEN_UPPER) &&
                  t->end - t->start > 2 && (t[-2].flags & TOKEN_LOWER || begins_sentence(s, i));
    if (!ended || !(starts || token_is_mark(a, i, "("))) return;
    report_missing(s, i);
}

/* Selasa(8/2/2022), Polri(Kepolisian ...): but not anggota(s), kata(1). */
static void check_space_before_bracket(struct spacing *s, size_t i) {
    const struct analysis *a = s->a;
    const struct token *t = &a->tokens.items[i];
    if (!token_is_mark(a, i, "(") || t[-1].kind != TOKEN_WORD || t[-1].end != t->start ||
        t->start - t[-1].start < 3)
        return;
    if (i + 2 >= a->tokens.count || (token_is_mark(a, i + 2, ")") && t[1].end - t[1].start <= 2)) return;
    if (t[1].kind == TOKEN_NUMBER || t[1].flags & TOKEN_CAPITAL) report(s, i - 1, " ", NULL);
}

static void check_inside_bracket(struct spacing *s, size_t i) {
    if (token_is_mark(s->a, i - 1, "([") && is_blank(token_gap(s->a, i)) && is_prose(&s->a->tokens.items[i]))
        report(s, i - 1, "", NULL);
}

/* Tema: "????????": letters that a program on the way did not know, and no question. */
enum { LOST_LETTERS = 3 /* after the first two */ };

static bool is_colon_pair(const struct analysis *a, size_t i) {
    return token_is(a, i, ":") && token_is(a, i + 1, ":") && token_is_joined(a, i + 1);
}

/* ::calendar:: Jadwal, ::fa-brands:github:: Kode: a picture by its name, as generators of sites write it.
 * first: a pair of colons. */
static bool is_picture_name(const struct analysis *a, size_t first) {
    enum { TOKENS = 6 };
    bool picture = false;
    for (size_t i = first + 2; i < first + TOKENS && token_is_joined(a, i) && !picture; i++)
        picture = i > first + 2 && is_colon_pair(a, i);
    for (size_t i = first; i-- > 0 && i + TOKENS > first && token_is_joined(a, i + 1) && !picture;)
        picture = i + 2 < first && is_colon_pair(a, i);
    return picture;
}

/* ke pasar,. Mereka; but Wibawa,. mengimbau and Wibawa,. S.H. go on. */
static void check_comma_stop(struct spacing *s, size_t i) {
    const struct analysis *a = s->a;
    if (!token_is_mark(a, i, ".") || !token_is_mark(a, i - 1, ",") || !token_is_kind(a, i - 2, TOKEN_WORD) ||
        !token_is_joined(a, i) || !token_is_joined(a, i - 1))
        return;
    bool degree = i + 1 < a->tokens.count && a->tokens.items[i + 1].flags & TOKEN_DOTTED;
    struct slice one = token_is_small(a, i + 1) || degree ? SLICE(",") : SLICE(".");
    typography_report(s->context, a, s->out, RULE_TYPOGRAPHY_DOUBLED, a->tokens.items[i - 1].start,
                      a->tokens.items[i].end, one, say_doubled);
}

static void check_doubled(struct spacing *s, size_t i) {
    const struct analysis *a = s->a;
    const struct token *t = &a->tokens.items[i];
    struct slice text = token_text(a, t);
    if (slice_equal_text(text, "..") && i > 0 && is_prose(&t[-1]) && t[-1].end == t->start) {
        typography_report(s->context, a, s->out, RULE_TYPOGRAPHY_DOUBLED, t->start, t->end, SLICE("."),
                          say_doubled);
        return;
    }
    if (i == 0 || !token_is_mark(a, i, ",;:?!") || !slice_equal(text, token_text(a, &t[-1]))) return;
    if (i > 1 && slice_equal(text, token_text(a, &t[-2]))) return; /* reported with the first two */
    size_t last = i;
    while (last + 1 < a->tokens.count && slice_equal(text, token_text(a, &a->tokens.items[last + 1])))
        last++;
    if ((last - i >= LOST_LETTERS && token_is_mark(a, i, "?")) ||
        (is_colon_pair(a, i - 1) && is_picture_name(a, i - 1)))
        return;
    typography_report(s->context, a, s->out, RULE_TYPOGRAPHY_DOUBLED, t[-1].start, a->tokens.items[last].end,
                      text, say_doubled);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    struct spacing s = {
        .context = context, .a = &block->analysis, .out = out, .item = block->kind == BLOCK_LIST};
    for (size_t i = 0; i < s.a->tokens.count; i++) {
        check_doubled(&s, i);
        if (i == 0) continue;
        check_comma_stop(&s, i);
        check_double_space(&s, i);
        check_space_before(&s, i);
        check_space_after(&s, i);
        check_space_after_stop(&s, i);
        check_space_after_bracket(&s, i);
        check_space_before_bracket(&s, i);
        check_inside_bracket(&s, i);
    }
    joined_check(context, s.a, out);
}

const struct check check_of_spacing = {.block = check_block};
