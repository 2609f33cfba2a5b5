#include "language/spelling/beside.h"

#include "base/utf8.h"
#include "language/lexicon/frequency.h"

#include <math.h>

/* Of 5.1 million words of news, which count three times, and 11.2 million of regulations. */
static const double ALL_WORDS = 26.5e6;
/* What is believed of three words, of two, and the rest of one. Set by hand, not fitted. */
static const double OF_THREE = 0.5, OF_TWO = 0.85;
/* A word never counted is as likely as half of one counted once. */
static const double UNSEEN = 0.5;

/* Appends the token in small letters; false when it is no word. What numbers stand beside says little: 25 kg
 * of anything. */
static bool append_token(struct str *bytes, const struct analysis *a, size_t i) {
    if (!token_is_kind(a, i, TOKEN_WORD)) return false;
    str_append_lower(bytes, token_word(a, i));
    return true;
}

void beside_make(struct beside *beside, const struct analysis *a, size_t i) {
    *beside = (struct beside){0};
    size_t ends[4] = {0};
    bool on = true;
    for (size_t k = 0; k < 2; k++) {
        on = on && append_token(&beside->bytes, a, i - 1 - k);
        ends[k] = beside->bytes.len;
    }
    on = true;
    for (size_t k = 0; k < 2; k++) {
        on = on && append_token(&beside->bytes, a, i + 1 + k);
        ends[2 + k] = beside->bytes.len;
    }
    struct slice all = str_slice(&beside->bytes);
    beside->before[0] = slice_range(all, 0, ends[0]);
    beside->before[1] = slice_range(all, ends[0], ends[1]);
    beside->after[0] = slice_range(all, ends[1], ends[2]);
    beside->after[1] = slice_range(all, ends[2], ends[3]);
}

void beside_begin(struct beside *beside, struct language *language) {
    beside->behind_one = frequency_row(language, beside->before[0]);
}

void beside_load(struct beside *beside, struct language *language) {
    beside->behind_two = frequency_row_of_two(language, beside->before[1], beside->before[0]);
    beside->one = frequency_of_form(language, beside->before[0], FORM_ALL);
    beside->two = frequency_in_row(frequency_row(language, beside->before[1]), beside->before[0]);
    beside->next = frequency_of_form(language, beside->after[0], FORM_ALL);
}

void beside_free(struct beside *beside) {
    str_free(&beside->bytes);
}

struct between beside_put(struct language *language, const struct beside *beside, struct slice word) {
    struct between between = {.word = word, .before = frequency_in_row(beside->behind_one, word)};
    if (beside->after[0].len) between.row = frequency_row(language, word);
    between.after = frequency_in_row(between.row, beside->after[0]);
    return between;
}

/* What is believed of three words, two and one, from how often each and what it begins with were counted. */
struct belief {
    double three, two, one;      /* the words */
    double first_two, first_one; /* those before the last of them; 0: never counted */
    bool pair;                   /* a word stands before it */
};

static double believe(const struct belief *b) {
    double likely = fmax(UNSEEN, b->one) / ALL_WORDS;
    if (b->pair)
        likely = OF_TWO * fmin(1, b->first_one > 0 ? b->two / b->first_one : 0) + (1 - OF_TWO) * likely;
    if (b->first_two > 0) likely = OF_THREE * fmin(1, b->three / b->first_two) + (1 - OF_THREE) * likely;
    return likely;
}

double beside_likelihood(struct language *language, const struct beside *beside,
                         const struct between *between) {
    double written = frequency_of_form(language, between->word, FORM_ALL);
    struct belief here = {frequency_in_row_of_two(beside->behind_two, between->word),
                          between->before,
                          written,
                          beside->two,
                          beside->one,
                          beside->before[0].len > 0};
    double likely = log10(believe(&here));
    if (!beside->after[0].len) return likely;
    struct slice row = frequency_row_of_two(language, beside->before[0], between->word);
    struct belief next = {frequency_in_row_of_two(row, beside->after[0]),
                          between->after,
                          beside->next,
                          between->before,
                          written,
                          true};
    likely += log10(believe(&next));
    if (!beside->after[1].len) return likely;
    struct slice last = beside->after[1],
                 two = frequency_row_of_two(language, between->word, beside->after[0]);
    struct belief then = {frequency_in_row_of_two(two, last),
                          frequency_in_row(frequency_row(language, beside->after[0]), last),
                          frequency_of_form(language, last, FORM_ALL),
                          between->after,
                          beside->next,
                          true};
    return likely + log10(believe(&then));
}

double beside_proof(struct language *language, const struct analysis *a, size_t i, struct slice other) {
    struct beside beside;
    struct str word = {0};
    str_append_lower(&word, token_word(a, i));
    beside_make(&beside, a, i);
    beside_begin(&beside, language);
    beside_load(&beside, language);
    struct between here = beside_put(language, &beside, str_slice(&word)),
                   there = beside_put(language, &beside, other);
    double proof = beside_likelihood(language, &beside, &there) - beside_likelihood(language, &beside, &here);
    beside_free(&beside);
    str_free(&word);
    return proof;
}
