#include "check/rule.h"
#include "check/rules/messages.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"

/*
 * fact.abbreviation: a name and the short form after it in brackets that do not fit: "badan nasional
 * penanggulangan bencana (BNBP)". Silent where the letters of the short form stand in the name in their order
 * (TVRI), and where more is amiss than one letter or their order (WHO): then it is of another language, or of
 * a name that stands elsewhere.
 */
enum {
    NAME_TOKENS = 9,
    SHORT_LEAST = 3,
    SHORT_MOST = 7,
    ODD_LEAST = 4, /* letters of a short form one of which may be amiss: three have too little else */
    LETTERS = 512
};

struct long_form {
    char letters[LETTERS]; /* of all its words, small */
    size_t count;
    char initials[NAME_TOKENS * 2 + 1]; /* of its words, but for those that no short form counts */
    size_t words;
};

/* False: it has a letter that is no ASCII letter, or a word of another language. */
static bool add_word(const struct check_context *context, const struct analysis *a, size_t i,
                     struct long_form *form) {
    struct str word = {0};
    word_fold(&word, token_word(a, i));
    bool counts = !token_in(a, i, CLASS_UNABBREVIATED), begins = true;
    bool ours = form->count + word.len < LETTERS && !word_is_english(context->language, str_slice(&word));
    for (size_t k = 0; k < word.len && ours; k++) {
        char letter = word.data[k];
        ours = letter == '-' || (letter >= 'a' && letter <= 'z');
        if (letter != '-') form->letters[form->count++] = letter;
        if (letter != '-' && begins && counts && form->words + 1 < sizeof form->initials)
            form->initials[form->words++] = letter;
        begins = letter == '-';
    }
    str_free(&word);
    return ours;
}

static bool read_form(const struct check_context *context, const struct analysis *a, size_t first, size_t end,
                      struct long_form *form) {
    *form = (struct long_form){0};
    for (size_t i = first; i < end; i++)
        if (!add_word(context, a, i, form)) return false;
    return form->count > 0;
}

/* The letters of the short form stand in the name, in their order, the first at its beginning. */
static bool fits(const struct long_form *form, struct slice shortened) {
    size_t met = 0;
    if (form->letters[0] != shortened.data[0]) return false;
    for (size_t i = 0; i < form->count && met < shortened.len; i++)
        met += form->letters[i] == shortened.data[met];
    return met == shortened.len;
}

static size_t count_of(const char *letters, size_t count, char letter) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += letters[i] == letter;
    return found;
}

static bool is_reordered(const struct long_form *form, struct slice shortened) {
    bool same = form->words == shortened.len && form->words >= SHORT_LEAST;
    for (size_t i = 0; i < shortened.len && same; i++)
        same = count_of(form->initials, form->words, shortened.data[i]) ==
               count_of(shortened.data, shortened.len, shortened.data[i]);
    return same;
}

/* One letter is another, or one more than the words of the name; not before them, where a comma may have cut
 * the name: Kependudukan, Keluarga Berencana, dan Pembangunan Keluarga. */
static bool is_one_off(const struct long_form *form, struct slice shortened) {
    if (shortened.len < ODD_LEAST || form->words < SHORT_LEAST) return false;
    size_t head = 0, tail = 0, words = form->words, len = shortened.len;
    if (words + 1 == len && memcmp(form->initials, shortened.data + 1, words) == 0) return false;
    while (head < words && form->initials[head] == shortened.data[head])
        head++;
    while (tail < words - head && form->initials[words - 1 - tail] == shortened.data[len - 1 - tail])
        tail++;
    return head > 0 && head + tail + (words == len) >= words && words <= len && words + 1 >= len;
}

/* The first token of a name that nearly fits the short form; SIZE_MAX when one fits, or none nearly does. */
static size_t misfit(const struct check_context *context, const struct analysis *a, size_t bracket,
                     struct slice shortened) {
    size_t found = SIZE_MAX;
    for (size_t first = bracket; first-- > 0 && bracket - first <= NAME_TOKENS;) {
        struct long_form form;
        if (!token_is_kind(a, first, TOKEN_WORD)) break;
        if (token_in(a, first, CLASS_FIRM)) return SIZE_MAX;
        if (!read_form(context, a, first, bracket, &form)) return SIZE_MAX;
        if (form.letters[0] != shortened.data[0]) continue;
        if (token_in(a, first - 1, CLASS_FIRM)) return SIZE_MAX; /* PT Sri Rejeki Isman (SRIL) */
        if (fits(&form, shortened)) return SIZE_MAX;
        if (is_reordered(&form, shortened) || is_one_off(&form, shortened)) found = first;
    }
    return found;
}

static void check_at(const struct check_context *context, const struct analysis *a, size_t bracket,
                     struct findings *out) {
    struct slice word = token_word(a, bracket + 1);
    uint16_t flags = a->tokens.items[bracket + 1].flags;
    bool shortened = token_is_kind(a, bracket + 1, TOKEN_WORD) && flags & TOKEN_UPPER &&
                     !(flags & (TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_DOTTED)) && token_is(a, bracket + 2, ")");
    if (!shortened || word.len < SHORT_LEAST || word.len > SHORT_MOST) return;
    struct str small = {0};
    word_fold(&small, word);
    size_t first = misfit(context, a, bracket, str_slice(&small));
    str_free(&small);
    if (first == SIZE_MAX) return;
    struct finding *finding = finding_add(out, RULE_FACT_ABBREVIATION, a->tokens.items[first].start,
                                          a->tokens.items[bracket + 2].end);
    finding_say(finding, context->lang, FACT_ABBREVIATION, SLICE_ARG(word),
                SLICE_ARG(token_range(a, first, bracket)));
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 1; i + 2 < a->tokens.count; i++)
        if (token_is(a, i, "(")) check_at(context, a, i, out);
}

const struct check check_of_short_form = {.block = check_block};
