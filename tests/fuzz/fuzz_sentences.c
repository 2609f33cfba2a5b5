/* Words, quotations and sentences of arbitrary bytes: positions are in order, inside the text, and nothing is
 * lost between sentences. */
#include "language/sentence/analysis.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds) {
    if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    static struct language *language;
    if (!language) language = language_new("dictionaries", LANG_ID);
    struct analysis a;
    analysis_make(&a, language, (struct slice){(const char *)bytes, len});
    size_t at = 0;
    for (size_t i = 0; i < a.tokens.count; i++) {
        require(a.tokens.items[i].start >= at && a.tokens.items[i].end > a.tokens.items[i].start);
        at = a.tokens.items[i].end;
    }
    require(at <= len);
    size_t token = 0;
    for (size_t i = 0; i < a.sentences.count; i++) {
        require(a.sentences.items[i].first_token == token && a.sentences.items[i].tokens > 0);
        token += a.sentences.items[i].tokens;
    }
    require(token == a.tokens.count);
    for (size_t i = 0; i < a.quotations.count; i++) {
        const struct quotation *q = &a.quotations.items[i];
        require(q->start <= q->inner_start && q->inner_start <= q->inner_end && q->inner_end <= q->end &&
                q->end <= len);
    }
    analysis_free(&a);
    return 0;
}
