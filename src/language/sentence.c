#include "base/utf8.h"
#include "language/analysis.h"

static bool is_end_mark(struct slice t) {
    return t.len && strchr(".?!", t.data[0]) != NULL;
}

static bool is_closing(struct slice t) {
    return slice_equal_text(t, "\"") || slice_equal_text(t, "”") || slice_equal_text(t, "’") ||
           slice_equal_text(t, ")") || slice_equal_text(t, "]") || slice_equal_text(t, "'");
}

/* A dot behind an abbreviation or an initial ends no sentence. */
static bool is_abbreviation(const struct analysis *a, struct language *language, size_t token) {
    if (token == 0 || a->text.data[a->tokens.items[token].start] != '.') return false;
    const struct token *before = &a->tokens.items[token - 1];
    if (before->kind != TOKEN_WORD || before->end != a->tokens.items[token].start) return false;
    if (before->end - before->start == 1 && before->flags & TOKEN_CAPITAL) return true;
    return language_has(language, LEXICON_ABBREVIATIONS, token_text(a, before));
}

static void add(struct analysis *a, size_t first, size_t end) {
    if (first >= end) return;
    vec_push(&a->sentences, (struct sentence){.start = a->tokens.items[first].start,
                                              .end = a->tokens.items[end - 1].end,
                                              .first_token = (uint32_t)first,
                                              .tokens = (uint32_t)(end - first)});
}

/* First version: an end mark, closing marks, space, and no small letter behind. */
void sentences_find(struct analysis *a, struct language *language) {
    size_t first = 0;
    for (size_t i = 0; i < a->tokens.count; i++) {
        if (a->tokens.items[i].kind != TOKEN_PUNCTUATION || !is_end_mark(token_text(a, &a->tokens.items[i])))
            continue;
        if (is_abbreviation(a, language, i)) continue;
        size_t next = i + 1;
        while (next < a->tokens.count && !(a->tokens.items[next].flags & TOKEN_SPACE_BEFORE) &&
               is_closing(token_text(a, &a->tokens.items[next])))
            next++;
        if (next < a->tokens.count && (!(a->tokens.items[next].flags & TOKEN_SPACE_BEFORE) ||
                                       a->tokens.items[next].flags & TOKEN_LOWER))
            continue;
        add(a, first, next);
        first = next;
        i = next - 1;
    }
    add(a, first, a->tokens.count);
}
