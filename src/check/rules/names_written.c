#include "check/rules/names_written.h"

#include "base/map.h"
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
    SHORT_FORM_SURE = 3, /* letters of a word in capitals that is one for sure */
    WAYS_MOST = 4
};

/* One way of writing a name. */
struct way {
    char *text; /* owned */
    size_t start, end, count;
    bool inside; /* once at least where no sentence begins */
    bool prose;  /* once at least in no title: a title raises every word */
};

struct written_name {
    struct way ways[WAYS_MOST];
    size_t count;
};

struct written_names {
    struct map by_letters; /* index of list, plus 1 */
    VEC(struct written_name) list;
};

struct finding *names_report(const struct check_context *context, size_t start, size_t end, struct slice text,
                             struct slice right, struct findings *out) {
    struct finding *finding = finding_add(out, RULE_SPELLING_NAME, start, end);
    finding_say(finding, context->lang, SPELLING_NAME, SLICE_ARG(text), SLICE_ARG(right));
    finding_suggest(finding, right);
    return finding;
}

/* Letters alone, small. */
static void append_letters(struct str *out, struct slice text) {
    struct str lower = {0};
    size_t kept = 0;
    str_append_lower(&lower, text);
    for (size_t i = 0; i < lower.len; i++)
        if (lower.data[i] != ' ' && lower.data[i] != '-') lower.data[kept++] = lower.data[i];
    str_append(out, slice_range(str_slice(&lower), 0, kept));
    str_free(&lower);
}

static void note(struct written_names *names, struct slice letters, const struct way *found) {
    struct slice text = slice_of(found->text);
    uintptr_t *at = map_put(&names->by_letters, letters);
    if (!*at) {
        vec_add(&names->list);
        *at = names->list.count;
    }
    struct written_name *name = &names->list.items[*at - 1];
    for (size_t i = 0; i < name->count; i++)
        if (slice_equal_text(text, name->ways[i].text)) {
            name->ways[i].count++;
            name->ways[i].inside |= found->inside;
            name->ways[i].prose |= found->prose;
            return;
        }
    if (name->count == WAYS_MOST) return;
    name->ways[name->count] = *found;
    name->ways[name->count++].text = slice_copy(text);
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

static void note_words(const struct check_context *context, struct written_names *names,
                       const struct block *block, size_t first, size_t end) {
    const struct analysis *a = &block->analysis;
    struct slice text = token_range(a, first, end);
    struct str letters = {0};
    append_letters(&letters, text);
    if (letters.len >= LETTERS_LEAST && !is_reported_elsewhere(context, text)) {
        char *copy = slice_copy(text);
        size_t start = block->start + a->tokens.items[first].start;
        note(names, str_slice(&letters),
             &(struct way){copy, start, start + text.len, 1, !token_opens(a, first),
                           block->kind == BLOCK_PROSE});
        free(copy);
    }
    str_free(&letters);
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

static void note_block(const struct check_context *context, struct written_names *names,
                       const struct block *block) {
    const struct analysis *a = &block->analysis;
    bool shouted = is_in_capitals(a);
    for (size_t i = 0; i < a->tokens.count && !shouted; i++) {
        if (!is_part(a, i) || !token_is_capital(a, i)) continue;
        if (!(a->tokens.items[i].flags & TOKEN_UPPER)) note_words(context, names, block, i, i + 1);
        if (is_pair(a, i)) note_words(context, names, block, i, i + 2);
    }
}

static bool has_gap(const char *text, char gap) {
    return strchr(text, gap) != NULL;
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
    struct slice rest = slice_of(way->text), other = slice_of(from->text);
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

/* KI, UPTD are written in capitals; BANK is not, however often it stands there. */
static bool is_short_form(struct language *language, struct slice word) {
    struct str lower = {0}, upper = {0};
    str_append_lower(&lower, word);
    speller_case(SLICE("AA"), word, &upper);
    bool is = word.len <= SHORT_FORM_SURE ||
              language_has(language, LEXICON_INSTITUTIONS, str_slice(&upper)) ||
              word_written(language, str_slice(&lower)) == WRITTEN_CAPITALS ||
              speller_look(language_speller(language), str_slice(&lower)) == WORD_UNKNOWN;
    str_free(&lower);
    str_free(&upper);
    return is;
}

static bool is_known(struct language *language, const char *text) {
    return language_has(language, LEXICON_PLACES, slice_of(text)) ||
           language_has(language, LEXICON_VILLAGES, slice_of(text)) ||
           (!strchr(text, ' ') && speller_look(language_speller(language), slice_of(text)) != WORD_UNKNOWN);
}

/* Sungai Batanghari, not Sungaibatanghari, which no list of places has. */
static bool is_river(struct language *language, const struct way *apart, const struct way *joined) {
    struct slice rest = slice_of(apart->text), first = slice_cut(&rest, ' ');
    return rest.len && !has_gap(joined->text, ' ') && language_word_in(language, first, CLASS_PLACE_FIRST) &&
           !is_known(language, joined->text);
}

/* Of two ways the commoner is right, but for capitals; of two as common the one that a list has; else the one
 * in two words. */
static bool is_better(struct language *language, const struct way *way, const struct way *than) {
    struct slice word = differing_word(way, than);
    if (is_raised_otherwise(way, than)) return is_capitals(word) == is_short_form(language, word);
    bool apart = is_river(language, way, than);
    if (apart || is_river(language, than, way)) return apart;
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
        struct slice wrong = slice_of(way->text), meant = slice_of(right->text);
        if (!is_joined_otherwise(way, right))
            wrong = differing_word(way, right), meant = differing_word(right, way);
        size_t start = way->start + (size_t)(wrong.data - way->text);
        if (start == told) continue; /* Penilai Ki, Ki Kalbar: the same word */
        told = start;
        struct finding *finding = names_report(context, start, start + wrong.len, wrong, meant, out);
        struct str other = {0};
        message(&other, context->lang, SPELLING_NAME_OTHER, SLICE_ARG(slice_of(right->text)));
        finding_relate(finding, right->start, right->end)->message = str_steal(&other);
    }
    return told;
}

bool names_written_check(const struct check_context *context, const struct document *document,
                         struct findings *out) {
    struct written_names names = {0};
    const struct block *block;
    size_t told = SIZE_MAX;
    bool done = true;
    for (size_t at = 0; done && (block = document_next(document, &at));) {
        done = !check_interrupted(context);
        note_block(context, &names, block);
    }
    vec_each(struct written_name, name, &names.list) {
        if (done && name->count > 1) told = report_others(context, name, told, out);
        for (size_t i = 0; i < name->count; i++)
            free(name->ways[i].text);
    }
    vec_free(&names.list);
    map_free(&names.by_letters);
    return done;
}
