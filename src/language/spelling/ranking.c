#include "language/spelling/ranking.h"

#include "language/lexicon/frequency.h"
#include "language/sentence/phrases.h"
#include "language/spelling/beside.h"
#include "language/spelling/word_index.h"

#include <math.h>

enum {
    SEEN = 6, /* beside a neighbour, as frequency_in_row() counts: two places of news */
    NEAR = 3, /* words */
    LONGEST = 40
};

enum neighbour {
    NEIGHBOUR_NONE,
    NEIGHBOUR_MARK,
    NEIGHBOUR_NUMBER,
    NEIGHBOUR_SMALL,
    NEIGHBOUR_CAPITAL,
    NEIGHBOUR_UPPER
};

struct ranking_place {
    struct language *language;
    const struct analysis *a;
    size_t i;
    struct word *word;
    struct beside beside;
    struct between here;
    double likelihood;
    const struct word_table *draft;
    const struct rivals *rivals;
    bool filled;
    float common[FEATURE_COUNT]; /* what is the same for all rivals, when filled */
};

static float logarithm(double count) {
    return (float)log1p(count);
}

static float neighbour_at(const struct analysis *a, size_t i) {
    if (i >= a->tokens.count) return NEIGHBOUR_NONE;
    const struct token *token = &a->tokens.items[i];
    if (token->kind == TOKEN_NUMBER) return NEIGHBOUR_NUMBER;
    if (token->kind != TOKEN_WORD) return NEIGHBOUR_MARK;
    if (token->flags & TOKEN_UPPER) return NEIGHBOUR_UPPER;
    return token->flags & TOKEN_CAPITAL ? NEIGHBOUR_CAPITAL : NEIGHBOUR_SMALL;
}

static float written_at(const struct analysis *a, size_t i) {
    if (a->tokens.items[i].flags & TOKEN_UPPER) return 2;
    if (!(a->tokens.items[i].flags & TOKEN_CAPITAL)) return 0;
    return token_opens(a, i) ? 3 : 1;
}

/* Which of the parts the word has, from 1; 0: none. */
static float part_of(struct slice word, const char *const parts[], size_t count, bool end) {
    for (size_t i = 0; i < count; i++)
        if ((end ? slice_ends : slice_starts)(word, slice_of(parts[i]))) return (float)(i + 1);
    return 0;
}

static float times_in(const struct word_table *draft, const struct word *word) {
    return draft ? (float)word_table_get(draft, word) : 0;
}

/* How much seldomer two words stand beside each other than if words stood anywhere. */
static float missed(double one, double other, double seen) {
    return logarithm(beside_expected(one, other)) - logarithm(seen);
}

/* Of what stands beside a word, how much is the other: the logarithm. */
static float share(double seen, double written) {
    return (float)log((seen + 0.5) / (written + 1));
}

static void fill_common(struct ranking_place *place) {
    static const char *const endings[] = {"kan", "an", "i", "nya"}, *const beginnings[] = {"me",  "di", "ber",
                                                                                           "ter", "pe", "ke",
                                                                                           "se"};
    const struct analysis *a = place->a;
    size_t i = place->i;
    struct slice word = place->word->text;
    const struct word_tables *tables = frequency_tables(place->language, place->word);
    float *f = place->common;
    place->filled = true;
    f[FEATURE_BEFORE_WORD] = logarithm(place->here.before);
    f[FEATURE_WORD_AFTER] = logarithm(place->here.after);
    f[FEATURE_WORD] = logarithm(tables->forms[FORM_ALL]);
    f[FEATURE_WORD_DOCUMENTS] = logarithm(tables->counts.documents);
    f[FEATURE_WRITTEN] = written_at(a, i);
    f[FEATURE_LENGTH] = (float)word.len;
    f[FEATURE_WORD_IN_DRAFT] = times_in(place->draft, place->word);
    f[FEATURE_LISTS] = (float)tables->lists;
    f[FEATURE_NAMED] = logarithm(tables->forms[FORM_NEWS_CAPITAL]) - logarithm(tables->forms[FORM_SMALL]);
    f[FEATURE_LEFT] = neighbour_at(a, i - 1);
    f[FEATURE_RIGHT] = neighbour_at(a, i + 1);
    f[FEATURE_ENGLISH] = tables->counts.english ? (tables->counts.indonesian ? 1 : 2) : 0;
    f[FEATURE_BEFORE] = logarithm(place->beside.one);
    f[FEATURE_AFTER] = logarithm(place->beside.next);
    f[FEATURE_MISSED_BEFORE] = missed(place->beside.one, tables->forms[FORM_ALL], place->here.before);
    f[FEATURE_MISSED_AFTER] = missed(place->beside.next, tables->forms[FORM_ALL], place->here.after);
    f[FEATURE_ENDING] = part_of(word, endings, sizeof endings / sizeof *endings, true);
    f[FEATURE_BEGINNING] = part_of(word, beginnings, sizeof beginnings / sizeof *beginnings, false);
}

/* "pengawalan dan pengawasan": who writes the one beside the other means both. */
static bool stands_near(const struct ranking_place *place, const struct word *word) {
    for (size_t i = place->i < NEAR ? 0 : place->i - NEAR; i <= place->i + NEAR; i++) {
        const struct word *near = token_form(place->a, i);
        if (near && near->small == word && i != place->i && slice_equal_nocase(near->text, word->text))
            return true;
    }
    return false;
}

/* The word without -kan, -an or -i, as far as letters tell. */
static struct slice stem_of(struct slice word) {
    static const char *const suffixes[] = {"kan", "an", "i"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct slice suffix = slice_of(suffixes[i]);
        if (slice_ends(word, suffix) && word.len >= suffix.len + RIVAL_SHORTEST)
            return slice_range(word, 0, word.len - suffix.len);
    }
    return word;
}

/* anggarkan, anggaran, anggar: another ending of one stem. */
static bool is_other_ending(const struct ranking_place *place, const struct rival *rival) {
    return slice_equal(stem_of(place->word->text), stem_of(rival->text));
}

/* kita sudahi, yang akan ia datangkan, tahun ini kita anggarkan: after who does it, -kan and -i make the
 * verb. */
static bool is_bare_passive(const struct ranking_place *place, const struct rival *rival) {
    size_t i = place->i;
    struct slice word = place->word->text;
    return (slice_ends(word, SLICE("kan")) || slice_ends(word, SLICE("i"))) &&
           (token_in(place->a, i - 1, CLASS_BARE_AGENT) ||
            (token_in(place->a, i - 1, CLASS_BEFORE_VERB) && token_in(place->a, i - 2, CLASS_BARE_AGENT))) &&
           is_other_ending(place, rival);
}

/* False when it is no rival here: never seen beside a neighbour, or the other word is meant. */
static bool put(const struct ranking_place *place, struct rival *rival, struct between *there) {
    struct word *word = rival_word(place->language, rival);
    if (is_bare_passive(place, rival) || stands_near(place, word)) return false;
    *there = beside_put(place->language, &place->beside, word);
    return there->before || there->after;
}

/* Most places have none, and what is asked of them costs more than this: a look for each, in memory that is
 * asked for together. */
static bool has_rival(const struct ranking_place *place) {
    const struct rivals *rivals = place->rivals;
    const struct lexicon *pairs = language_lexicon(place->language, LEXICON_PAIRS);
    const struct word *after = place->beside.after[0];
    struct slice row = frequency_row(place->language, place->beside.before[0]);
    for (size_t k = 0; k < rivals->count; k++) {
        lexicon_expect_in_row(pairs, row, rivals->items[k].hash);
        if (after) lexicon_expect_in_row(pairs, rivals->items[k].row, after->hash);
    }
    struct between there;
    bool has = false;
    for (size_t k = 0; k < rivals->count && !has; k++) {
        struct rival *rival = &rivals->items[k];
        has = (lexicon_may_be_in_row(pairs, row, rival->hash) ||
               (after && lexicon_may_be_in_row(pairs, rival->row, after->hash))) &&
              put(place, rival, &there);
    }
    return has;
}

/* False when the rival is no likelier, or no rival here. */
static bool fill(struct ranking_place *place, struct rival *rival, struct ranked *ranked) {
    const struct beside *beside = &place->beside;
    struct between there;
    if (!put(place, rival, &there)) return false;
    double likelier = beside_likelihood(place->language, beside, &there) - place->likelihood;
    if (likelier <= 0) return false;
    if (!place->filled) fill_common(place);
    memcpy(ranked->features, place->common, sizeof ranked->features);
    float *f = ranked->features;
    ranked->rival = rival;
    f[FEATURE_LIKELIER] = (float)likelier;
    f[FEATURE_BEFORE_RIVAL] = logarithm(there.before);
    f[FEATURE_RIVAL_AFTER] = logarithm(there.after);
    struct slice two = frequency_row_of_two(place->language, beside->before[0], rival->word);
    f[FEATURE_AROUND_RIVAL] = logarithm(frequency_in_row_of_two(place->language, two, beside->after[0]));
    struct slice after = frequency_row_of_two(place->language, rival->word, beside->after[0]);
    f[FEATURE_TWO_BEFORE] =
        logarithm(frequency_in_row_of_two(place->language, beside->after_two, rival->word));
    f[FEATURE_TWO_AFTER] = logarithm(frequency_in_row_of_two(place->language, after, beside->after[1]));
    f[FEATURE_SHARE_BEFORE] = share(there.before, beside->one);
    f[FEATURE_SHARE_AFTER] = share(there.after, beside->next);
    f[FEATURE_OTHER_ENDING] = is_other_ending(place, rival);
    f[FEATURE_RIVAL] = logarithm(rival->written);
    f[FEATURE_KIND] = (float)rival->kind;
    f[FEATURE_COST] = (float)edit_cost(place->word->text, rival->word->text);
    f[FEATURE_RIVAL_IN_DRAFT] = times_in(place->draft, rival->word);
    return true;
}

/* What stands there is seen beside its neighbours: nothing to ask. */
static bool is_usual(const struct ranking_place *place) {
    const struct beside *beside = &place->beside;
    return (!beside->before[0] || place->here.before >= SEEN) &&
           (!beside->after[0] || place->here.after >= SEEN);
}

static void set_ahead(struct ranked *ranked, size_t count) {
    for (size_t k = 0; k < count; k++) {
        float best = 0;
        for (size_t other = 0; other < count; other++)
            if (other != k && ranked[other].features[FEATURE_LIKELIER] > best)
                best = ranked[other].features[FEATURE_LIKELIER];
        ranked[k].features[FEATURE_AHEAD] = ranked[k].features[FEATURE_LIKELIER] - best;
    }
}

/* False: nothing to ask of what stands there, and nearly always. */
static bool place_make(struct ranking_place *place) {
    if (place->word->text.len < RIVAL_SHORTEST || place->word->text.len > LONGEST) return false;
    beside_make(&place->beside, place->a, place->i);
    if (!place->beside.before[0] && !place->beside.after[0]) return false;
    place->here = beside_put(place->language, &place->beside, place->word);
    if (is_usual(place)) return false;
    place->rivals = rivals_of(place->language, place->word);
    return has_rival(place);
}

static size_t weigh(struct ranking_place *place, struct ranked *ranked) {
    size_t count = 0;
    beside_load(&place->beside, place->language);
    place->likelihood = beside_likelihood(place->language, &place->beside, &place->here);
    for (size_t k = 0; k < place->rivals->count; k++)
        count += fill(place, &place->rivals->items[k], &ranked[count]);
    set_ahead(ranked, count);
    return count;
}

bool ranking_looks_at(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_WORD) &&
           !(a->tokens.items[i].flags &
             (TOKEN_UPPER | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_DOTTED | TOKEN_ITALIC));
}

size_t ranking_rivals_of(struct language *language, const struct analysis *a, size_t i, struct word *word,
                         const struct word_table *draft, struct ranked ranked[RIVALS_MOST]) {
    struct ranking_place place = {.language = language, .a = a, .i = i, .word = word, .draft = draft};
    return place_make(&place) ? weigh(&place, ranked) : 0;
}

/* Apart, for the compiler clears the kilobytes of all rivals: only where one is asked for. */
__attribute__((noinline)) static bool best_of(struct ranking_place *place, struct ranked *best,
                                              double *score) {
    struct ranked ranked[RIVALS_MOST];
    size_t count = weigh(place, ranked);
    for (size_t k = 0; k < count; k++) {
        double here = ranking_score(place->language, &ranked[k]);
        if (k && here <= *score) continue;
        *score = here;
        *best = ranked[k];
    }
    return count > 0;
}

bool ranking_best(struct language *language, const struct analysis *a, size_t i,
                  const struct word_table *draft, struct ranked *best, double *score) {
    struct ranking_place place = {
        .language = language, .a = a, .i = i, .word = a->forms.items[i]->small, .draft = draft};
    return place_make(&place) && best_of(&place, best, score);
}

void ranking_count(struct word_table *draft, const struct analysis *a) {
    for (size_t i = 0; i < a->tokens.count; i++)
        if (token_is_kind(a, i, TOKEN_WORD)) ++*word_table_put(draft, a->forms.items[i]->small);
}
