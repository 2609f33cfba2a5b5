#include "check/rules/capital_quote.h"

#include "language/sentence/speech.h"

enum { WORDS_MIN = 4 }; /* of a sentence; fewer may be a term */

/* What ends in such a mark before it closes, or right after, is a sentence. */
static bool is_sentence(const struct analysis *a, const struct quotation *q, size_t first, size_t *after) {
    size_t end = first;
    while (end < a->tokens.count && a->tokens.items[end].end <= q->inner_end)
        end++;
    *after = end + 1; /* the closing mark */
    bool ends = token_is_mark(a, end - 1, ",.?!");
    if (!ends && token_is_mark(a, *after, ",.")) ends = true;
    if (token_is_mark(a, *after, ",")) ++*after;
    return ends && words_count(a, first, end) >= WORDS_MIN;
}

static bool says(const struct analysis *a, size_t i, uint32_t how) {
    return i < a->tokens.count && a->speech.items[i] & how && !(a->speech.items[i] & SPEECH_WEAK);
}

/* mengatakan, "...: with nothing said before in the sentence, which might go on. */
static bool is_introduced(const struct analysis *a, const struct quotation *q, size_t mark) {
    const struct quotation *before = q > a->quotations.items ? q - 1 : NULL;
    size_t verb = mark - 2;
    if (!token_is_mark(a, mark - 1, ",:") || !says(a, verb, SPEECH_ACTIVE)) return false;
    for (size_t i = verb; before && i > 0 && a->tokens.items[i].start >= before->end; i--)
        if (token_is_mark(a, i, ".?!")) return true;
    return !before;
}

bool capital_quote_is_small(const struct analysis *a, const struct quotation *q, size_t first) {
    size_t after, mark = first - 1;
    const struct token *t = token_at(a, first);
    if (!q->opened || !q->closed || q->nested || q->single || !t || first == 0 || t->kind != TOKEN_WORD ||
        !(t->flags & TOKEN_LOWER) || t->flags & (TOKEN_DOTTED | TOKEN_DIGIT | TOKEN_HYPHEN) ||
        t->start != q->inner_start || !is_sentence(a, q, first, &after))
        return false;
    bool opens = mark == 0 || token_is_mark(a, mark - 1, ".?!");
    return (opens && says(a, after, SPEECH_BARE | SPEECH_NYA)) || is_introduced(a, q, mark);
}
