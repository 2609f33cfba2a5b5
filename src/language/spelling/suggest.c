#include "base/utf8.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/nonstandard.h"
#include "language/spelling/speller_state.h"

#include <math.h>
#include <stdlib.h>

/*
 * Suggestions: all words at most two slips away (three in long words), those that hunspell thinks of when
 * there is nothing near, formed words with a corrected root, and the word cut in two. What ranks them is how
 * likely the slip is and how common the word is, alone and beside its neighbours.
 */
enum {
    CANDIDATE_LIMIT = 2 * WORD_LIMIT + 2,
    FORMED_ROOT_LEAST = 10,
    FORMED_ROOT_CLASS = 8,
    NAME_LEAST = 50,  /* times a name was counted; seldom ones are like slips of other words */
    LOST_ENDING = 95, /* what it costs, in hundredths of an edit, */
    NEVER_SEEN = 40,  /* and a word that no counted text has: uceng, mengahlikan; 30 to 60 do as well */
    RANKED = SUGGESTIONS + 2 /* some are common misspellings themselves */
};

/* A word that is only formed counts like one that stands in so few articles. */
static const double FORMED_DOCUMENTS = 0.1;

struct candidate {
    char text[CANDIDATE_LIMIT];
    double score; /* lower is better */
};

struct ranking {
    struct speller *speller;
    struct slice wrong, before, after;
    struct candidate best[RANKED];
    size_t count;
};

/* How much one natural logarithm of frequency is worth, in hundredths of an edit. */
static const double FREQUENCY_WORTH = 11.0, PAIR_WORTH = 8.0;

static void keep(struct ranking *ranking, struct slice text, double score) {
    if (text.len >= CANDIDATE_LIMIT || slice_equal(text, ranking->wrong)) return;
    for (size_t i = 0; i < ranking->count; i++)
        if (slice_equal_text(text, ranking->best[i].text)) {
            if (ranking->best[i].score <= score) return;
            memmove(&ranking->best[i], &ranking->best[i + 1],
                    (ranking->count - i - 1) * sizeof *ranking->best);
            ranking->count--;
            break;
        }
    size_t at = ranking->count;
    while (at > 0 && ranking->best[at - 1].score > score)
        at--;
    if (at == RANKED) return;
    if (ranking->count == RANKED) ranking->count--;
    memmove(&ranking->best[at + 1], &ranking->best[at], (ranking->count - at) * sizeof *ranking->best);
    memcpy(ranking->best[at].text, text.data, text.len);
    ranking->best[at].text[text.len] = '\0';
    ranking->best[at].score = score;
    ranking->count++;
}

static double worth_of(struct ranking *ranking, struct slice word, double documents) {
    struct language *language = ranking->speller->language;
    size_t pairs = frequency_of_pair(language, ranking->before, word) +
                   frequency_of_pair(language, word, ranking->after);
    return FREQUENCY_WORTH * log(documents + 0.5) + PAIR_WORTH * log(1 + (double)pairs);
}

static void offer(struct ranking *ranking, struct slice word, double documents) {
    double cost = edit_cost(ranking->wrong, word);
    /* the pairs can only lift it; do not look them up for what is too far behind */
    double alone = cost - FREQUENCY_WORTH * log(documents + 0.5);
    if (ranking->count == RANKED && alone - 60 > ranking->best[RANKED - 1].score) return;
    if (documents == 0 && !frequency_of_form(ranking->speller->language, word, FORM_ALL)) cost += NEVER_SEEN;
    keep(ranking, word, cost - worth_of(ranking, word, documents));
}

static void offer_indexed(void *by, const struct indexed_word *near) {
    offer(by, (struct slice){near->text, near->len}, near->documents);
}

/* dikejauhan, kepelosok: after di and ke any word that is known, which need not have been seen there. */
static void offer_place(struct ranking *ranking) {
    enum { SHORTEST = 4 /* letters; the ends of other words are shorter */ };
    struct slice wrong = ranking->wrong, place = slice_range(wrong, wrong.len < 2 ? wrong.len : 2, wrong.len);
    if ((!slice_starts(wrong, SLICE("di")) && !slice_starts(wrong, SLICE("ke"))) || place.len < SHORTEST ||
        !frequency_of(ranking->speller->language, place))
        return;
    struct str text = {0};
    str_printf(&text, "%.2s %.*s", wrong.data, SLICE_ARG(place));
    keep(ranking, str_slice(&text), (double)ONE_EDIT / 2);
    str_free(&text);
}

/* Cut in two: terimakasih, dirumah. Both parts must be seen side by side. */
static void offer_cut(struct ranking *ranking) {
    for (size_t i = 2; i + 2 <= ranking->wrong.len; i++) {
        struct slice left = slice_range(ranking->wrong, 0, i),
                     right = slice_range(ranking->wrong, i, ranking->wrong.len);
        size_t pairs = frequency_of_pair(ranking->speller->language, left, right);
        if (!pairs) continue;
        char text[CANDIDATE_LIMIT];
        memcpy(text, left.data, left.len);
        text[left.len] = ' ';
        memcpy(text + left.len + 1, right.data, right.len);
        keep(ranking, (struct slice){text, ranking->wrong.len + 1},
             (double)ONE_EDIT - FREQUENCY_WORTH * log((double)pairs));
    }
}

static bool is_good(const struct ranking *ranking) {
    return ranking->count && ranking->best[0].score < 90;
}

/* Formed words whose root is misspelt: the affixes are taken off, the root is corrected, and they are put
 * back. */
struct affix_cut {
    const char *prefix, *suffix; /* as written */
};

struct reroot {
    struct ranking *ranking;
    struct affix_cut cut;
    uint32_t least; /* documents of the root */
};

static void offer_rerooted(void *by, const struct indexed_word *near) {
    struct reroot *reroot = by;
    if (near->documents < reroot->least) return;
    struct str whole = {0};
    str_append_text(&whole, reroot->cut.prefix);
    str_append(&whole, (struct slice){near->text, near->len});
    str_append_text(&whole, reroot->cut.suffix);
    struct slice word = str_slice(&whole);
    if (!frequency_of(reroot->ranking->speller->language, word) &&
        speller_look(reroot->ranking->speller, word) != WORD_UNKNOWN)
        offer(reroot->ranking, word, FORMED_DOCUMENTS);
    str_free(&whole);
}

static void correct_root(struct ranking *ranking, struct affix_cut cut, struct slice root) {
    struct reroot reroot = {ranking, cut, FORMED_ROOT_LEAST};
    speller_near(ranking->speller, root, 1, FORMED_ROOT_CLASS, offer_rerooted, &reroot);
}

/* With roots that only the dictionary has. */
static void correct_rare_root(struct ranking *ranking, struct affix_cut cut, struct slice root) {
    struct reroot reroot = {ranking, cut, 0};
    speller_near(ranking->speller, root, 1, 0, offer_rerooted, &reroot);
    word_index_near(speller_entries(ranking->speller), root, 1, 0, offer_rerooted, &reroot);
}

/* A root that only lives doubled: diimingi is diiming-imingi. */
static void double_root(struct ranking *ranking, struct affix_cut cut, struct slice root) {
    struct language *language = ranking->speller->language;
    struct str doubled = {0}, whole = {0};
    str_printf(&doubled, "%.*s-%.*s", SLICE_ARG(root), SLICE_ARG(root));
    if (!frequency_of(language, root) && frequency_of(language, str_slice(&doubled))) {
        str_printf(&whole, "%s%s%s", cut.prefix, str_text(&doubled), cut.suffix);
        keep(ranking, str_slice(&whole), -ONE_EDIT);
    }
    str_free(&doubled);
    str_free(&whole);
}

/* Calls each() for every way to take affixes off the word. They are cut as they are written, not by the rules
 * of affixes.h: which nasal a misspelt root asks for is not known. */
static void cut_affixes(struct ranking *ranking,
                        void (*each)(struct ranking *, struct affix_cut, struct slice root)) {
    static const char *const prefixes[] = {"",     "di",  "me",  "mem", "men",    "meng",
                                           "meny", "ber", "ter", "pe",  "pem",    "pen",
                                           "peng", "per", "se",  "ke",  "memper", "diper"};
    static const char *const suffixes[] = {"", "nya", "kan", "an", "i", "kannya", "annya"};
    struct slice wrong = ranking->wrong;
    for (size_t p = 0; p < sizeof prefixes / sizeof *prefixes; p++)
        for (size_t s = 0; s < sizeof suffixes / sizeof *suffixes; s++) {
            struct slice prefix = slice_of(prefixes[p]), suffix = slice_of(suffixes[s]);
            if (prefix.len + suffix.len == 0 || !slice_starts(wrong, prefix) || !slice_ends(wrong, suffix) ||
                wrong.len < prefix.len + suffix.len + 4)
                continue;
            each(ranking, (struct affix_cut){prefixes[p], suffixes[s]},
                 slice_range(wrong, prefix.len, wrong.len - suffix.len));
        }
}

/* An ending lost: diserah, pertumbuh. */
static void offer_endings(struct ranking *ranking) {
    static const char *const endings[] = {"kan", "an", "i"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str whole = {0};
        str_append(&whole, ranking->wrong);
        str_append_text(&whole, endings[i]);
        double documents = (double)frequency_of(ranking->speller->language, str_slice(&whole));
        if (documents >= FORMED_ROOT_LEAST)
            keep(ranking, str_slice(&whole), LOST_ENDING - worth_of(ranking, str_slice(&whole), documents));
        str_free(&whole);
    }
}

static void offer_near(struct ranking *ranking, unsigned edits) {
    speller_near(ranking->speller, ranking->wrong, edits, 0, offer_indexed, ranking);
    word_index_near(speller_entries(ranking->speller), ranking->wrong, edits, 0, offer_indexed, ranking);
}

static void gather(struct ranking *ranking) {
    offer_near(ranking, ranking->wrong.len < 4 ? 1 : 2);
    offer_cut(ranking);
    offer_endings(ranking);
    offer_place(ranking);
    cut_affixes(ranking, double_root);
    if (is_good(ranking)) return;
    cut_affixes(ranking, correct_root);
    if (is_good(ranking)) return;
    if (ranking->wrong.len >= 8) {
        offer_near(ranking, 3);
        if (!ranking->count) cut_affixes(ranking, correct_rare_root);
    }
    if (ranking->wrong.len >= 5)
        speller_near_english(ranking->speller, ranking->wrong, offer_indexed, ranking);
}

void speller_case(struct slice word, struct slice text, struct str *out) {
    size_t first, second;
    bool capital = rune_is_upper(utf8_decode(word, 0, &first));
    bool upper = capital && first < word.len && rune_is_upper(utf8_decode(word, first, &second));
    for (size_t i = 0, n; i < text.len; i += n) {
        uint32_t rune = utf8_decode(text, i, &n);
        str_append_rune(out, upper || (capital && i == 0) ? rune_upper(rune) : rune);
    }
}

/* A small l that stands for a capital I, as lbu, and a capital I for a small l, as Iokasi: what is copied out
 * of a PDF has them, since they look alike. The capital is that of the letter that was meant. */
static char *in_case_of(struct slice word, const char *text) {
    struct str out = {0};
    speller_case(word, slice_of(text), &out);
    if (word.data[0] == 'l' && out.data[0] == 'i') out.data[0] = 'I';
    if (word.data[0] == 'I' && out.data[0] == 'L' &&
        (out.len == 1 || rune_is_lower((unsigned char)out.data[1])))
        out.data[0] = 'l';
    return str_steal(&out);
}

/* Common words are not all standard ones: kerjasama is kerja sama, wherever it is proposed. */
static void standardise(struct language *language, struct str *text) {
    static const enum lexicon_name tables[] = {LEXICON_NONSTANDARD, LEXICON_COMPOUNDS, LEXICON_PREPOSITIONS};
    struct str right = {0};
    struct slice fields;
    for (size_t i = 0; i < sizeof tables / sizeof *tables && !right.len; i++)
        if (lexicon_find(language_lexicon(language, tables[i]), str_slice(text), &fields) &&
            !slice_equal_text(lexicon_field(fields, 0), "-"))
            str_append(&right, lexicon_field(fields, 0));
    const struct word *standard =
        right.len ? NULL : nonstandard_of(language, language_word(language, str_slice(text)));
    if (standard) str_append(&right, standard->text);
    if (right.len) {
        str_clear(text);
        str_append(text, str_slice(&right));
    }
    str_free(&right);
}

static void add_standard(struct suggestions *out, struct speller *speller, struct slice word,
                         const char *text) {
    struct str standard = {0};
    str_append_text(&standard, text);
    standardise(speller->language, &standard);
    char *shown = in_case_of(word, str_text(&standard));
    str_free(&standard);
    for (size_t i = 0; i < out->count; i++)
        if (strcmp(out->items[i], shown) == 0) {
            free(shown);
            return;
        }
    out->items[out->count++] = shown;
}

/* Two words, or one that is known or has a standard form. */
static bool is_right(struct speller *speller, struct slice word) {
    return slice_find_byte(word, ' ', 0) != SIZE_MAX || speller_look(speller, word) != WORD_UNKNOWN ||
           language_has(speller->language, LEXICON_NONSTANDARD, word) ||
           language_has(speller->language, LEXICON_COMPOUNDS, word);
}

/* arab, wikipedia: what lacks is the capital. */
static void add_name(struct suggestions *out, struct speller *speller, struct slice word) {
    if (!rune_is_lower((unsigned char)word.data[0]) ||
        frequency_of_form(speller->language, word, FORM_NEWS_CAPITAL) < NAME_LEAST ||
        word_written(speller->language, word) != WRITTEN_NAME)
        return;
    struct str name = {0};
    str_append(&name, word);
    name.data[0] = (char)rune_upper((unsigned char)name.data[0]);
    out->items[out->count++] = str_steal(&name);
}

void speller_suggest(struct speller *speller, struct slice word, struct slice before, struct slice after,
                     struct suggestions *out) {
    *out = (struct suggestions){0};
    if (!word.len || word.len > WORD_LIMIT) return;
    struct str wrong = {0}, left = {0}, right = {0};
    str_append_lower(&wrong, word);
    str_append_lower(&left, before);
    str_append_lower(&right, after);
    struct ranking ranking = {.speller = speller,
                              .wrong = str_slice(&wrong),
                              .before = str_slice(&left),
                              .after = str_slice(&right)};
    add_name(out, speller, word);
    gather(&ranking);
    for (size_t i = 0; i < ranking.count && out->count < SUGGESTIONS; i++)
        if (is_right(speller, slice_of(ranking.best[i].text)))
            add_standard(out, speller, word, ranking.best[i].text);
    str_free(&wrong);
    str_free(&left);
    str_free(&right);
}

void suggestions_free(struct suggestions *suggestions) {
    for (size_t i = 0; i < suggestions->count; i++)
        free(suggestions->items[i]);
    *suggestions = (struct suggestions){0};
}
