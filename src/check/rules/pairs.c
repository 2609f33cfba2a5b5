#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"

/* typography.pair: quotation marks and brackets without their partner. */
static void report_quotation(const struct check_context *context, const struct block *block,
                             const struct quotation *q, struct findings *out) {
    size_t start = block->start + (q->closed ? q->inner_end : q->start);
    size_t end = block->start + (q->closed ? q->end : q->inner_start);
    struct finding *f = finding_add(out, RULE_TYPOGRAPHY_PAIR, start, end);
    if (q->closed)
        finding_say(f, context->lang, TYPOGRAPHY_QUOTE_UNOPENED);
    else
        finding_say(f, context->lang, TYPOGRAPHY_QUOTE_UNCLOSED);
}

/* The quotation that stays open at the end of the block, or NULL. */
static const struct quotation *left_open(const struct block *block) {
    if (!block || !block->analysis.quotations.count) return NULL;
    const struct quotation *q = vec_last(&block->analysis.quotations);
    return !q->closed && !q->single ? q : NULL;
}

/* The closing mark in the block that closes what a block before opened, or NULL. */
static const struct quotation *closed_late(const struct block *block) {
    if (!block || !block->analysis.quotations.count) return NULL;
    const struct quotation *q = &block->analysis.quotations.items[0];
    return !q->opened && !q->single ? q : NULL;
}

/* A quotation may run over several paragraphs: each opens it again and only the last closes it; some writers
 * do not open it again. */
static bool goes_on(const struct block *next) {
    if (!next || !next->analysis.quotations.count) return false;
    const struct quotation *q = &next->analysis.quotations.items[0];
    return closed_late(next) || (q->opened && q->start < 2);
}

/* ban 22", layar 14": inches. */
static bool is_inch(const struct analysis *a, const struct quotation *q) {
    size_t mark = q->closed ? q->inner_end : q->start;
    return mark > 0 && a->text.data[mark] == '"' && a->text.data[mark - 1] >= '0' &&
           a->text.data[mark - 1] <= '9';
}

/* situs.id">Situs Kami: what a converter left of a tag. */
static bool is_of_tag(const struct analysis *a, const struct quotation *q) {
    size_t end = q->closed ? q->end : q->inner_start;
    return end < a->text.len && a->text.data[end] == '>';
}

static void check_quotations(const struct check_context *context, const struct block *before,
                             const struct block *block, const struct block *next, struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; i < a->quotations.count; i++) {
        const struct quotation *q = &a->quotations.items[i];
        if (q->single || (q->opened && q->closed) || is_inch(a, q) || is_of_tag(a, q)) continue;
        if (q == left_open(block) && goes_on(next)) continue;
        if (q == closed_late(block) && left_open(before)) continue;
        report_quotation(context, block, q, out);
    }
}

/* ii), iv) */
static bool is_small_roman(struct slice word) {
    size_t i = 0;
    while (i < word.len && strchr("ivx", word.data[i]))
        i++;
    return word.len && i == word.len;
}

/* a) and 1) number the items of a list. */
static bool is_item_number(const struct analysis *a, size_t i) {
    if (i == 0) return true;
    const struct token *before = &a->tokens.items[i - 1];
    if (is_small_roman(token_word(a, i - 1)) && token_is_joined(a, i)) return true;
    size_t end = before->end;
    end += end < a->text.len && a->text.data[end] == '\\'; /* 1\) */
    return before->end - before->start <= 3 && end == a->tokens.items[i].start &&
           (before->kind == TOKEN_NUMBER || before->end - before->start == 1 || before->flags & TOKEN_UPPER);
}

static bool is_smiley(const struct analysis *a, size_t i) {
    return i > 0 && (token_is_mark(a, i - 1, ":;=-") || a->tokens.items[i - 1].kind == TOKEN_SYMBOL) &&
           a->tokens.items[i - 1].end == a->tokens.items[i].start;
}

static void report_bracket(const struct check_context *context, const struct block *block, size_t token,
                           bool opening, struct findings *out) {
    const struct token *t = &block->analysis.tokens.items[token];
    struct finding *f =
        finding_add(out, RULE_TYPOGRAPHY_PAIR, block->start + t->start, block->start + t->end);
    if (opening)
        finding_say(f, context->lang, TYPOGRAPHY_BRACKET_UNCLOSED);
    else
        finding_say(f, context->lang, TYPOGRAPHY_BRACKET_UNOPENED);
}

/* The brackets of a block that want their partner. */
struct lone_brackets {
    VEC(size_t) open;   /* tokens; the last one stands last in the block */
    VEC(size_t) closed; /* the first one stands first */
};

static void find_lone(const struct analysis *a, struct lone_brackets *lone) {
    for (size_t i = 0; i < a->tokens.count; i++) {
        if (token_is_mark(a, i, "("))
            vec_push(&lone->open, i);
        else if (token_is_mark(a, i, ")") && lone->open.count)
            lone->open.count--;
        else if (token_is_mark(a, i, ")") && !is_item_number(a, i) && !is_smiley(a, i))
            vec_push(&lone->closed, i);
    }
}

static void free_lone(struct lone_brackets *lone) {
    vec_free(&lone->open);
    vec_free(&lone->closed);
}

/* Whether a block of prose directly after, or before, has the partner: a paragraph was broken in two. */
static bool breaks_bracket(const struct document *document, size_t k, bool after) {
    size_t other = after ? k + 1 : k - 1;
    struct lone_brackets lone = {0};
    if (other >= document->prose.count) return false;
    find_lone(&document->blocks.items[document->prose.items[other]]->analysis, &lone);
    bool partner = after ? lone.closed.count : lone.open.count;
    free_lone(&lone);
    return partner;
}

/* Of block k of the prose. */
static void check_brackets(const struct check_context *context, const struct document *document, size_t k,
                           struct findings *out) {
    const struct block *block = document->blocks.items[document->prose.items[k]];
    struct lone_brackets lone = {0};
    find_lone(&block->analysis, &lone);
    for (size_t i = 0; i < lone.closed.count; i++)
        if (i > 0 || !breaks_bracket(document, k, false))
            report_bracket(context, block, lone.closed.items[i], false, out);
    for (size_t i = 0; i < lone.open.count; i++)
        if (i + 1 < lone.open.count || !breaks_bracket(document, k, true))
            report_bracket(context, block, lone.open.items[i], true, out);
    free_lone(&lone);
}

/* The block before or after block i to which its quotation may run: items of a list in between, without
 * marks of their own, belong to it, and a paragraph or two when the mark that is missing stands there. NULL:
 * there is none. */
static const struct block *neighbour(const struct document *document, size_t i, bool after) {
    enum { REACH = 40, PARAGRAPHS = 2 };
    const struct block *near = NULL;
    size_t paragraphs = 0;
    for (size_t steps = 0; steps < REACH; steps++) {
        i = after ? i + 1 : i - 1;
        if (i >= document->blocks.count) break;
        const struct block *block = document->blocks.items[i];
        if (!block_has_prose(block)) continue;
        if (!near) near = block;
        if (block->analysis.quotations.count) {
            bool fits = !paragraphs || (after ? closed_late(block) != NULL : left_open(block) != NULL);
            return fits ? block : near;
        }
        if (block->kind != BLOCK_LIST && (block->kind != BLOCK_PROSE || ++paragraphs > PARAGRAPHS)) break;
    }
    return near;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    for (size_t k = 0; k < document->prose.count; k++) {
        if (k % 256 == 0 && check_interrupted(context)) return false;
        size_t i = document->prose.items[k];
        const struct block *block = document->blocks.items[i];
        if (block->analysis.quotations.count)
            check_quotations(context, neighbour(document, i, false), block, neighbour(document, i, true),
                             out);
        check_brackets(context, document, k, out);
    }
    return true;
}

const struct check check_of_pairs = {.document = check_document};
