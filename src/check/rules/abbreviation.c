#include "check/house.h"
#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "language/sentence/words.h"

/*
 * style.abbreviation: a short form of the house style (`abbreviations:`) is used before the draft has spelt
 * it out. Spelt out is what stands before it, or right after it in brackets: OPD (organisasi perangkat
 * daerah).
 */
enum { BEHIND = 4 }; /* bytes between a short form and its full one: " (" and quotation marks */

static size_t find_nocase(struct slice s, struct slice words) {
    for (size_t i = 0; i + words.len <= s.len; i++)
        if (slice_equal_nocase(slice_range(s, i, i + words.len), words)) return i;
    return SIZE_MAX;
}

/* The token that is the short form as it is written; SIZE_MAX when the block has none. */
static size_t first_use(const struct analysis *a, const char *shortened) {
    for (size_t i = 0; i < a->tokens.count; i++)
        if (slice_equal_text(token_word(a, i), shortened)) return i;
    return SIZE_MAX;
}

static void report(const struct check_context *context, const struct block *block, size_t token,
                   const struct house_abbreviation *one, struct findings *out) {
    const struct token *t = &block->analysis.tokens.items[token];
    struct finding *f =
        finding_add(out, RULE_STYLE_ABBREVIATION, block->start + t->start, block->start + t->end);
    struct str right = {0};
    str_printf(&right, "%s (%s)", one->full, one->shortened);
    finding_suggest(f, str_slice(&right));
    finding_say(f, context->lang, STYLE_ABBREVIATION, one->shortened, one->full);
    str_free(&right);
}

static void check_one(const struct check_context *context, const struct document *document,
                      const struct house_abbreviation *one, struct findings *out) {
    struct slice full = slice_of(one->full);
    const struct block *block;
    for (size_t at = 0; (block = document_prose(document, &at));) {
        struct slice text = block->analysis.text;
        size_t spelt = find_nocase(text, full), token = first_use(&block->analysis, one->shortened);
        size_t end = token == SIZE_MAX ? text.len : block->analysis.tokens.items[token].end;
        if (spelt != SIZE_MAX && spelt <= end + BEHIND) return;
        if (token == SIZE_MAX || block->kind == BLOCK_HEADING) continue; /* a heading is short by right */
        report(context, block, token, one, out);
        return;
    }
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    if (!context->house || document->part) return true;
    vec_each(const struct house_abbreviation, one, &context->house->abbreviations) {
        if (check_interrupted(context)) return false;
        check_one(context, document, one, out);
    }
    return true;
}

const struct check check_of_abbreviation = {.document = check_document};
