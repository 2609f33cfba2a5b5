#include "archive/related.h"

#include "base/utf8.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/words.h"

#include <stdlib.h>

/* As many as OpenAleph takes; words of fewer letters are rarely of the matter. */
enum { TERMS = 25, TERM_BYTES = 4 };

struct term {
    char *word; /* owned, small letters */
    size_t count, documents;
};

struct terms {
    struct map by_word; /* index + 1 */
    VEC(struct term) list;
};

static void add_word(struct terms *terms, struct language *language, struct slice word) {
    struct str folded = {0};
    str_append_lower(&folded, word);
    uintptr_t *place = map_put(&terms->by_word, str_slice(&folded));
    if (!*place) {
        vec_push(&terms->list, (struct term){.word = slice_copy(str_slice(&folded)),
                                             .documents = frequency_of(language, str_slice(&folded))});
        *place = terms->list.count;
    }
    terms->list.items[*place - 1].count++;
    str_free(&folded);
}

/* Told often here and seldom elsewhere first. */
static int by_weight(const void *left, const void *right) {
    const struct term *a = left, *b = right;
    size_t x = a->count * (b->documents + 10), y = b->count * (a->documents + 10);
    if (x != y) return x > y ? -1 : 1;
    return strcmp(a->word, b->word);
}

static void collect(struct terms *terms, struct language *language, const struct document *document) {
    const struct block *block;
    for (size_t at = 0; (block = document_next(document, &at));)
        for (size_t i = 0; i < block->analysis.tokens.count; i++) {
            const struct token *token = &block->analysis.tokens.items[i];
            bool telling = token->kind == TOKEN_WORD && token->end - token->start >= TERM_BYTES &&
                           !token_in(&block->analysis, i, CLASS_WEAK);
            if (telling) add_word(terms, language, token_word(&block->analysis, i));
        }
    if (terms->list.count) qsort(terms->list.items, terms->list.count, sizeof(struct term), by_weight);
}

bool related_find(struct archive *archive, const struct document *document, size_t most,
                  struct find_results *results, struct error *e) {
    struct terms terms = {0};
    char *words[TERMS];
    size_t count = 0;
    collect(&terms, archive_language(archive), document);
    for (; count < TERMS && count < terms.list.count; count++)
        words[count] = terms.list.items[count].word;
    const struct find find = {
        .office = SLICE(""), .since = SLICE(""), .until = SLICE(""), .by_relevance = true, .most = most};
    bool ok = find_related(archive, &find, words, count, results, e);
    vec_each(struct term, term, &terms.list)
        free(term->word);
    vec_free(&terms.list);
    map_free(&terms.by_word);
    return ok;
}
