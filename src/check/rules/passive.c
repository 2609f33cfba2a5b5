#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"

/*
 * attribution.passive: an opinion in the passive with no agent. Its file says which words those are, and what
 * is no opinion; whether somebody is named in the sentence or by its neighbours is asked here.
 */

/* The paragraph before ends with what somebody named said, without being a quotation that ends there. */
static bool is_told_above(const struct check_context *context, const struct document *document, size_t at) {
    const struct block *block = prose_beside(document, at, false);
    if (!block) return false;
    const struct analysis *a = &block->analysis;
    const struct sentence *last = &a->sentences.items[a->sentences.count - 1];
    if (range_is_spoken(a, last->start, last->end)) return false;
    struct reading r;
    reading_make(&r, context->language, a, 0);
    bool told = sentence_has_source(&r, last);
    reading_free(&r);
    return told;
}

static bool is_told_below(const struct check_context *context, const struct document *document, size_t at) {
    const struct block *block = prose_beside(document, at, true);
    if (!block) return false;
    struct reading r;
    reading_make(&r, context->language, &block->analysis, 0);
    bool told = sentence_attributes_paragraph(&r, block->analysis.sentences.items);
    reading_free(&r);
    return told;
}

/* Nobody is named in the sentence, nor by the neighbours: "Menurut Rina, ... Cara itu dinilai murah." */
static bool confirm(const struct check_context *context, const struct document *document, size_t at,
                    const struct sentence *s, size_t token) {
    (void)token;
    const struct analysis *a = &document->blocks.items[at]->analysis;
    const struct sentence *first = a->sentences.items, *end = first + a->sentences.count;
    struct reading r;
    reading_make(&r, context->language, a, 0);
    bool told = sentence_has_source(&r, s) ||
                (s > first ? sentence_has_source(&r, s - 1) : is_told_above(context, document, at)) ||
                (s + 1 < end ? sentence_attributes_before(&r, s + 1) : is_told_below(context, document, at));
    reading_free(&r);
    return !told;
}

const struct check check_of_passive = {.confirm = confirm};
