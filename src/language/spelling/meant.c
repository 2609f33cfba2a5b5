#include "language/spelling/meant.h"

#include "base/utf8.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/beside.h"
#include "language/spelling/slips.h"

#include <stdlib.h>

enum {
    SEEN = 6,             /* beside a neighbour: two articles of news */
    SEEN_WELL = 12,       /* beside one of the two: nothing to ask */
    WRITTEN_MOST = 20000, /* commoner words stand beside anything */
    COMMON = 10,          /* articles that have the candidate */
    SHORTEST = 3,
    LONGEST = 40
};

/*
 * How much likelier, in powers of ten. Chosen while reading what is found in articles of the press and drafts
 * of offices; as good as that.
 */
static const double NAME_BOTH = 4.5, NAME_SHORT = 7.0, NAME_ONE = 5.7;
static const double AGENT = 7.5, RARE = 5.8, USUAL = 6.5, ONE_SIDE = 7.0;
enum {
    NAME_SHORTEST = 6,
    NAME_LONG = 7,
    NAME_PAIRS = 15,
    RARE_WRITTEN = 1000,
    NEVER_WRITTEN = 2,
    ONE_SIDE_PAIRS = 50,
    ONE_SIDE_SHORTEST = 5
};

struct meant_search {
    struct language *language;
    struct beside beside;
    struct slice word;
    double likelihood;
    bool all_sides; /* the word exists: another must be seen wherever it could be */
    struct meant *meant;
};

static void weigh(struct meant_search *s, struct slice other, enum slip slip) {
    if (slice_equal(other, s->word)) return;
    if (s->all_sides && !s->meant->open_before && !frequency_in_row(s->beside.behind_one, other)) return;
    struct between between = beside_put(s->language, &s->beside, other);
    if (s->all_sides && !between.after && !s->meant->open_after) return;
    if (!between.before && !between.after) return;
    double proof = beside_likelihood(s->language, &s->beside, &between) - s->likelihood;
    if (proof <= 0 || (s->meant->word && proof <= s->meant->proof)) return;
    free(s->meant->word);
    s->meant->word = slice_copy(other);
    s->meant->proof = proof;
    s->meant->slip = slip;
    s->meant->before = between.before;
    s->meant->after = between.after;
}

/* Another prefix is another form of the same word, not a slip: pencegah, mencegah. */
static bool is_other_prefix(struct slice a, struct slice b) {
    return a.len == b.len && a.data[0] != b.data[0] && strchr("mp", a.data[0]) && strchr("mp", b.data[0]);
}

static void weigh_letters(struct meant_search *s) {
    for (struct slice near = near_words(s->language, s->word); near.len;) {
        struct slice other = slice_cut(&near, ' ');
        if (!is_other_prefix(s->word, other) && frequency_of(s->language, other) >= COMMON)
            weigh(s, other, SLIP_LETTER);
    }
}

static void weigh_agent(struct meant_search *s) {
    if (!slice_starts(s->word, SLICE("pe"))) return;
    struct str longer = {0};
    str_printf(&longer, "%.*san", SLICE_ARG(s->word));
    if (frequency_of(s->language, str_slice(&longer)) >= COMMON) weigh(s, str_slice(&longer), SLIP_AGENT);
    str_free(&longer);
}

static void search(struct meant_search *s) {
    s->meant->written = frequency_of_form(s->language, s->word, FORM_ALL);
    if (s->meant->written > WRITTEN_MOST) return;
    beside_begin(&s->beside, s->language);
    uint32_t before = frequency_in_row(s->beside.behind_one, s->word);
    if (before >= SEEN_WELL) return;
    struct between between = beside_put(s->language, &s->beside, s->word);
    uint32_t after = between.after;
    s->meant->open_before = !s->beside.before[0].len;
    s->meant->open_after = !s->beside.after[0].len;
    if ((before >= SEEN || s->meant->open_before) && (after >= SEEN || s->meant->open_after)) return;
    if (after >= SEEN_WELL) return;
    beside_load(&s->beside, s->language);
    s->all_sides = s->meant->written > NEVER_WRITTEN;
    s->likelihood = beside_likelihood(s->language, &s->beside, &between);
    weigh_letters(s);
    weigh_agent(s);
}

bool meant_find(struct language *language, const struct analysis *a, size_t i, struct meant *meant) {
    *meant = (struct meant){0};
    struct slice text = token_word(a, i);
    if (text.len < SHORTEST || text.len > LONGEST) return false;
    struct str word = {0};
    str_append_lower(&word, text);
    struct meant_search s = {.language = language, .word = str_slice(&word), .meant = meant};
    beside_make(&s.beside, a, i);
    search(&s);
    beside_free(&s.beside);
    str_free(&word);
    return meant->word != NULL;
}

double meant_proof(struct language *language, const struct analysis *a, size_t i, struct slice other) {
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

void meant_free(struct meant *meant) {
    free(meant->word);
    *meant = (struct meant){0};
}

static bool is_seen_on_both(const struct meant *meant) {
    return meant->before && meant->after;
}

static bool is_seen_on_all(const struct meant *meant) {
    return (meant->before || meant->open_before) && (meant->after || meant->open_after);
}

bool meant_is_no_name(const struct meant *meant, struct slice word) {
    if (word.len < NAME_SHORTEST) return false;
    if (is_seen_on_both(meant)) return meant->proof >= (word.len < NAME_LONG ? NAME_SHORT : NAME_BOTH);
    return word.len >= NAME_LONG && meant->proof >= NAME_ONE &&
           (meant->before >= NAME_PAIRS || meant->after >= NAME_PAIRS);
}

bool meant_is_sure(const struct meant *meant, struct slice word) {
    /* a form that nobody writes, beside a word that asks for the other */
    if (meant->written <= NEVER_WRITTEN && word.len >= NAME_LONG && meant->proof >= ONE_SIDE &&
        (meant->before >= ONE_SIDE_PAIRS || meant->after >= ONE_SIDE_PAIRS))
        return true;
    if (!is_seen_on_all(meant)) return false;
    if (!is_seen_on_both(meant)) return word.len >= ONE_SIDE_SHORTEST && meant->proof >= ONE_SIDE;
    if (meant->slip == SLIP_AGENT) return meant->proof >= AGENT;
    return meant->proof >= (meant->written <= RARE_WRITTEN ? RARE : USUAL);
}
