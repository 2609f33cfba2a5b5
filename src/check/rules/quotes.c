#include "check/rules/quotes.h"

static enum passage_kind passage_kind_of(enum block_kind kind) {
    if (kind == BLOCK_HEADING) return PASSAGE_HEADING;
    return kind == BLOCK_LIST ? PASSAGE_LIST : PASSAGE_PROSE;
}

bool document_quotes(const struct document *document, struct language *language,
                     struct attribution *attribution, bool (*interrupted)(void *), void *by) {
    VEC(struct passage) passages = {0};
    const struct block *block;
    for (size_t at = 0; (block = document_prose(document, &at));) {
        if (!block->analysed || block->kind == BLOCK_TABLE) continue; /* no phrase runs over cells */
        vec_push(&passages, (struct passage){.start = block->start,
                                             .analysis = &block->analysis,
                                             .kind = passage_kind_of(block->kind)});
    }
    bool done = attribution_make(attribution, language, passages.items, passages.count, interrupted, by);
    vec_free(&passages);
    return done;
}
