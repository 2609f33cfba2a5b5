/* Any bytes as a draft: quotations and their attribution never crash, and all they speak of stands in the
 * draft, in order. */
#include "check/checker.h"
#include "check/rules/quotes.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static void check_quotations(const struct analysis *a) {
    for (size_t i = 0; i < a->quotations.count; i++) {
        const struct quotation *q = &a->quotations.items[i];
        require(q->start <= q->inner_start && q->inner_start <= q->inner_end);
        require(q->inner_end <= q->end && q->end <= a->text.len);
        require(i == 0 || a->quotations.items[i - 1].start <= q->start);
    }
}

static void check_quotes(const struct attribution *found, size_t size) {
    size_t before = 0;
    for (size_t i = 0; i < found->quotes.count; i++) {
        const struct quote *q = &found->quotes.items[i];
        require(before <= q->start && q->start < q->end && q->end <= size);
        require(q->cue_start <= q->cue_end && q->cue_end <= size);
        require(q->speaker_start <= q->speaker_end && q->speaker_end <= size);
        before = q->start;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct language *language; /* loading the dictionaries for each input would take nearly all time */
    if (!language) language = language_new("dictionaries", LANG_ID);
    const bool enabled[RULE_COUNT] = {
        [RULE_ATTRIBUTION_QUOTE] = true, [RULE_ATTRIBUTION_INTRODUCTION] = true};
    struct text *text = text_with((struct slice){(const char *)data, size});
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    struct attribution found = {0};
    checker_attach(checker, text);
    require(checker_run(checker, 0, NULL, NULL));
    const struct document *document = checker_document(checker);
    for (size_t i = 0; i < document->blocks.count; i++)
        check_quotations(&document->blocks.items[i]->analysis);
    require(document_quotes(document, language, &found, NULL, NULL));
    check_quotes(&found, size);
    attribution_free(&found);
    checker_free(checker);
    text_free(text);
    return 0;
}
