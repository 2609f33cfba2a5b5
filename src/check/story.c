#include "check/story.h"

#include "language/sentence/words.h"

bool story_tells(const struct analysis *a) {
    enum word_class who = a->quotations.count ? CLASS_ADDRESSED : CLASS_NARRATOR;
    bool tells = false;
    for (size_t i = 0; i < a->tokens.count && !tells; i++)
        tells = token_in(a, i, who);
    return tells;
}

bool document_is_story(const struct document *document) {
    enum { PARAGRAPHS = 2 };
    size_t count = 0;
    const struct block *block;
    for (size_t at = 0; count < PARAGRAPHS && (block = document_prose(document, &at));)
        count += block->tells;
    return count >= PARAGRAPHS;
}
