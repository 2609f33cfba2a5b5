#include "check/rules/prose.h"

enum { SIGN_OFF_TOKENS = 8 /* as many at most, brackets included */ };

size_t dateline_dash(const struct analysis *a) {
    for (size_t i = 1; i < a->tokens.count && i < DATELINE_TOKENS; i++) {
        const struct token *token = &a->tokens.items[i];
        if (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER || token_is_mark(a, i, ",.()/"))
            continue;
        return token_is_dash(a, i) && (token->flags & TOKEN_SPACE_BEFORE) ? i : 0;
    }
    return 0;
}

/* The bracket that opens "(rel/tsa)" at the end of the paragraph; the number of tokens when there is none. */
static size_t sign_off_start(const struct analysis *a) {
    size_t count = a->tokens.count, end = count;
    while (end > 0 && token_is_mark(a, end - 1, ".*_"))
        end--;
    if (end == 0 || !token_is_mark(a, end - 1, ")")) return count;
    for (size_t i = end - 1; i > 0 && end - i < SIGN_OFF_TOKENS; i--)
        if (token_is_mark(a, i - 1, "("))
            return i == 1 || token_is_mark(a, i - 2, ".\"?!") || token_is(a, i - 2, "”") ? i - 1 : count;
    return count;
}

struct prose_walk prose_walk_start(const struct analysis *a) {
    return (struct prose_walk){.a = a, .at = dateline_dash(a), .end = sign_off_start(a)};
}

size_t prose_walk_next(struct prose_walk *walk, bool *starts) {
    const struct analysis *a = walk->a;
    while (walk->at < walk->end) {
        size_t i = walk->at++;
        const struct token *token = &a->tokens.items[i];
        while (walk->sentence + 1 < a->sentences.count &&
               a->sentences.items[walk->sentence + 1].first_token <= i)
            walk->sentence++;
        if (token->kind != TOKEN_WORD || token->flags & (TOKEN_DIGIT | TOKEN_DOTTED | TOKEN_ITALIC)) continue;
        size_t first = a->sentences.count ? a->sentences.items[walk->sentence].first_token : 0;
        while (first < i && a->tokens.items[first].kind != TOKEN_WORD)
            first++;
        *starts = first == i || (i > 0 && a->tokens.items[i - 1].kind != TOKEN_WORD &&
                                 !token_is_mark(a, i - 1, ",") && !token_is_mark(a, i - 1, "-"));
        return i;
    }
    return SIZE_MAX;
}
