#include "check/rules/names_written.h"

#include "base/group.h"
#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/words.h"
#include "language/spelling/speller.h"

#include <stdlib.h>

enum {
    LETTERS_LEAST = 7,   /* of a name, in all */
    SELDOM = 5,          /* times oftener in small letters than in capitals */
    SHORT_FORM_SURE = 3, /* letters of a word in capitals that is one for sure */
    PLACE_LEAST = 9,     /* bytes of a place in two words: shorter ones are quarters and stations as well */
    WAYS_MOST = 4,
    ASK_EVERY = 4096 /* names */
};

/* One way of writing a name. */
struct way {
    struct slice text; /* of the draft, as first written */
    size_t start;      /* where, in the file */
    uint32_t count;
    bool inside; /* once at least where no sentence begins */
    bool prose;  /* once at least in no title: a title raises every word */
};

struct written_name {
    struct way ways[WAYS_MOST];
    size_t count;
    size_t first; /* the earlier, the smaller */
};

/* What may be a name, or the first two words of one, in the order of the draft. */
struct written_words {
    VEC(struct way) list;
    VEC(struct grouped) letters; /* item: index of list */
    VEC(struct written_name) names;
    struct str scratch;
};

struct finding *names_report(const struct check_context *context, size_t start, size_t end, struct slice text,
                             struct slice right, struct findings *out) {
    struct finding *finding = finding_add(out, RULE_SPELLING_NAME, start, end);
    finding_say(finding, context->lang, SPELLING_NAME, SLICE_ARG(text), SLICE_ARG(right));
    finding_suggest(finding, right);
    return finding;
}

/* Letters alone, small. */
static void take_letters(struct str *out, struct slice text) {
    size_t kept = 0;
    str_clear(out);
    str_append_lower(out, text);
    for (size_t i = 0; i < out->len; i++)
        if (out->data[i] != ' ' && out->data[i] != '-') out->data[kept++] = out->data[i];
    out->len = kept;
}

static bool is_part(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_WORD) && !(a->tokens.items[i].flags & (TOKEN_DIGIT | TOKEN_DOTTED));
}

static bool is_spaced(const struct analysis *a, size_t i) {
    return slice_equal_text(token_gap(a, i), " ");
}

/* Maha Pengasih, Mahakuasa: spelt by rule, not as somebody wrote it first. */
static bool is_pair(const struct analysis *a, size_t i) {
    return is_part(a, i + 1) && is_spaced(a, i + 1) && token_is_capital(a, i + 1) && !token_is(a, i, "maha");
}

/* The tables of other rules, and reduplication, decide what is joined. */
static bool is_reported_elsewhere(const struct check_context *context, struct slice text) {
    struct str lower = {0};
    str_append_lower(&lower, text);
    bool found = wording_is_listed(context, str_slice(&lower));
    struct slice rest = str_slice(&lower);
    struct slice first = slice_cut(&rest, slice_find_byte(rest, '-', 0) == SIZE_MAX ? ' ' : '-');
    found = found || slice_equal(first, rest);
    str_free(&lower);
    return found;
}

static void note_words(struct written_words *written, const struct block *block, size_t first, size_t end) {
    const struct analysis *a = &block->analysis;
    struct slice text = token_range(a, first, end);
    take_letters(&written->scratch, text);
    if (written->scratch.len < LETTERS_LEAST) return;
    uint32_t index = (uint32_t)written->list.count;
    vec_push(&written->letters, (struct grouped){slice_mix(str_slice(&written->scratch)), index, 0});
    vec_push(&written->list, (struct way){text, block->start + a->tokens.items[first].start, 1,
                                          !token_opens(a, first), block->kind == BLOCK_PROSE});
}

/* PROFIL SMK NEGERI 3 CIMAHI: a heading in capitals says nothing about how its names are written. */
static bool is_in_capitals(const struct analysis *a) {
    size_t upper = 0, other = 0;
    for (size_t i = 0; i < a->tokens.count; i++) {
        bool raised = token_is_kind(a, i, TOKEN_WORD) && a->tokens.items[i].flags & TOKEN_UPPER;
        upper += raised && token_word(a, i).len > SHORT_FORM_SURE;
        other += token_is_kind(a, i, TOKEN_WORD) && !raised;
    }
    return upper > other;
}

/* Hari KESATUAN GERAK PKK: of a phrase in capitals no word says how it is written. */
static bool is_shouted(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_WORD) && a->tokens.items[i].flags & TOKEN_UPPER &&
           token_word(a, i).len > SHORT_FORM_SURE;
}

static bool is_in_shouted(const struct analysis *a, size_t i) {
    return (i && is_shouted(a, i) && is_shouted(a, i - 1)) || (is_shouted(a, i + 1) && is_shouted(a, i + 2));
}

static void note_block(struct written_words *written, const struct block *block) {
    const struct analysis *a = &block->analysis;
    bool shouted = is_in_capitals(a);
    for (size_t i = 0; i < a->tokens.count && !shouted; i++) {
        if (!is_part(a, i) || !token_is_capital(a, i)) continue;
        if (!(a->tokens.items[i].flags & TOKEN_UPPER)) note_words(written, block, i, i + 1);
        if (is_pair(a, i) && !is_in_shouted(a, i)) note_words(written, block, i, i + 2);
    }
}

/* Adds a way to the name, or counts it. */
static void add_way(const struct check_context *context, struct written_name *name, const struct way *found,
                    size_t index) {
    for (size_t i = 0; i < name->count; i++)
        if (slice_equal(found->text, name->ways[i].text)) {
            name->ways[i].count++;
            name->ways[i].inside |= found->inside;
            name->ways[i].prose |= found->prose;
            return;
        }
    if (name->count == WAYS_MOST || is_reported_elsewhere(context, found->text)) return;
    if (!name->count) name->first = index;
    name->ways[name->count++] = *found;
}

/* What has the same letters, from first to before end, in two ways or more. */
static void add_name(const struct check_context *context, struct written_words *written, size_t first,
                     size_t end) {
    const struct grouped *letters = written->letters.items;
    struct slice text = written->list.items[letters[first].item].text;
    size_t other = first + 1;
    while (other < end && slice_equal(written->list.items[letters[other].item].text, text))
        other++;
    if (other >= end) return;
    struct written_name name = {0};
    for (size_t i = first; i < end; i++)
        add_way(context, &name, &written->list.items[letters[i].item], letters[i].item);
    if (name.count > 1) vec_push(&written->names, name);
}

static int by_first(const void *left, const void *right) {
    const struct written_name *a = left, *b = right;
    return (a->first > b->first) - (a->first < b->first);
}

/* The names that are written in two ways or more, in the order of the draft. False: interrupted. */
static bool gather_names(const struct check_context *context, const struct document *document,
                         struct written_words *written) {
    const struct block *block;
    for (size_t at = 0; (block = document_next(document, &at));) {
        if (check_interrupted(context)) return false;
        note_block(written, block);
    }
    size_t count = written->letters.count, asked = 0;
    group_items(written->letters.items, count);
    for (size_t first = 0, end; first < count; first = end) {
        if (first >= asked && (asked = first + ASK_EVERY, check_interrupted(context))) return false;
        end = group_end(written->letters.items, count, first);
        add_name(context, written, first, end);
    }
    if (written->names.count)
        qsort(written->names.items, written->names.count, sizeof *written->names.items, by_first);
    return true;
}

static bool has_gap(struct slice text, char gap) {
    return slice_find_byte(text, gap, 0) != SIZE_MAX;
}

static bool is_joined_otherwise(const struct way *a, const struct way *b) {
    if ((has_gap(a->text, ' ') && !a->prose) || (has_gap(b->text, ' ') && !b->prose)) return false;
    return has_gap(a->text, ' ') != has_gap(b->text, ' ') || has_gap(a->text, '-') != has_gap(b->text, '-');
}

static bool is_capitals(struct slice word) {
    bool capitals = word.len > 1;
    for (size_t i = 0; i < word.len && capitals; i++)
        capitals = word.data[i] >= 'A' && word.data[i] <= 'Z';
    return capitals;
}

/* The word that two ways of two words do not share; empty when they share none. */
static struct slice differing_word(const struct way *way, const struct way *from) {
    struct slice rest = way->text, other = from->text;
    struct slice first = slice_cut(&rest, ' '), other_first = slice_cut(&other, ' ');
    if (slice_equal(first, other_first)) return rest;
    return slice_equal(rest, other) ? first : SLICE("");
}

/* BANK Nagari, Bank Nagari; KI Kalbar, Ki Kalbar: one of two words is in capitals here and not there, where
 * the start of a sentence does not explain it (Di Jakarta, DI Yogyakarta). */
static bool is_raised_otherwise(const struct way *a, const struct way *b) {
    if (!has_gap(a->text, ' ') || !has_gap(b->text, ' ')) return false;
    bool capitals = is_capitals(differing_word(a, b));
    return capitals != is_capitals(differing_word(b, a)) && (capitals ? b->inside : a->inside);
}

/* pos, in all lists of words and seldom a short form; not ki, and not bos, which BOS is as well. */
static bool is_plain(struct language *language, struct slice lower) {
    return frequency_of_lists(language, lower) == LISTS_ALL &&
           frequency_of_form(language, lower, FORM_SMALL) >
               SELDOM * frequency_of_form(language, lower, FORM_CAPITALS);
}

/* KI, UPTD are written in capitals; BANK and POS are not, however often they stand there, nor are AL Akhyar
 * and SILIWANGI. */
static bool is_short_form(struct language *language, struct slice word) {
    if (language_word_in(language, word, CLASS_NAME_PARTICLE)) return false;
    struct str lower = {0}, upper = {0};
    str_append_lower(&lower, word);
    speller_case(SLICE("AA"), word, &upper);
    enum written way = word_written(language, str_slice(&lower));
    bool is =
        (word.len <= SHORT_FORM_SURE && !is_plain(language, str_slice(&lower))) ||
        language_has(language, LEXICON_INSTITUTIONS, str_slice(&upper)) || way == WRITTEN_CAPITALS ||
        (way != WRITTEN_NAME && speller_look(language_speller(language), str_slice(&lower)) == WORD_UNKNOWN);
    str_free(&lower);
    str_free(&upper);
    return is;
}

static bool is_known(struct language *language, struct slice text) {
    return language_has(language, LEXICON_PLACES, text) || language_has(language, LEXICON_VILLAGES, text) ||
           (!has_gap(text, ' ') && speller_look(language_speller(language), text) != WORD_UNKNOWN);
}

/* Sungai Batanghari, not Sungaibatanghari, which no list of places has. */
static bool is_river(struct language *language, const struct way *apart, const struct way *joined) {
    struct slice rest = apart->text, first = slice_cut(&rest, ' ');
    return rest.len && !has_gap(joined->text, ' ') && language_word_in(language, first, CLASS_PLACE_FIRST) &&
           !is_known(language, joined->text);
}

/* Kulon Progo, not Kulonprogo: names_place.c says so too. */
static bool is_long_place(struct language *language, const struct way *way, const struct way *other) {
    return way->text.len > PLACE_LEAST && is_joined_otherwise(way, other) && has_gap(way->text, ' ') &&
           language_has(language, LEXICON_PLACES, way->text);
}

/* Of two ways the commoner is right, but for capitals and for Kulon Progo, which lists of places have; of two
 * as common the one that a list has; else the one in two words. */
static bool is_better(struct language *language, const struct way *way, const struct way *than) {
    struct slice word = differing_word(way, than);
    if (is_raised_otherwise(way, than)) return is_capitals(word) == is_short_form(language, word);
    bool apart = is_river(language, way, than);
    if (apart || is_river(language, than, way)) return apart;
    bool place = is_long_place(language, way, than);
    if (place != is_long_place(language, than, way)) return place;
    if (way->count != than->count) return way->count > than->count;
    bool known = is_known(language, way->text);
    return known != is_known(language, than->text) ? known
                                                   : has_gap(way->text, ' ') && !has_gap(than->text, ' ');
}

static const struct way *right_way(struct language *language, const struct written_name *name) {
    const struct way *right = &name->ways[0];
    for (size_t i = 1; i < name->count; i++)
        if (is_better(language, &name->ways[i], right)) right = &name->ways[i];
    return right;
}

/* Returns where the last one stands; told: where the one before does. */
static size_t report_others(const struct check_context *context, const struct written_name *name, size_t told,
                            struct findings *out) {
    const struct way *right = right_way(context->language, name);
    for (size_t i = 0; i < name->count; i++) {
        const struct way *way = &name->ways[i];
        if (way == right || !(is_joined_otherwise(way, right) || is_raised_otherwise(way, right))) continue;
        struct slice wrong = way->text, meant = right->text;
        if (!is_joined_otherwise(way, right))
            wrong = differing_word(way, right), meant = differing_word(right, way);
        size_t start = way->start + (size_t)(wrong.data - way->text.data);
        if (start == told) continue; /* Penilai Ki, Ki Kalbar: the same word */
        told = start;
        struct finding *finding = names_report(context, start, start + wrong.len, wrong, meant, out);
        struct str other = {0};
        message(&other, context->lang, SPELLING_NAME_OTHER, SLICE_ARG(right->text));
        finding_relate(finding, right->start, right->start + right->text.len)->message = str_steal(&other);
    }
    return told;
}

bool names_written_check(const struct check_context *context, const struct document *document,
                         struct findings *out) {
    struct written_words written = {0};
    size_t told = SIZE_MAX;
    bool done = gather_names(context, document, &written);
    vec_each(const struct written_name, name, &written.names)
        told = report_others(context, name, told, out);
    vec_free(&written.list);
    vec_free(&written.letters);
    vec_free(&written.names);
    str_free(&written.scratch);
    return done;
}
