#include "language/spelling/beside.h"

#include "language/lexicon/frequency.h"

#include <math.h>

/* Of 5.1 million words of news, which count three times, and 11.2 million of regulations. */
static const double ALL_WORDS = 26.5e6;
/* What is believed of three words, of two, and the rest of one. Set by hand, not fitted. */
static const double OF_THREE = 0.5, OF_TWO = 0.85;
/* A word never counted is as likely as half of one counted once. */
static const double UNSEEN = 0.5;

/* Token i in small letters; NULL when it is no word. What numbers stand beside says little: 25 kg of
 * anything. */
static struct word *small_at(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_WORD) ? a->forms.items[i]->small : NULL;
}

void beside_make(struct beside *beside, const struct analysis *a, size_t i) {
    *beside = (struct beside){.before = {small_at(a, i - 1)}, .after = {small_at(a, i + 1)}};
    if (beside->before[0]) beside->before[1] = small_at(a, i - 2);
    if (beside->after[0]) beside->after[1] = small_at(a, i + 2);
}

static double written(struct language *language, struct word *word) {
    return word ? frequency_tables(language, word)->forms[FORM_ALL] : 0;
}

void beside_load(struct beside *beside, struct language *language) {
    beside->after_two = frequency_row_of_two(language, beside->before[1], beside->before[0]);
    beside->one = written(language, beside->before[0]);
    beside->two = frequency_beside(language, beside->before[1], beside->before[0]);
    beside->next = written(language, beside->after[0]);
}

struct between beside_put(struct language *language, const struct beside *beside, struct word *word) {
    return (struct between){.word = word,
                            .before = frequency_beside(language, beside->before[0], word),
                            .after = frequency_beside(language, word, beside->after[0])};
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
    double count = written(language, between->word);
    struct word *next = beside->after[0], *last = beside->after[1];
    struct belief here = {frequency_in_row_of_two(language, beside->after_two, between->word),
                          between->before,
                          count,
                          beside->two,
                          beside->one,
                          beside->before[0] != NULL};
    double likely = log10(believe(&here));
    if (!next) return likely;
    struct slice row = frequency_row_of_two(language, beside->before[0], between->word);
    struct belief after = {frequency_in_row_of_two(language, row, next),
                           between->after,
                           beside->next,
                           between->before,
                           count,
                           true};
    likely += log10(believe(&after));
    if (!last) return likely;
    struct slice two = frequency_row_of_two(language, between->word, next);
    struct belief then = {frequency_in_row_of_two(language, two, last),
                          frequency_beside(language, next, last),
                          written(language, last),
                          between->after,
                          beside->next,
                          true};
    return likely + log10(believe(&then));
}

double beside_expected(double one, double other) {
    return one * other / ALL_WORDS;
}

double beside_proof(struct language *language, const struct analysis *a, size_t i, struct word *other) {
    struct beside beside;
    beside_make(&beside, a, i);
    beside_load(&beside, language);
    struct between here = beside_put(language, &beside, a->forms.items[i]->small),
                   there = beside_put(language, &beside, other);
    return beside_likelihood(language, &beside, &there) - beside_likelihood(language, &beside, &here);
}
