#include "base/map.h"
#include "base/utf8.h"
#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/messages.h"
#include "check/rules/names_written.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"
#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

/*
 * spelling.name: a name spelt two ways in one draft (Algamar, Algammar). Capitalised words one edit apart are
 * one name when the same name stands beside both, or when the rarer stands there alone, once, and the other
 * often. Two known words, or two places, are not one name. Words that share all but one letter share a form
 * with one letter less, so that no pair is looked for in vain. A release has two or three names that share a
 * form; GROUP_MAX only bounds what thousands of made-up ones cost.
 */
enum {
    NAME_MIN = 5,
    NAME_MAX = 40,
    OFTEN = 2,
    LONG = 9, /* letters of two names that stand there once each: shorter ones are two names too often */
    GROUP_MAX = 8,
    ASK_EVERY = 64
};

enum answer { NOT_ASKED, NO, YES };

struct name {
    char *folded;      /* owned */
    struct slice text; /* as first written */
    size_t start, end; /* where, in the file */
    size_t count;
    bool inside; /* with a capital inside a sentence: surely a name */
    bool alone;  /* never beside another capital */
    bool reported;
    enum answer known, place; /* asked once: each costs several look-ups */
    size_t beside;            /* the latest of its neighbours, plus 1 */
    size_t neighbours;
};

/* Which name stands beside which capitalised word: without a hole, for it is a key of a map. */
struct name_beside {
    size_t name;
    uint64_t word; /* hash of the word, and on which side it stands */
};

struct neighbour {
    struct name_beside beside;
    size_t next; /* of the same name, plus 1 */
};

struct name_form {
    size_t name;
    size_t next; /* of the same form, plus 1 */
};

struct names {
    struct map by_word; /* index of list, plus 1 */
    VEC(struct name) list;
    struct map besides; /* every struct name_beside there is */
    VEC(struct neighbour) neighbours;
    struct map by_form; /* index of forms, plus 1 */
    VEC(struct name_form) forms;
};

static bool is_name(const struct token *token) {
    size_t len = token->end - token->start;
    return token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL && len >= NAME_MIN && len <= NAME_MAX &&
           !(token->flags & (TOKEN_UPPER | TOKEN_DIGIT | TOKEN_HYPHEN | TOKEN_DOTTED));
}

static struct slice bytes_of(const struct name_beside *beside) {
    return (struct slice){(const char *)beside, sizeof *beside};
}

static void add_neighbour(struct names *names, struct name_beside beside) {
    uintptr_t *seen = map_put(&names->besides, bytes_of(&beside));
    if (*seen) return;
    *seen = true;
    struct name *name = &names->list.items[beside.name];
    vec_push(&names->neighbours, (struct neighbour){beside, name->beside});
    name->beside = names->neighbours.count;
    name->neighbours++;
}

static bool add_beside(struct names *names, size_t name, const struct analysis *a, const struct token *other,
                       uint64_t side) {
    if (!other || !(other->flags & TOKEN_CAPITAL)) return false;
    struct str word = {0};
    word_fold(&word, token_text(a, other));
    bool says_whose = !token_in(a, (size_t)(other - a->tokens.items), CLASS_NAME_TITLE);
    if (says_whose) add_neighbour(names, (struct name_beside){name, slice_hash(str_slice(&word)) * 2 + side});
    str_free(&word);
    return says_whose;
}

static void add_name(struct names *names, const struct analysis *a, size_t index, size_t block_start) {
    const struct token *token = &a->tokens.items[index];
    struct str folded = {0};
    word_fold(&folded, token_text(a, token));
    uintptr_t *at = map_put(&names->by_word, str_slice(&folded));
    if (!*at) {
        vec_push(&names->list, (struct name){.folded = slice_copy(str_slice(&folded)),
                                             .text = token_text(a, token),
                                             .start = block_start + token->start,
                                             .end = block_start + token->end,
                                             .alone = true});
        *at = names->list.count;
    }
    struct name *name = &names->list.items[*at - 1];
    name->count++;
    if (!token_opens(a, index)) name->inside = true;
    bool before = add_beside(names, *at - 1, a, word_before(a, index), 0);
    bool after = add_beside(names, *at - 1, a, word_after(a, index), 1);
    if (before || after) name->alone = false;
    str_free(&folded);
}

static bool stand_beside_the_same(const struct names *names, size_t a, size_t b) {
    if (names->list.items[a].neighbours > names->list.items[b].neighbours) {
        size_t swapped = a;
        a = b;
        b = swapped;
    }
    for (size_t at = names->list.items[a].beside; at; at = names->neighbours.items[at - 1].next) {
        struct name_beside other = {b, names->neighbours.items[at - 1].beside.word};
        if (map_has(&names->besides, bytes_of(&other))) return true;
    }
    return false;
}

static bool is_place(struct language *language, struct name *name) {
    if (!name->place)
        name->place = language_has(language, LEXICON_PLACES, name->text) ||
                              language_begins(language, LEXICON_PLACES, name->text) ||
                              language_has(language, LEXICON_PLACE_WORDS, slice_of(name->folded)) /* Sumbar */
                          ? YES
                          : NO;
    return name->place == YES;
}

static bool is_known(struct language *language, struct name *name) {
    if (!name->known)
        name->known =
            speller_look(language_speller(language), slice_of(name->folded)) == WORD_UNKNOWN ? NO : YES;
    return name->known == YES;
}

/* Email, Gmail; Budi, Rudi: who types wrong seldom does so in the first letter. */
static bool begin_otherwise(struct slice a, struct slice b) {
    return a.len == b.len && a.data[0] != b.data[0];
}

/* Cheap questions first: made-up names ask them of millions of pairs. */
static bool may_be_one(const struct names *names, size_t first, size_t second, bool *beside) {
    const struct name *a = &names->list.items[first], *b = &names->list.items[second];
    if (edit_count(slice_of(a->folded), slice_of(b->folded), 1) != 1) return false;
    if (begin_otherwise(slice_of(a->folded), slice_of(b->folded))) return false;
    *beside = stand_beside_the_same(names, first, second);
    return *beside || (a->alone && a->count == 1) || (b->alone && b->count == 1);
}

/* Carisoprodol, Corisoprodol: of two long names that no list has, one letter apart inside, one is misspelt.
 */
static bool are_one_long(struct language *language, struct name *a, struct name *b) {
    struct slice one = slice_of(a->folded), other = slice_of(b->folded);
    return one.len >= LONG && other.len >= LONG && one.data[0] == other.data[0] &&
           one.data[one.len - 1] == other.data[other.len - 1] && !is_known(language, a) &&
           !is_known(language, b) && !is_place(language, a) && !is_place(language, b);
}

static bool are_one(struct language *language, struct name *a, struct name *b, bool beside) {
    if (!beside && (!a->alone || a->count > 1)) return false;
    if (!beside && b->count < OFTEN && !are_one_long(language, a, b)) return false;
    if (language_has(language, LEXICON_NONSTANDARD, slice_of(a->folded)) ||
        language_has(language, LEXICON_NONSTANDARD, slice_of(b->folded)))
        return false; /* spelling.nonstandard's */
    if (language_begins(language, LEXICON_INSTITUTIONS, a->text) &&
        language_begins(language, LEXICON_INSTITUTIONS, b->text))
        return false; /* Ditjen, Dirjen */
    bool a_known = is_known(language, a), b_known = is_known(language, b);
    if ((a_known && b_known) || (!a->inside && a_known) || (!b->inside && b_known)) return false;
    if (is_place(language, a) && is_place(language, b)) return false;
    return beside || (!a_known && !is_place(language, a));
}

/* Of two spellings the commoner is right; of two as common the one that is a word; else the earlier. */
static bool is_right_one(struct language *language, struct name *a, struct name *b) {
    if (a->count != b->count) return a->count > b->count;
    bool a_known = is_known(language, a), b_known = is_known(language, b);
    return a_known != b_known ? a_known : a->start < b->start;
}

/* a: the one that is wrong. */
static void report(const struct check_context *context, struct name *a, const struct name *b,
                   struct findings *out) {
    a->reported = true;
    struct finding *finding = names_report(context, a->start, a->end, a->text, b->text, out);
    struct str other = {0};
    message(&other, context->lang, SPELLING_NAME_OTHER, SLICE_ARG(b->text));
    finding_relate(finding, b->start, b->end)->message = str_steal(&other);
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
    if (!rare->reported && are_one(context->language, rare, common, beside))
        report(context, rare, common, out);
}

/* Compares the name with those before it that share the form, then enters it. */
static void enter_form(const struct check_context *context, struct names *names, struct slice form,
                       size_t name, struct findings *out) {
    uintptr_t *latest = map_put(&names->by_form, form);
    size_t before = *latest;
    for (size_t i = 0; before && i < GROUP_MAX; i++) {
        compare(context, names, names->forms.items[before - 1].name, name, out);
        before = names->forms.items[before - 1].next;
    }
    vec_push(&names->forms, (struct name_form){name, *latest});
    *latest = names->forms.count;
}

/* Every form of the name with one letter less, and the name itself. */
static void enter_forms(const struct check_context *context, struct names *names, size_t name,
                        struct findings *out) {
    struct slice word = slice_of(names->list.items[name].folded);
    char form[NAME_MAX * 2];
    enter_form(context, names, word, name, out);
    for (size_t i = 0; i < word.len && word.len < sizeof form; i++) {
        if (i && word.data[i] == word.data[i - 1]) continue; /* the same form again */
        memcpy(form, word.data, i);
        memcpy(form + i, word.data + i + 1, word.len - i - 1);
        enter_form(context, names, (struct slice){form, word.len - 1}, name, out);
    }
}

static bool collect(const struct check_context *context, const struct document *document,
                    struct names *names) {
    size_t added = 0;
    const struct block *block;
    for (size_t at = 0; (block = document_next(document, &at));) {
        if (check_interrupted(context)) return false;
        for (size_t t = 0; t < block->analysis.tokens.count; t++) {
            if (!is_name(&block->analysis.tokens.items[t])) continue;
            if (++added % ASK_EVERY == 0 && check_interrupted(context)) return false;
            add_name(names, &block->analysis, t, block->start);
        }
    }
    return true;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct names names = {0};
    bool finished = collect(context, document, &names);
    for (size_t i = 0; i < names.list.count && finished; i++) {
        finished = i % ASK_EVERY || !check_interrupted(context);
        enter_forms(context, &names, i, out);
    }
    const struct block *block;
    for (size_t at = 0; finished && (block = document_next(document, &at));)
        names_place_check(context, block, out);
    finished = finished && names_written_check(context, document, out);
    vec_each(struct name, name, &names.list)
        free(name->folded);
    vec_free(&names.list);
    vec_free(&names.neighbours);
    vec_free(&names.forms);
    map_free(&names.by_word);
    map_free(&names.besides);
    map_free(&names.by_form);
    return finished;
}

const struct check check_of_names = {.document = check_document};
