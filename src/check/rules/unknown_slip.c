#include "check/rules/unknown_slip.h"

#include "check/rules/other_language.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/morphology.h"
#include "language/spelling/ranking.h"
#include "language/spelling/slips.h"
#include "language/spelling/speller.h"

/* Letters of a word, and articles (of 16.8 thousand) that have the word which it is a slip of. The shorter
 * the word, the commoner that one must be: a short word has neighbours by chance. */
enum {
    SHORT = 4,  /* what stands beside one decides */
    MIDDLE = 6, /* up to here: */
    MIDDLE_NEAR = 60,
    LONG_NEAR = 10,
    CHANCE = 6,         /* letters of a word that has such a neighbour by chance when it lost none, */
    CHANCE_NEAR = 1000, /* unless so many articles have it: of 16 below that on posts of sites 3 were slips,
                         * of 3 above all */
    FORMED_NEAR = 500,  /* of a word that the rules form of a listed root (pembiasaan, renyahnya) */
    FORMED_FAR = 250,   /* and two slips away: pelaksaan */
    FAR_LETTERS = 9,    /* of a word (of a listed root) that may stand for one two slips away, */
    FAR_LENGTH = 10,    /* a word two slips away is meant, */
    FAR_NEAR = 50,      /* when so many articles have it */
    TERM_TIMES = 3,     /* its writer means it, */
    TERM_NEAR = 500,    /* unless that common a word is near */
    LONG_LOST = 8,    /* letters of a word that lost an n before -nya, or its ending: it has a stem and -an */
    LOST_COMMON = 50, /* articles that have the word with its ending */
    LONG_TWO = 12,    /* letters of two common words that were written as one, */
    PAIR_TWO = 60,    /* or times that they stand side by side: dayatarik, hakcipta */
    LONG_GLUED = 7,   /* letters of a word that may be two, */
    GLUED_COMMON = 50 /* and articles that have the second */
};
/* What the ranking must believe: see unknown.c. */
static const double MEANT = -1.0;

/* Letters that Indonesian does without and Arabic in our letters has: mustahiq, dzikir, i'tikaf. */
static bool looks_arabic(struct slice word) {
    static const char *const letters[] = {"q", "dz", "dh", "sh", "'", "\xe2\x80\x99", "\xe2\x80\x98"};
    bool looks = false;
    for (size_t i = 0; i < sizeof letters / sizeof *letters && !looks; i++)
        looks = slice_find(word, slice_of(letters[i]), 0) != SIZE_MAX;
    return looks;
}

/* renyahnya, pembiasaan: formed by the rules, of a root that lists made from KBBI have. */
static bool is_formed_of_listed(struct language *language, struct slice word) {
    struct word_form form;
    return speller_analyse(language_speller(language), word, &form) &&
           frequency_of_lists(language, slice_of(form.root)) >= LISTS_MOST &&
           !speller_has_wrong_ending(language_speller(language), word);
}

static uint32_t near_documents(struct language *language, struct slice word) {
    uint32_t most = 0;
    if (word.len >= FAR_LETTERS)
        speller_near(language_speller(language), word, 2, FAR_NEAR, word_index_keep_most, &most);
    return most;
}

/* kesebelah: ke and a common word. */
static bool is_glued(struct language *language, struct slice word) {
    if (word.len < LONG_GLUED || !(slice_starts(word, SLICE("ke")) || slice_starts(word, SLICE("di"))))
        return false;
    return frequency_of(language, slice_range(word, 2, word.len)) >= GLUED_COMMON;
}

bool unknown_lost_n(struct language *language, struct slice word) {
    if (!slice_ends(word, SLICE("anya"))) return false;
    struct slice base = slice_range(word, 0, word.len - strlen("ya"));
    struct str whole = {0};
    str_printf(&whole, "%.*snya", SLICE_ARG(base));
    bool counted = frequency_of(language, str_slice(&whole)) >= LOST_COMMON; /* jalannya */
    str_free(&whole);
    return (counted || word.len >= LONG_LOST) &&
           speller_look(language_speller(language), base) != WORD_UNKNOWN;
}

/* dinyatak, pertumbuh: of a common word its -an or -kan is lost. */
static bool lost_ending(struct language *language, struct slice word) {
    static const char *const endings[] = {"an", "kan"};
    bool lost = false;
    for (size_t i = 0; word.len >= LONG_LOST && i < sizeof endings / sizeof *endings && !lost; i++) {
        struct str whole = {0};
        str_printf(&whole, "%.*s%s", SLICE_ARG(word), endings[i]);
        lost = frequency_of(language, str_slice(&whole)) >= LOST_COMMON;
        str_free(&whole);
    }
    return lost;
}

/* saranapengangkut; dayatarik, of two words that often stand together */
static bool is_two_words(struct language *language, struct slice word) {
    size_t at = word_glued_at(language, word);
    if (!at || word.len >= LONG_TWO) return at > 0;
    struct word *first = language_word(language, slice_range(word, 0, at)),
                *second = language_word(language, slice_range(word, at, word.len));
    return frequency_beside(language, first, second) >= PAIR_TWO;
}

/* What is found out about the word alone, whatever stands beside it. */
static bool is_slip_alone(struct language *language, struct word *form) {
    struct slice word = form->small->text;
    if (speller_has_wrong_ending(language_speller(language), word) || is_glued(language, word) ||
        is_two_words(language, word) || unknown_lost_n(language, word) || lost_ending(language, word))
        return true;
    if (frequency_of_lists(language, word) || looks_arabic(word) ||
        speller_is_english(language_speller(language), word))
        return false;
    uint32_t near = speller_neighbour(language_speller(language), word);
    if (is_formed_of_listed(language, word))
        return near >= FORMED_NEAR || near_documents(language, word) >= FORMED_FAR;
    if (near >= (word.len <= MIDDLE ? MIDDLE_NEAR : LONG_NEAR)) return true;
    return word.len >= FAR_LENGTH && near_documents(language, word) >= FAR_NEAR;
}

static bool is_meant_otherwise(const struct check_context *context, const struct analysis *a, size_t i) {
    struct ranked best;
    double score;
    return ranking_best(context->language, a, i, NULL, &best, &score) && score >= MEANT;
}

/* qiyamul lail, syirkah abdan: beside another unknown word that is no slip. */
static bool is_beside_term(const struct check_context *context, const struct analysis *a, size_t i) {
    for (size_t k = 0; k < 2; k++) {
        size_t other = k ? i + 1 : i - 1; /* before the first: no token */
        if (other < a->tokens.count && !token_is_joined(a, k ? other : i) &&
            word_is_unknown(context, a, other) &&
            !word_fact(context->language, a->forms.items[other], FACT_SLIP, is_slip_alone))
            return true;
    }
    return false;
}

/* Where an edit of one letter begins and ends: how many letters the two have in common before and after. */
static size_t letters_alike(struct slice left, struct slice right) {
    size_t least = left.len < right.len ? left.len : right.len, head = 0, tail = 0;
    while (head < least && left.data[head] == right.data[head])
        head++;
    while (tail < least - head && left.data[left.len - 1 - tail] == right.data[right.len - 1 - tail])
        tail++;
    return head + tail;
}

/* The common word has a letter that was lost here, or two of one that was doubled, or two change places. In
 * such ways fingers slip; one letter for another, or one more, make dialect and terms into our words as well.
 */
static bool slips_like_fingers(struct slice word, struct slice near) {
    size_t alike = letters_alike(word, near);
    if (near.len > word.len) return true;
    if (near.len == word.len) return alike + 2 == word.len;
    for (size_t i = 1; i < word.len; i++)
        if (word.data[i] == word.data[i - 1] && slice_equal(slice_range(word, 0, i), slice_range(near, 0, i)))
            return true;
    return false;
}

/* jarek, gowang, madin: the neighbour of a short word may be there by chance. */
static bool has_chance_neighbour(struct language *language, struct slice word) {
    if (word.len > CHANCE || unknown_lost_n(language, word)) return false;
    for (struct slice near = near_words(language, word); near.len;) {
        struct slice one = slice_cut(&near, ' ');
        size_t articles = frequency_of(language, one);
        if (articles >= CHANCE_NEAR || (articles >= LONG_NEAR && slips_like_fingers(word, one))) return false;
    }
    return true;
}

/* numpang, nembang, ngobrol: as one speaks, a verb without its me-. */
static bool is_spoken_verb(struct language *language, struct slice word) {
    if (word.data[0] != 'n') return false;
    struct str whole = {0};
    str_printf(&whole, "me%.*s", SLICE_ARG(word));
    bool verb = frequency_of(language, str_slice(&whole)) || frequency_of_lists(language, str_slice(&whole));
    str_free(&whole);
    return verb;
}

/* dilanggan, that which one melanggan: of a verb that the lists have. Not diserah, of which there is
 * diserahkan. */
static bool is_passive_of_listed(struct language *language, struct slice word) {
    struct speller *speller = language_speller(language);
    if (!slice_starts(word, SLICE("di")) || speller_has_wrong_ending(speller, word) ||
        speller_neighbour(speller, word) >= TERM_NEAR) /* dikuti, of diikuti */
        return false;
    struct str active = {0};
    morphology_join("meN-", slice_range(word, strlen("di"), word.len), &active);
    bool listed = frequency_of_lists(language, str_slice(&active)) >= LISTS_SOME;
    str_clear(&active);
    str_printf(&active, "%.*skan", SLICE_ARG(word)); /* dikerja */
    listed = listed && frequency_of(language, str_slice(&active)) < LOST_COMMON;
    str_free(&active);
    return listed;
}

bool unknown_is_slip(const struct check_context *context, const struct analysis *a, size_t i, size_t times) {
    struct language *language = context->language;
    struct word *form = a->forms.items[i];
    struct slice word = form->small->text;
    if (is_spoken_verb(language, word) || is_passive_of_listed(language, word)) return false;
    if (word.len <= SHORT)
        return !looks_arabic(word) && !is_beside_term(context, a, i) &&
               !speller_is_english(language_speller(language), word) &&
               frequency_of_lists(language, word) < LISTS_ALL && is_meant_otherwise(context, a, i);
    if (!word_fact(language, form, FACT_SLIP, is_slip_alone) || is_beside_term(context, a, i)) return false;
    if (has_chance_neighbour(language, word) && !is_meant_otherwise(context, a, i)) return false;
    return times < TERM_TIMES || speller_neighbour(language_speller(language), word) >= TERM_NEAR;
}
