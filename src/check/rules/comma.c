#include "check/messages.h"
#include "check/rules/comma_use.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"
#include "language/sentence/speech.h"

/*
 * typography.comma: what stands between a quotation and the verb behind it is a comma, before the closing
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

/* The tokens of the quotation from first on: the last inside the marks is at *last, the first behind the
 * closing mark is returned. */
static size_t pass(const struct analysis *a, const struct quotation *q, size_t first, size_t *last) {
    size_t i = first;
    for (; i < a->tokens.count && a->tokens.items[i].start < q->end; i++)
        if (a->tokens.items[i].end <= q->inner_end) *last = i;
    return i;
}

static void check_quotation(const struct check_context *context, const struct analysis *a,
                            const struct quotation *q, size_t last, size_t behind, struct findings *out) {
    bool outside = token_is_mark(a, behind, ",") && a->tokens.items[behind].start == q->end;
    size_t cue = behind + outside;
    const struct token *end = &a->tokens.items[last];
    if (end->end != q->inner_end || !is_cue(context->language, a, cue) ||
        !wants_comma(context->language, a, last))
        return;
    const struct token *word = token_is_mark(a, last, ".") ? end - 1 : end;
    struct str right = {0};
    str_append(&right, token_text(a, word));
    str_append_byte(&right, ',');
    str_append(&right, slice_range(a->text, q->inner_end, q->end));
    str_append_byte(&right, ' ');
    str_append(&right, token_text(a, &a->tokens.items[cue]));
    typography_report(context, a, out, RULE_TYPOGRAPHY_COMMA, word->start, a->tokens.items[cue].end,
                      str_slice(&right), say);
    str_free(&right);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    size_t first = 0;
    comma_use_check(context, block, out);
    vec_each(const struct quotation, q, &a->quotations) {
        while (first < a->tokens.count && a->tokens.items[first].start < q->inner_start)
            first++;
        size_t last = SIZE_MAX, behind = pass(a, q, first, &last);
        /* one word is a term, not a statement */
        bool statement = q->opened && q->closed && !q->single && !q->nested && last != SIZE_MAX;
        if (statement && last > first + 1) check_quotation(context, a, q, last, behind, out);
    }
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    for (size_t i = 0; i < document->prose.count; i++) {
        size_t at = document->prose.items[i];
        if (i % 256 == 0 && check_interrupted(context)) return false;
        comma_end_check(context, document->blocks.items[at], document_behind(document, at), out);
    }
    return true;
}

const struct check check_of_comma = {.block = check_block, .document = check_document};
