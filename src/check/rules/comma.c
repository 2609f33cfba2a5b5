#include "check/messages.h"
#include "check/rules/comma_use.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"
#include "language/sentence/speech.h"

/*
 * typography.comma: what stands between a quotation and the verb after it is a comma, before the closing
 * mark: "Kami siap," kata Rina.
 */
enum { WORD_SHORTEST = 3 };

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_COMMA, SLICE_ARG(wrong), SLICE_ARG(right));
}

/* What the quotation ends in wants a comma: a word, or a word with a full stop that is no abbreviation. */
static bool wants_comma(struct language *language, const struct analysis *a, size_t last) {
    const struct token *t = &a->tokens.items[last];
    if (t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER) return true;
    if (!token_is_mark(a, last, ".") || last == 0 || t[-1].end != t->start) return false;
    struct slice word = token_text(a, &t[-1]);
    bool name = t[-1].flags & TOKEN_CAPITAL && word.len > WORD_SHORTEST; /* Tanjab Timur. */
    return t[-1].kind == TOKEN_WORD && (t[-1].flags & TOKEN_LOWER || name) &&
           !(t[-1].flags & (TOKEN_DOTTED | TOKEN_UPPER)) && word.len >= WORD_SHORTEST &&
           !language_has(language, LEXICON_ABBREVIATIONS, word);
}

/* kata, ujarnya: a verb that follows nothing but a quotation. */
static bool is_cue(struct language *language, const struct analysis *a, size_t i) {
    if (i >= a->tokens.count) return false;
    const struct token *t = &a->tokens.items[i];
    uint32_t classes = speech_classes(language, token_text(a, t));
    return t->flags & TOKEN_LOWER && t->flags & TOKEN_SPACE_BEFORE && classes & (SPEECH_BARE | SPEECH_NYA) &&
           !(classes & SPEECH_WEAK);
}

/* ... bagi Kota Agam" pesannya: after a mark, at the end of the paragraph, whatever the verb. */
static bool ends_as_cue(const struct analysis *a, size_t i) {
    enum { SHORTEST = 7 /* letters */ };
    struct slice word = token_word(a, i);
    bool end = i + 1 == a->tokens.count || (i + 2 == a->tokens.count && token_is_mark(a, i + 1, "."));
    return end && token_is_small(a, i) && word.len >= SHORTEST && slice_ends(word, SLICE("nya")) &&
           !token_is_joined(a, i);
}

/* The tokens of the quotation from first on: the last inside the marks is at *last, the first after the
 * closing mark is returned. */
static size_t pass(const struct analysis *a, const struct quotation *q, size_t first, size_t *last) {
    size_t i = first;
    for (; i < a->tokens.count && a->tokens.items[i].start < q->end; i++)
        if (a->tokens.items[i].end <= q->inner_end) *last = i;
    return i;
}

/* From a token on to the cue, which follows what is right after a blank. */
static void report_to_cue(const struct check_context *context, const struct analysis *a,
                          const struct token *from, size_t cue, struct str *right, struct findings *out) {
    str_append_byte(right, ' ');
    str_append(right, token_text(a, &a->tokens.items[cue]));
    typography_report(context, a, out, RULE_TYPOGRAPHY_COMMA, from->start, a->tokens.items[cue].end,
                      str_slice(right), say);
    str_free(right);
}

static void check_quotation(const struct check_context *context, const struct analysis *a,
                            const struct quotation *q, size_t last, size_t after, struct findings *out) {
    bool outside = token_is_mark(a, after, ",") && a->tokens.items[after].start == q->end;
    size_t cue = after + outside;
    const struct token *end = &a->tokens.items[last];
    bool says = is_cue(context->language, a, cue);
    struct str right = {0};
    if (outside && says && token_is_mark(a, last, "?!")) { /* "... lawan!", tegasnya: it needs no comma */
        str_append(&right, slice_range(a->text, end->start, q->end));
        report_to_cue(context, a, end, cue, &right, out);
        return;
    }
    if (end->end != q->inner_end || !(says || ends_as_cue(a, cue)) ||
        !wants_comma(context->language, a, last))
        return;
    const struct token *word = token_is_mark(a, last, ".") ? end - 1 : end;
    str_append(&right, token_text(a, word));
    str_append_byte(&right, ',');
    str_append(&right, slice_range(a->text, q->inner_end, q->end));
    report_to_cue(context, a, word, cue, &right, out);
}

/* mengatakan "Kami siap ...": what is said follows a comma. A term, or a title all in capitals, needs none.
 */
static void check_lead(const struct check_context *context, const struct analysis *a, size_t first,
                       size_t last, struct findings *out) {
    enum { STATEMENT = 5 /* words */ };
    size_t words = 0, small = 0;
    for (size_t i = first; i <= last; i++) {
        words += token_is_kind(a, i, TOKEN_WORD);
        small += token_is_small(a, i);
    }
    const struct token *verb = token_at(a, first - 2);
    if (first < 2 || words < STATEMENT || small * 2 < words || !token_is_capital(a, first) ||
        !token_is_joined(a, first) || !verb || verb->kind != TOKEN_WORD || !(verb->flags & TOKEN_LOWER) ||
        token_is_joined(a, first - 1) || !token_in(a, first - 2, CLASS_SAYS_NEXT))
        return;
    struct str right = {0};
    str_append(&right, token_text(a, verb));
    str_append_byte(&right, ',');
    str_append(&right, slice_range(a->text, verb->end, a->tokens.items[first].end));
    typography_report(context, a, out, RULE_TYPOGRAPHY_COMMA, verb->start, a->tokens.items[first].end,
                      str_slice(&right), say);
    str_free(&right);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    size_t first = 0;
    comma_use_check(context, block, out);
    comma_subject_check(context, block, out);
    vec_each(const struct quotation, q, &a->quotations) {
        while (first < a->tokens.count && a->tokens.items[first].start < q->inner_start)
            first++;
        size_t last = SIZE_MAX, after = pass(a, q, first, &last);
        /* one word is a term, not a statement */
        bool statement = q->opened && q->closed && !q->single && !q->nested && last != SIZE_MAX;
        if (statement && last > first + 1) check_quotation(context, a, q, last, after, out);
        if (q->opened && !q->single && !q->nested && last != SIZE_MAX)
            check_lead(context, a, first, last, out);
    }
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    for (size_t i = 0; i < document->prose.count; i++) {
        size_t at = document->prose.items[i];
        if (i % 256 == 0 && check_interrupted(context)) return false;
        comma_end_check(context, document->blocks.items[at], document_after(document, at), out);
    }
    return true;
}

const struct check check_of_comma = {.block = check_block, .document = check_document};
