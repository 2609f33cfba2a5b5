#include "check/rules/compound_joint.h"

#include "base/utf8.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/phrases.h"
#include "language/spelling/speller.h"

/* Numbers of the counted news. */
enum {
    WORD_LEAST = 20, /* articles of the word before a particle */
    PAIR_LEAST = 30, /* places with both words apart, */
    PAIR_TIMES = 10, /* and so many times oftener than with a hyphen, */
    HYPHEN_MOST = 5, /* which fewer articles have: suami-istri, keluar-masuk are usage */
    HALF_LEAST = 3
};

static bool is_particle(struct slice text) {
    return slice_equal_text(text, "lah") || slice_equal_text(text, "kah");
}

size_t compound_find_particle(struct language *language, const struct analysis *a, size_t index,
                              struct str *right) {
    const struct token *token = &a->tokens.items[index], *next = word_after(a, index);
    if (token->flags & (TOKEN_UPPER | TOKEN_DIGIT | TOKEN_DOTTED)) return 0;
    if (!(token->flags & TOKEN_HYPHEN) && !(next && is_particle(token_word(a, index + 1)))) return 0;
    struct slice rest = a->forms.items[index]->folded->text;
    /* after KTP the hyphen is right */
    if (rest.len > 1 && token_word(a, index).data[1] != rest.data[1]) return 0;
    struct slice head = slice_cut(&rest, '-');
    bool hyphen = is_particle(rest);
    size_t tokens = hyphen ? 1 : next && is_particle(token_word(a, index + 1)) ? 2 : 0;
    bool known = tokens && (hyphen ? speller_look(language_speller(language), head) != WORD_UNKNOWN
                                   : frequency_of(language, head) >= WORD_LEAST);
    if (known && (hyphen || !rest.len)) {
        str_append(right, head);
        str_append(right, hyphen ? rest : token_word(a, index + 1));
    } else {
        tokens = 0;
    }
    return tokens;
}

size_t compound_find_joint(struct language *language, const struct analysis *a, size_t index,
                           struct str *right) {
    const struct token *token = &a->tokens.items[index];
    if (!(token->flags & TOKEN_HYPHEN) || token->kind != TOKEN_WORD || token->flags & TOKEN_UPPER) return 0;
    struct str word = {0};
    word_fold(&word, token_word(a, index));
    struct slice second = str_slice(&word), first = slice_cut(&second, '-');
    /* Tanda-tangan, but Soekarno-Hatta */
    if (second.len && token_word(a, index).data[first.len + 1] != second.data[0]) second.len = 0;
    size_t apart = first.len >= HALF_LEAST && second.len >= HALF_LEAST && !slice_equal(first, second)
                       ? frequency_of_pair(language, first, second)
                       : 0;
    size_t hyphened = frequency_of(language, str_slice(&word));
    bool joint = apart >= PAIR_LEAST && apart >= PAIR_TIMES * hyphened && hyphened < HYPHEN_MOST;
    if (joint) str_printf(right, "%.*s %.*s", SLICE_ARG(first), SLICE_ARG(second));
    str_free(&word);
    return joint ? 1 : 0;
}

size_t compound_find_prefix(struct language *language, const struct analysis *a, size_t index,
                            struct str *right) {
    const struct token *token = &a->tokens.items[index], *next = word_after(a, index);
    bool prefix = token_in(a, index, CLASS_BARE_PREFIX), word = token_in(a, index, CLASS_WORD_PREFIX);
    if (!(prefix || word) || !(token->flags & TOKEN_LOWER) || !next || !(next->flags & TOKEN_LOWER) ||
        next->end - next->start < HALF_LEAST)
        return 0;
    struct slice rest = token_word(a, index + 1);
    if (word && (frequency_of(language, rest) || frequency_of_lists(language, rest))) return 0;
    str_append(right, token_word(a, index));
    str_append(right, rest);
    bool known = frequency_of(language, str_slice(right)) >= WORD_LEAST;
    if (!known) str_clear(right);
    return known ? 2 : 0;
}
