#include "check/rules/unknown_piece.h"

#include "base/utf8.h"
#include "language/sentence/words.h"
#include "language/spelling/speller.h"

/* **T**ransfer: only a part of the word; "belanja dengan aplik...": where a site cut it off. */
static bool is_cut(const struct analysis *a, size_t i) {
    size_t at = a->tokens.items[i].start;
    while (at > 0 && a->text.data[at - 1] == '*')
        at--;
    bool part =
        at < a->tokens.items[i].start && at > 0 && rune_is_letter((unsigned char)a->text.data[at - 1]);
    bool last = i + 2 >= a->tokens.count && token_is_joined(a, i + 1);
    return part || (last && (slice_starts(token_word(a, i + 1), SLICE("..")) ||
                             slice_equal_text(token_word(a, i + 1), "…")));
}

static bool is_known_with(struct language *language, const struct analysis *a, size_t first,
                          const char *between, size_t second) {
    struct str whole = {0};
    str_printf(&whole, "%.*s%s%.*s", SLICE_ARG(a->forms.items[first]->small->text), between,
               SLICE_ARG(a->forms.items[second]->small->text));
    bool known = speller_look(language_speller(language), str_slice(&whole)) != WORD_UNKNOWN;
    str_free(&whole);
    return known;
}

/* kolang - kaling, kehitam - hitaman: blanks about the hyphen of a word; typography.hyphen takes them out.
 * kelu - rahan: a word that was parted at the end of a line. */
static bool is_half(struct language *language, const struct analysis *a, size_t i) {
    for (size_t k = 0; k < 2; k++) {
        size_t first = k ? i - 2 : i; /* before the first: no token */
        if (token_is_mark(a, first + 1, "-") && token_form(a, first) && token_form(a, first + 2) &&
            (is_known_with(language, a, first, "-", first + 2) ||
             is_known_with(language, a, first, "", first + 2)))
            return true;
    }
    return false;
}

/* #jagadesa: after a sign, without a space, it is a part of something. */
static bool is_after_sign(const struct analysis *a, size_t i) {
    return token_is_joined(a, i) &&
           (token_is_kind(a, i - 1, TOKEN_SYMBOL) || token_is_kind(a, i - 1, TOKEN_OPAQUE));
}

bool unknown_is_piece(const struct check_context *context, const struct analysis *a, size_t i) {
    return is_after_sign(a, i) || is_cut(a, i) || is_half(context->language, a, i);
}
