#include "check/rules/joined.h"

#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"
#include "language/spelling/speller.h"

enum {
    PART = 3,      /* letters of each of two words that were written as one */
    YEAR = 4,      /* digits of a year */
    UNIT_WORD = 4, /* letters of a word after digits, when it is no unit */
    COMMON = 20    /* articles that have such a word */
};

struct joined_seeker {
    const struct check_context *context;
    const struct analysis *a;
    struct findings *out;
};

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_SPACE, SLICE_ARG(right), SLICE_ARG(wrong));
}

/* A space belongs at offset, which is between first and last. */
static void report(const struct joined_seeker *s, size_t first, size_t last, size_t offset) {
    size_t start = s->a->tokens.items[first].start, end = s->a->tokens.items[last].end;
    struct str right = {0};
    str_append(&right, slice_range(s->a->text, start, offset));
    str_append_byte(&right, ' ');
    str_append(&right, slice_range(s->a->text, offset, end));
    typography_report(s->context, s->a, s->out, RULE_TYPOGRAPHY_SPACE, start, end, str_slice(&right), say);
    str_free(&right);
}

/* H.Zulkifli, (Kab.Sigi), Drs.Ahmadi, No.19, Prov.Kalbar: a title or short form, its full stop, and what it
 * belongs to.
 */
static void check_abbreviation(const struct joined_seeker *s, size_t i) {
    const struct token *t = &s->a->tokens.items[i];
    if (i + 2 >= s->a->tokens.count || !token_is_mark(s->a, i + 1, ".") || !token_is_joined(s->a, i + 1) ||
        !token_is_joined(s->a, i + 2) || (token_is_joined(s->a, i) && !token_is_mark(s->a, i - 1, "([")) ||
        token_is(s->a, i, "rp"))
        return; /* Rp.245 is Rp245: typography.number's */
    struct slice word = token_text(s->a, t), fields;
    const struct lexicon *lexicon = language_lexicon(s->context->language, LEXICON_ABBREVIATIONS);
    if (!lexicon_find(lexicon, word, &fields)) return;
    struct slice kind = lexicon_field(fields, 0);
    bool name = slice_find_byte(kind, 't', 0) != SIZE_MAX, number = slice_find_byte(kind, 'n', 0) != SIZE_MAX;
    const struct token *next = &t[2];
    bool title = next->end - next->start == 1 && token_is_mark(s->a, i + 3, "."); /* Drs.H. Iyus */
    bool capital =
        next->kind == TOKEN_WORD && next->flags & TOKEN_CAPITAL && (next->end - next->start >= PART || title);
    if ((name && capital) || (number && next->kind == TOKEN_NUMBER)) report(s, i, i + 2, next->start);
}

static bool is_small(struct slice word) {
    for (size_t i = 0; i < word.len; i++)
        if (!rune_is_lower((unsigned char)word.data[i])) return false;
    return word.len > 0;
}

/* A.Yani, M.Zaini: an initial, and a name that is no part of a degree. */
static void check_initial(const struct joined_seeker *s, size_t i) {
    enum { NAME = 4 /* letters; degrees are shorter, but for a few */ };
    struct slice word = token_word(s->a, i), name = slice_range(word, word.len < 2 ? word.len : 2, word.len);
    if (name.len < NAME || !rune_is_upper((unsigned char)word.data[0]) || word.data[1] != '.' ||
        !rune_is_upper((unsigned char)name.data[0]) || !is_small(slice_range(name, 1, name.len)) ||
        token_is_mark(s->a, i + 1, ".") || token_is_mark(s->a, i - (i > 0), ","))
        return;
    struct str key = {0};
    for (size_t k = 0; k < word.len; k++)
        if (word.data[k] != '.') str_append_byte(&key, (char)(word.data[k] | ' '));
    bool degree = language_has(s->context->language, LEXICON_DEGREES, str_slice(&key));
    str_free(&key);
    if (!degree) report(s, i, i, s->a->tokens.items[i].start + 2);
}

/* ayat(2), Pasal(1) */
static void check_bracket(const struct joined_seeker *s, size_t i) {
    if (token_in(s->a, i, CLASS_LEGAL) && token_is_mark(s->a, i + 1, "(") && token_is_joined(s->a, i + 1) &&
        token_is_number(s->a, i + 2) && s->a->tokens.items[i].end - s->a->tokens.items[i].start > PART)
        report(s, i, i + 1, s->a->tokens.items[i + 1].start);
}

static size_t digits_at(struct slice word, size_t at) {
    size_t end = at;
    while (end < word.len && (rune_is_digit((unsigned char)word.data[end]) ||
                              (end > at && strchr(".,", word.data[end]) && end + 1 < word.len &&
                               rune_is_digit((unsigned char)word.data[end + 1]))))
        end++;
    return end;
}

static bool is_letters(struct slice word) {
    for (size_t i = 0; i < word.len; i++)
        if (!rune_is_lower((unsigned char)word.data[i] | ' ')) return false;
    return word.len > 0;
}

static uint32_t articles(const struct joined_seeker *s, struct slice word) {
    struct str lower = {0};
    str_append_lower(&lower, word);
    uint32_t documents = (uint32_t)frequency_of(s->context->language, str_slice(&lower));
    str_free(&lower);
    return documents;
}

/* 25kg, 1buah, 2,7juta; tahun2021 */
static void check_digits(const struct joined_seeker *s, size_t i) {
    struct slice word = token_word(s->a, i);
    size_t start = s->a->tokens.items[i].start, digits = digits_at(word, 0);
    struct slice rest = slice_range(word, digits, word.len);
    if (digits && is_letters(rest)) {
        size_t class = vocabulary_find(s->a->vocabulary, rest);
        bool unit = class && vocabulary_has(s->a->vocabulary, (uint32_t) class, CLASS_UNIT);
        if (unit || (rest.len >= UNIT_WORD && articles(s, rest) >= COMMON)) report(s, i, i, start + digits);
        return;
    }
    if (word.len < YEAR + PART) return;
    size_t year = word.len - YEAR;
    bool century =
        digits_at(word, year) == word.len && (slice_starts(slice_range(word, year, word.len), SLICE("20")) ||
                                              slice_starts(slice_range(word, year, word.len), SLICE("19")));
    if (century && is_letters(slice_range(word, 0, year)) &&
        articles(s, slice_range(word, 0, year)) >= COMMON)
        report(s, i, i, start + year);
}

/* menjabatDirektur, BupatiRina, DesaSari: a known word, and a capital in the middle. */
static void check_capital(const struct joined_seeker *s, size_t i) {
    struct slice word = token_word(s->a, i);
    size_t at = 1;
    while (at < word.len && rune_is_lower((unsigned char)word.data[at]))
        at++;
    struct slice left = slice_range(word, 0, at), right = slice_range(word, at, word.len);
    if (left.len < PART || right.len < PART || !rune_is_upper((unsigned char)right.data[0]) ||
        !is_letters(slice_range(right, 1, right.len)))
        return;
    for (size_t k = 1; k < right.len; k++)
        if (!rune_is_lower((unsigned char)right.data[k])) return;
    size_t class = vocabulary_find(s->a->vocabulary, left);
    if (class && vocabulary_has(s->a->vocabulary, (uint32_t) class, CLASS_BRAND)) return; /* detikTravel */
    if (language_has(s->context->language, LEXICON_BOUND, left)) return; /* subTema: spelling.compound's */
    uint32_t head = speech_classes(s->context->language, left),
             tail = speech_classes(s->context->language, right);
    bool joined = rune_is_lower((unsigned char)left.data[0])
                      ? articles(s, left) >= COMMON
                      : (head & (SPEECH_AREA | SPEECH_ROLE | SPEECH_ORG | SPEECH_PLACE)) &&
                            speller_look(language_speller(s->context->language), left) != WORD_UNKNOWN;
    struct str lower = {0};
    str_append_lower(&lower, word);
    joined = joined && !frequency_of_form(s->context->language, str_slice(&lower), FORM_NEWS_CAPITAL) &&
             (rune_is_lower((unsigned char)left.data[0]) || tail) &&
             !language_has(s->context->language, LEXICON_INSTITUTIONS, word) &&
             !language_has(s->context->language, LEXICON_GOVERNMENT, str_slice(&lower));
    str_free(&lower);
    if (joined) report(s, i, i, s->a->tokens.items[i].start + at);
}

void joined_check(const struct check_context *context, const struct analysis *a, struct findings *out) {
    struct joined_seeker s = {context, a, out};
    for (size_t i = 0; i < a->tokens.count; i++) {
        const struct token *t = &a->tokens.items[i];
        if (t->kind != TOKEN_WORD) continue;
        if (t->flags & TOKEN_CAPITAL || token_is(a, i, "dr")) check_abbreviation(&s, i);
        if (t->flags & TOKEN_DOTTED) check_initial(&s, i);
        check_bracket(&s, i);
        if (t->flags & TOKEN_DIGIT)
            check_digits(&s, i);
        else if (!(t->flags & (TOKEN_LOWER | TOKEN_UPPER | TOKEN_HYPHEN | TOKEN_DOTTED)))
            check_capital(&s, i);
    }
}
