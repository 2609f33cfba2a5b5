#include "check/rules/capital_title.h"

enum {
    SHORTEST = 3,       /* words */
    LONGEST = 16,       /* of a title; a paragraph that only lacks its full stop is longer */
    BRACKETS_REACH = 14 /* tokens back from a word to the bracket it stands in */
};

/* More than half of the words have a capital. */
static bool is_titled(const struct capital_reader *r, size_t first, size_t end) {
    size_t words = 0, capitals = 0;
    for (size_t i = first; i < end && i < r->a->tokens.count; i++)
        if (token_is_kind(r->a, i, TOKEN_WORD)) {
            words++;
            capitals += token_is_capital(r->a, i);
        }
    return words >= SHORTEST && words <= LONGEST && capitals * 2 > words;
}

/* Pemberian Penghargaan kepada Kader Desa */
static bool in_line(const struct capital_reader *r) {
    size_t count = r->a->tokens.count;
    return r->a->sentences.count == 1 && !token_is_mark(r->a, count - 1, ".?!:\"") && is_titled(r, 0, count);
}

/* Seminar "Menguak Peran Kader di Nagari" */
static bool in_quotation(const struct capital_reader *r, size_t i) {
    const struct token *t = token_at(r->a, i);
    vec_each(const struct quotation, q, &r->a->quotations)
        if (q->start <= t->start && t->end <= q->end) {
            size_t first = vec_before(const struct token, k, &r->a->tokens, k->start < q->inner_start);
            size_t end = vec_before(const struct token, k, &r->a->tokens, k->start < q->inner_end);
            return is_titled(r, first, end) && !token_is_mark(r->a, end - 1, ",.?!");
        }
    return false;
}

/* (Perdamaian, Keadilan, dan Lembaga yang Kuat) */
static bool in_brackets(const struct capital_reader *r, size_t i) {
    for (size_t k = i; k-- > 0 && k + BRACKETS_REACH > i;) {
        if (token_is_mark(r->a, k, ")")) return false;
        if (!token_is_mark(r->a, k, "(")) continue;
        size_t end = i;
        while (end < r->a->tokens.count && end < i + BRACKETS_REACH && !token_is_mark(r->a, end, ")"))
            end++;
        return token_is_capital(r->a, k + 1) && is_titled(r, k + 1, end);
    }
    return false;
}

bool capital_in_title(const struct capital_reader *r, size_t i) {
    return in_line(r) || in_quotation(r, i) || in_brackets(r, i);
}
