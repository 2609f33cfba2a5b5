#include "language/lexicon/frequency.h"
#include "language/spelling/speller_state.h"

enum {
    LOAN_SHORTEST = 6, /* letters of a loan before or after such a part */
    COMPOUND_PART = 3, /* letters of each part of a compound */
    WEIGHT_DICTIONARY = 1,
    WEIGHT_GOVERNMENT = 100
};

/* An entry of hunspell's, or a word of the press that hunspell does not derive from one. */
static bool is_root(struct speller *speller, struct slice word) {
    struct wordbook *book = speller_indonesian(speller);
    return wordbook_has_entry(book, word) ||
           (speller_is_attested(speller, word) && !wordbook_has(book, word));
}

/* Loans that are formed of loans: realokasi, konstitusionalitas, urbanisasi. */
unsigned speller_weigh_loan(struct speller *speller, struct slice word) {
    static const char *const fronts[] = {"re", "de", "dis", "ko"}, *const ends[] = {"isasi", "itas", "isme",
                                                                                    "wan"};
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
        struct slice front = slice_of(fronts[i]);
        if (slice_starts(word, front) && word.len >= front.len + LOAN_SHORTEST &&
            is_root(speller, slice_range(word, front.len, word.len)))
            return WEIGHT_DICTIONARY;
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct slice end = slice_of(ends[i]);
        if (slice_ends(word, end) && word.len >= end.len + LOAN_SHORTEST - 1 &&
            is_root(speller, slice_range(word, 0, word.len - end.len)))
            return WEIGHT_DICTIONARY;
    }
    return 0;
}

static unsigned weigh_root(struct speller *speller, struct slice word) {
    const struct own_word *own = speller_own(speller, word);
    if (own) return own->example ? WEIGHT_GOVERNMENT : 0;
    if (speller_is_government(speller, word)) return WEIGHT_GOVERNMENT;
    if (is_root(speller, word)) return WEIGHT_DICTIONARY + (unsigned)frequency_of(speller->language, word);
    return speller_weigh_loan(speller, word);
}

static unsigned root_weight(void *by, struct slice word) {
    struct speller *speller = by;
    const uintptr_t *known = map_get(&speller->roots, word);
    if (known) return (unsigned)*known;
    unsigned weight = weigh_root(speller, word);
    *map_put(&speller->roots, word) = weight;
    return weight;
}

bool speller_is_word(struct speller *speller, struct slice word) {
    return word.len > 2 &&
           (speller_own(speller, word) || speller_is_government(speller, word) ||
            speller_is_attested(speller, word) || wordbook_has(speller_indonesian(speller), word));
}

static bool is_word(void *by, struct slice word) {
    return speller_is_word(by, word);
}

/* latarbelakang: both words stand side by side in the press, or in the dictionary. */
static bool is_compound(void *by, struct slice word) {
    struct speller *speller = by;
    struct str pair = {0};
    bool found = false;
    for (size_t i = COMPOUND_PART; i + COMPOUND_PART <= word.len && !found; i++) {
        struct slice left = slice_range(word, 0, i), right = slice_range(word, i, word.len);
        str_clear(&pair);
        str_printf(&pair, "%.*s %.*s", SLICE_ARG(left), SLICE_ARG(right));
        found = frequency_of_pair(speller->language, left, right) ||
                speller_is_government(speller, str_slice(&pair));
    }
    str_free(&pair);
    return found;
}

bool speller_analyse(struct speller *speller, struct slice word, struct word_form *form) {
    struct morphology morphology = {root_weight, is_word, is_compound, speller};
    return morphology_analyse(&morphology, word, form);
}
