#include "base/group.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "check/rules/names_gather.h"
#include "check/rules/names_written.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"
#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

#include <stdlib.h>

/*
 * spelling.name: a name spelt two ways in one draft (Algamar, Algammar). Capitalised words one edit apart are
 * one name when the same name stands beside both, or when the rarer stands there alone, once, and the other
 * often. Two known words, or two places, are not one name. Words that share all but one letter share a form
 * with one letter less, so that no pair is looked for in vain. A release has two or three names that share a
 * form; GROUP_MAX only bounds what thousands of made-up ones cost.
 */
enum {
    OFTEN = 2,
    LONG = 9,  /* letters of two names that stand there once each: shorter ones are two names too often */
    AGAIN = 6, /* letters of one that stands alone after another in full */
    GROUP_MAX = 8,
    FORM_MOST = 80, /* bytes */
    ASK_EVERY = 4096
};

static bool is_place(struct language *language, struct name *name) {
    if (!name->place)
        name->place = language_has(language, LEXICON_PLACES, name->text) ||
                              language_begins(language, LEXICON_PLACES, name->text) ||
                              language_has(language, LEXICON_PLACE_WORDS, name->word->text) /* Sumbar */
                          ? YES
                          : NO;
    return name->place == YES;
}

static bool is_known(struct language *language, struct name *name) {
    if (!name->known)
        name->known = speller_look(language_speller(language), name->word->text) == WORD_UNKNOWN ? NO : YES;
    return name->known == YES;
}

/* Email, Gmail; Wassalam, Assalam: who types wrong seldom does so in the first letter. */
static bool begin_otherwise(struct slice a, struct slice b) {
    return a.data[0] != b.data[0];
}

/* Cheap questions first: made-up names ask them of millions of pairs. */
static bool may_be_one(const struct names *names, size_t first, size_t second, bool *beside) {
    if (!names_may_be_one(names, first, second)) return false;
    const struct name *a = &names->list.items[first], *b = &names->list.items[second];
    if (edit_count(a->word->text, b->word->text, 1) != 1) return false;
    if (begin_otherwise(a->word->text, b->word->text)) return false;
    *beside = names_stand_beside_the_same(names, first, second);
    return *beside || (a->alone && a->count == 1) || (b->alone && b->count == 1);
}

/* Carisoprodol, Corisoprodol: of two long names that no list has, one letter apart inside, one is misspelt.
 */
static bool are_one_long(struct language *language, struct name *a, struct name *b) {
    struct slice one = a->word->text, other = b->word->text;
    return one.len >= LONG && other.len >= LONG && one.data[0] == other.data[0] &&
           one.data[one.len - 1] == other.data[other.len - 1] && !is_known(language, a) &&
           !is_known(language, b) && !is_place(language, a) && !is_place(language, b);
}

/* Ayodhia Kalake, then Ayodia alone, which the news does not know: who was told in full is meant again. With
 * another letter in its place it may be another name (Hermawan, Hernawan). */
static bool is_told_again(struct language *language, struct name *a, struct name *b) {
    return b->start < a->start && !b->alone && b->inside && a->word->text.len >= AGAIN &&
           a->word->text.len != b->word->text.len && !frequency_of_form(language, a->word->text, FORM_ALL) &&
           !is_known(language, a) && !is_known(language, b) && !is_place(language, a) &&
           !is_place(language, b);
}

/* Qur'ani, of the Qur'an; but Yanuari may be Yanuar. Islamic, which is Islami in English. */
static bool is_adjective(struct slice one, struct slice of) {
    if (one.len == of.len + 1 && slice_starts(one, of) && slice_ends(one, SLICE("ic"))) return true;
    bool arabic = slice_find_byte(of, '\'', 0) != SIZE_MAX || slice_find(of, SLICE("’"), 0) != SIZE_MAX;
    return arabic && one.len == of.len + 1 && slice_starts(one, of) && one.data[of.len] == 'i';
}

static bool are_one(struct language *language, struct name *a, struct name *b, bool beside) {
    if (!beside && (!a->alone || a->count > 1)) return false;
    if (!beside && b->count < OFTEN && !are_one_long(language, a, b) && !is_told_again(language, a, b))
        return false;
    if (language_has(language, LEXICON_NONSTANDARD, a->word->text) ||
        language_has(language, LEXICON_NONSTANDARD, b->word->text))
        return false; /* spelling.nonstandard's */
    if (is_adjective(a->word->text, b->word->text) || is_adjective(b->word->text, a->word->text))
        return false;
    if (speech_classes(language, a->word->text) & SPEECH_ROLE &&
        speech_classes(language, b->word->text) & SPEECH_ROLE)
        return false; /* Kades, Kadus */
    if (language_begins(language, LEXICON_INSTITUTIONS, a->text) &&
        language_begins(language, LEXICON_INSTITUTIONS, b->text))
        return false; /* Ditjen, Dirjen */
    bool a_known = is_known(language, a), b_known = is_known(language, b);
    if ((a_known && b_known) || (!a->inside && a_known) || (!b->inside && b_known)) return false;
    if (is_place(language, a) && is_place(language, b)) return false;
    return beside || (!a_known && !is_place(language, a));
}

/* Grilled beside two of Grilld: the rarer is the word that it is. */
static bool is_right_rare(struct language *language, struct name *rare, struct name *common) {
    return speller_is_english(language_speller(language), rare->word->text) && !is_known(language, common);
}

/* Counted in the news far oftener than the other, or oftener and a word: Bhinneka, Bhineka. Of somebody's
 * name that stands here again and again the news knows nothing. */
static bool is_known_better(struct language *language, struct name *a, struct name *b) {
    enum { OFTENER = 10, WORD_OFTENER = 2, AGAIN_AND_AGAIN = 3 };
    uint32_t known = frequency_of_form(language, a->word->text, FORM_ALL);
    uint32_t other = frequency_of_form(language, b->word->text, FORM_ALL);
    if (known < OFTENER || b->count >= AGAIN_AND_AGAIN * a->count) return false;
    return known / OFTENER >= other ||
           (known / WORD_OFTENER >= other && is_known(language, a) && !is_known(language, b));
}

/* Of two spellings the one that the news knows is right, or else the commoner; of two as common the one that
 * is a word; else the earlier. */
static bool is_right_one(struct language *language, struct name *a, struct name *b) {
    bool better = is_known_better(language, a, b);
    if (better || is_known_better(language, b, a)) return better;
    if (a->count != b->count) return a->count > b->count;
    bool a_known = is_known(language, a), b_known = is_known(language, b);
    return a_known != b_known ? a_known : a->start < b->start;
}

/* a: the one that is wrong. */
static void report(const struct check_context *context, struct name *a, const struct name *b,
                   struct findings *out) {
    a->reported = true;
    struct finding *finding = names_report(context, a->start, a->start + a->text.len, a->text, b->text, out);
    struct str other = {0};
    message(&other, context->lang, SPELLING_NAME_OTHER, SLICE_ARG(b->text));
    finding_relate(finding, b->start, b->start + b->text.len)->message = str_steal(&other);
}

/* first: the earlier one of the two. */
static void compare(const struct check_context *context, struct names *names, size_t first, size_t second,
                    struct findings *out) {
    bool beside;
    if (!may_be_one(names, first, second, &beside)) return;
    struct name *rare = &names->list.items[second], *common = &names->list.items[first];
    if (is_right_one(context->language, rare, common)) {
        common = rare;
        rare = &names->list.items[first];
    }
    if (!rare->reported && !is_right_rare(context->language, rare, common) &&
        are_one(context->language, rare, common, beside))
        report(context, rare, common, out);
}

/* Forms of all names, in their order: of the first one, of the second. */
struct forms {
    VEC(struct grouped) list; /* item: of which name; rank: where it stands in that order */
    uint32_t *places;         /* by rank: index of list, plus 1, of a form that names before share */
};

static void enter_form(struct forms *forms, struct slice form, size_t name) {
    uint32_t rank = (uint32_t)forms->list.count;
    vec_push(&forms->list, (struct grouped){slice_mix(form), (uint32_t)name, rank});
}

/* Every form of the name with one letter less, and the name itself. */
static void enter_forms(struct forms *forms, const struct names *names, size_t name) {
    struct slice word = names->list.items[name].word->text;
    char form[FORM_MOST];
    enter_form(forms, word, name);
    for (size_t i = 0; i < word.len && word.len < sizeof form; i++) {
        if (i && word.data[i] == word.data[i - 1]) continue; /* the same form again */
        memcpy(form, word.data, i);
        memcpy(form + i, word.data + i + 1, word.len - i - 1);
        enter_form(forms, (struct slice){form, word.len - 1}, name);
    }
}

/* The first of the forms like the one at `at` that are compared with it. */
static size_t compared_from(const struct forms *forms, size_t at) {
    size_t first = at;
    while (first && at - first < GROUP_MAX && forms->list.items[first - 1].hash == forms->list.items[at].hash)
        first--;
    return first;
}

static bool has_partner(const struct names *names, const struct forms *forms, size_t at) {
    const struct grouped *form = &forms->list.items[at], *other = form - (at - compared_from(forms, at));
    while (other < form && !names_may_be_one(names, other->item, form->item))
        other++;
    return other < form;
}

/* Looks at the forms group by group, where most pairs are ruled out. False: interrupted. */
static bool place_forms(const struct check_context *context, const struct names *names, struct forms *forms) {
    for (size_t i = 0; i < names->list.count; i++) {
        if (i % ASK_EVERY == 0 && check_interrupted(context)) return false;
        enter_forms(forms, names, i);
    }
    group_items(forms->list.items, forms->list.count);
    forms->places = memory_zero(forms->list.count, sizeof *forms->places);
    for (size_t i = 0; i < forms->list.count; i++) {
        if (i % ASK_EVERY == 0 && check_interrupted(context)) return false;
        if (has_partner(names, forms, i)) forms->places[forms->list.items[i].rank] = (uint32_t)i + 1;
    }
    return true;
}

/* Each name with those before it that share a form, the nearest first. False: interrupted. */
static bool compare_forms(const struct check_context *context, struct names *names, const struct forms *forms,
                          struct findings *out) {
    for (size_t rank = 0; rank < forms->list.count; rank++) {
        if (rank % ASK_EVERY == 0 && check_interrupted(context)) return false;
        if (!forms->places[rank]) continue;
        size_t at = forms->places[rank] - 1, first = compared_from(forms, at);
        for (size_t before = at; before-- > first;)
            compare(context, names, forms->list.items[before].item, forms->list.items[at].item, out);
    }
    return true;
}

static bool check_alike(const struct check_context *context, struct names *names, struct findings *out) {
    struct forms forms = {0};
    bool finished = place_forms(context, names, &forms) && compare_forms(context, names, &forms, out);
    vec_free(&forms.list);
    free(forms.places);
    return finished;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct names names = {0};
    bool finished = names_gather(context, document, &names) && check_alike(context, &names, out);
    names_free(&names);
    return finished && names_place_check(context, document, out) &&
           names_written_check(context, document, out);
}

const struct check check_of_names = {.document = check_document};
