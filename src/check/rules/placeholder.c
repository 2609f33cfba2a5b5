#include "base/utf8.h"
#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/calendar.h"
#include "check/rules/messages.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"

/*
 * fact.placeholder: what a template, or a chat program, left over: [Nama Bupati], XX November, hari ....,
 * "Semoga membantu". Phrases are those of placeholders.tsv; in square brackets only words of the class
 * placeholder count, so that [sic], [update] and links stay what they are.
 */
enum { LONGEST_BRACKET = 10 };

static void report(const struct check_context *context, const struct analysis *a, size_t first, size_t last,
                   struct findings *out) {
    size_t start = a->tokens.items[first].start, end = a->tokens.items[last].end;
    struct finding *f = finding_add(out, RULE_FACT_PLACEHOLDER, start, end);
    finding_say(f, context->lang, FACT_PLACEHOLDER, SLICE_ARG(slice_range(a->text, start, end)));
}

/* In other words that somebody says, or in [[Kontak Kami](kontak.md)]: a link. */
static bool is_no_blank(const struct analysis *a, size_t first, size_t last) {
    size_t start = a->tokens.items[first].start, end = a->tokens.items[last].end;
    if (start > 0 && a->text.data[start - 1] == '[') return true;
    if (end < a->text.len && a->text.data[end] == '(') return true; /* [tautan ini](x">: a broken link */
    if (token_is_mark(a, first - 1, "]") || token_is_mark(a, last + 1, "["))
        return true; /* [perintah] [nama] */
    if (slice_starts(slice_range(a->text, end, a->text.len), SLICE(" =>")))
        return true; /* [isi] => ...: what a program printed of its fields */
    if (slice_find(slice_range(a->text, start, end), SLICE("]("), 0) != SIZE_MAX) return true;
    vec_each(const struct quotation, q, &a->quotations)
        if (q->inner_start <= start && end <= q->inner_end && (q->inner_start < start || end < q->inner_end))
            return true;
    return false;
}

/* [NAma], [NIk]: a field of letters that a program fills, whose capitals tell it how. */
static bool is_field(const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    return token_is_mark(a, i + 1, "]") && word.len > 2 && rune_is_upper((unsigned char)word.data[1]) &&
           !(a->tokens.items[i].flags & TOKEN_UPPER);
}

/* [Nama Bupati], [tanggal], [isi kutipan di sini]: the last token, or first when it is none. */
static size_t bracket_end(const struct analysis *a, size_t first) {
    if (!token_is_mark(a, first, "[") || !token_in(a, first + 1, CLASS_PLACEHOLDER) || is_field(a, first + 1))
        return first;
    for (size_t i = first + 1; i < a->tokens.count && i < first + LONGEST_BRACKET; i++)
        if (token_is_mark(a, i, "]")) return i;
    return first;
}

/* Semoga membantu! or Semoga ini membantu. Jika Anda perlu ...: the end of a paragraph, or what a chat
 * program offers after it. */
static bool ends_answer(const struct analysis *a, size_t end) {
    static const char *const offers[] = {"jika", "kalau", "apabila", "bila", "silakan", NULL};
    while (end < a->tokens.count && strchr(".!:", token_word(a, end).data[0]))
        end++;
    return end >= a->tokens.count || token_among(a, end, offers);
}

/* Sekian, semoga membantu; Lorem Ipsum adalah contoh teks; LLM disebut sebagai model bahasa: what its line
 * says of the phrase does not hold. */
static bool is_spoken_of(const struct analysis *a, size_t i, const struct phrase *phrase) {
    struct slice when = lexicon_field(phrase->fields, 0);
    if (slice_equal_text(when, "fresh"))
        return token_is_mark(a, i - 1, ",") || !ends_answer(a, i + phrase->tokens);
    if (slice_equal_text(when, "begins")) return token_is_small(a, i) && token_is_kind(a, i - 1, TOKEN_WORD);
    return slice_equal_text(when, "end") && i + phrase->tokens < a->tokens.count;
}

/* XX and xx, two or more; not the number of a kind that is counted in Roman numbers, Angkatan XX. */
static bool is_crosses(const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    for (size_t k = 0; k < word.len; k++)
        if ((word.data[k] | ' ') != 'x') return false;
    return word.len >= 2;
}

/* XX November 2026, tanggal XX, Rp XX: after what only a number follows, or before a month. */
static bool is_open_number(const struct analysis *a, size_t i) {
    return is_crosses(a, i) &&
           (month_named(token_word(a, i + 1)) != NO_MONTH || token_in(a, i - 1, CLASS_BLANK_BEFORE));
}

/* hari ...., tanggal ... November: dots in the place of a word. */
static bool is_open_dots(const struct analysis *a, size_t i) {
    struct slice dots = token_word(a, i);
    if (dots.len < 3 || dots.data[0] != '.' || !token_in(a, i - 1, CLASS_BLANK_BEFORE)) return false;
    bool apart = a->tokens.items[i].flags & TOKEN_SPACE_BEFORE;
    return apart || token_is(a, i + 1, ",") || token_in(a, i + 1, CLASS_BLANK_BEFORE) ||
           month_named(token_word(a, i + 1)) != NO_MONTH;
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; i < a->tokens.count; i++) {
        struct phrase phrase;
        size_t bracket = bracket_end(a, i);
        if (bracket > i && !is_no_blank(a, i, bracket)) {
            report(context, a, i, bracket, out);
            i = bracket;
        } else if (phrase_at(context->language, LEXICON_PLACEHOLDERS, a, i, &phrase) &&
                   !is_spoken_of(a, i, &phrase)) {
            report(context, a, i, i + phrase.tokens - 1, out);
            i += phrase.tokens - 1;
        } else if (is_open_number(a, i)) {
            report(context, a, i, i, out);
        } else if (is_open_dots(a, i)) {
            report(context, a, i - 1, i, out);
        }
    }
}

const struct check check_of_placeholder = {.block = check_block};
