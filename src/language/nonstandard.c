#include "language/nonstandard.h"

#include "language/affixes.h"
#include "language/frequency.h"

enum { ROOT_MIN = 4, MUCH_COMMONER = 5, MELTED_MIN = 9 };

/* A word of nonstandard.tsv that stands for itself in every form. */
static bool root_replace(void *context, struct slice root, struct slice *other) {
    struct slice fields;
    if (root.len < ROOT_MIN || !language_begins(context, LEXICON_NONSTANDARD, root)) return false;
    if (!lexicon_find(language_lexicon(context, LEXICON_NONSTANDARD), root, &fields)) return false;
    *other = lexicon_field(fields, 0);
    return other->len > 1 && other->data[0] >= 'a' && other->data[0] <= 'z' &&
           slice_find_byte(*other, ' ', 0) == SIZE_MAX &&
           !slice_equal_text(lexicon_field(fields, 1), "undotted");
}

/* A clitic stands behind any noun, attested or not. */
static bool is_clitic_form(struct slice word, struct slice right) {
    static const char *const clitics[] = {"nya", "lah", "kah", "ku", "mu"};
    if (word.len < ROOT_MIN + 3 || right.data[0] != word.data[0]) return false;
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++)
        if (slice_ends(word, slice_of(clitics[i])) && slice_ends(right, slice_of(clitics[i]))) return true;
    return false;
}

static bool find_inflected(struct language *language, struct slice word, struct str *right) {
    size_t from = right->len;
    if (!affixes_move(word, root_replace, language, right)) return false;
    struct slice made = slice_range(str_slice(right), from, right->len);
    size_t here = frequency_of(language, word), there = frequency_of(language, made);
    if (!slice_equal(made, word) && (there || (!here && is_clitic_form(word, made))) && here <= 3 * there + 2)
        return true;
    right->len = from;
    return false;
}

/* Appends what rule makes of word, and keeps it only when that is attested and far commoner. */
static bool keep_commoner(struct language *language, struct slice word, struct str *right, size_t from) {
    size_t here = frequency_of(language, word);
    size_t there = frequency_of(language, slice_range(str_slice(right), from, right->len));
    if (there >= 3 && there >= MUCH_COMMONER * here) return true;
    right->len = from;
    return false;
}

static bool find_melted(struct language *language, struct slice word, struct str *right) {
    static const char *const forms[] = {"mengk", "mens", "ment", "memp"};
    size_t from = right->len;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct slice form = slice_of(forms[i]);
        if (!slice_starts(word, form) || word.len < MELTED_MIN || !strchr("aiueo", word.data[form.len]))
            continue;
        nasal_append(right, 'm', slice_range(word, form.len - 1, word.len));
        return keep_commoner(language, word, right, from);
    }
    return false;
}

static bool find_single_k(struct language *language, struct slice word, struct str *right) {
    struct slice tail = SLICE("kan");
    if (!slice_ends(word, tail) || word.len < 7) return false;
    bool verb = slice_starts(word, SLICE("me")) || slice_starts(word, SLICE("di"));
    if (!verb || !strchr("aiueo", word.data[word.len - 4])) return false;
    size_t from = right->len;
    str_append(right, slice_range(word, 0, word.len - 2));
    str_append_text(right, "kan");
    return keep_commoner(language, word, right, from);
}

static bool find_ifitas(struct language *language, struct slice word, struct str *right) {
    size_t at = slice_find(word, SLICE("ifitas"), 0), from = right->len;
    if (at == SIZE_MAX || at < 3) return false;
    str_append(right, slice_range(word, 0, at));
    str_append_text(right, "ivitas");
    str_append(right, slice_range(word, at + strlen("ifitas"), word.len));
    return keep_commoner(language, word, right, from);
}

bool nonstandard_find(struct language *language, struct slice word, struct str *right) {
    if (word.len < ROOT_MIN + 1) return false;
    return find_inflected(language, word, right) || find_ifitas(language, word, right) ||
           find_melted(language, word, right) || find_single_k(language, word, right);
}
