#include "check/story.h"

#include "language/sentence/words.h"

/* A paragraph without a quotation in which the writer speaks of himself. */
static bool tells_of_writer(const struct analysis *a) {
    static const char *const writer[] = {"saya", "aku", "gue", "gua", NULL};
    bool tells = false;
    for (size_t i = 0; i < a->tokens.count && !a->quotations.count && !tells; i++)
        tells = token_among(a, i, writer);
    return tells;
}

/* A paragraph with a quotation that says kamu to somebody: one who talks, not one who is quoted. */
static bool tells_of_talk(const struct analysis *a) {
    static const char *const addressed[] = {"kamu", "kau", "lu", NULL};
    bool tells = false;
    for (size_t i = 0; i < a->tokens.count && a->quotations.count && !tells; i++)
        tells = token_among(a, i, addressed);
    return tells;
}

bool document_is_story(const struct document *document) {
    enum { PARAGRAPHS = 2 };
    size_t count = 0;
    const struct block *block;
    for (size_t at = 0; count < PARAGRAPHS && (block = document_prose(document, &at));)
        if (block->kind == BLOCK_PROSE)
            count += tells_of_writer(&block->analysis) || tells_of_talk(&block->analysis);
    return count >= PARAGRAPHS;
}
