#include "base/map.h"
#include "base/utf8.h"
#include "check/rule.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"
#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

/*
 * spelling.name: a name spelt two ways in one draft (Algamar, Algammar). Capitalised words one edit apart are
 * one name when the same name stands beside both, or when the rarer stands there alone, once, and the other
 * often. Two known words, or two places, are not one name. Words that share all but one letter share a form
 * with one letter less, so that no pair is looked for in vain.
 */
enum { NAME_MIN = 5, NAME_MAX = 40, OFTEN = 2, GROUP_MAX = 50 };

struct name {
    char *folded;      /* owned */
    struct slice text; /* as first written */
    size_t start, end; /* where, in the file */
    size_t count;
    bool inside; /* with a capital inside a sentence: surely a name */
    bool alone;  /* never beside another capital */
    bool reported;
};

struct beside {
    size_t name;
    uint64_t word; /* hash of the capitalised word beside it, and on which side */
};

struct form {
    uint64_t hash;
    size_t name;
};

struct names {
    struct map by_word; /* index of list, plus 1 */
    VEC(struct name) list;
    VEC(struct beside) beside;
    VEC(struct form) forms;
};

static bool is_name(const struct token *token) {
    size_t len = token->end - token->start;
    return token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL && len >= NAME_MIN && len <= NAME_MAX &&
           !(token->flags & (TOKEN_UPPER | TOKEN_DIGIT | TOKEN_HYPHEN));
}

static bool add_beside(struct names *names, size_t name, const struct analysis *a, const struct token *other,
                       uint64_t side) {
    if (!other || !(other->flags & TOKEN_CAPITAL)) return false;
    struct str word = {0};
    word_fold(&word, token_text(a, other));
    bool says_whose = !token_in(a, (size_t)(other - a->tokens.items), CLASS_NAME_TITLE);
    if (says_whose) vec_push(&names->beside, (struct beside){name, slice_hash(str_slice(&word)) * 2 + side});
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

/* Every form of the name with one letter less, and the name itself. */
static void add_forms(struct names *names, size_t name) {
    struct slice word = slice_of(names->list.items[name].folded);
    char form[NAME_MAX * 2];
    vec_push(&names->forms, (struct form){slice_hash(word), name});
    for (size_t i = 0; i < word.len && word.len < sizeof form; i++) {
        if (i && word.data[i] == word.data[i - 1]) continue; /* the same form again */
        memcpy(form, word.data, i);
        memcpy(form + i, word.data + i + 1, word.len - i - 1);
        vec_push(&names->forms, (struct form){slice_hash((struct slice){form, word.len - 1}), name});
    }
}

static int by_hash(const void *left, const void *right) {
    const struct form *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return a->name < b->name ? -1 : a->name > b->name;
}

static bool stand_beside_the_same(const struct names *names, size_t a, size_t b) {
    for (size_t i = 0; i < names->beside.count; i++) {
        if (names->beside.items[i].name != a) continue;
        for (size_t k = 0; k < names->beside.count; k++)
            if (names->beside.items[k].name == b &&
                names->beside.items[k].word == names->beside.items[i].word)
                return true;
    }
    return false;
}

static bool is_place(struct language *language, const struct name *name) {
    return language_has(language, LEXICON_PLACES, name->text) ||
           language_begins(language, LEXICON_PLACES, name->text) ||
           language_has(language, LEXICON_PLACE_WORDS, slice_of(name->folded)); /* Sumbar */
}

static bool is_known(struct language *language, const struct name *name) {
    return speller_look(language_speller(language), slice_of(name->folded)) != WORD_UNKNOWN;
}

static bool are_one(struct language *language, const struct names *names, size_t rare, size_t common) {
    const struct name *a = &names->list.items[rare], *b = &names->list.items[common];
    if (edit_count(slice_of(a->folded), slice_of(b->folded), 1) != 1) return false;
    if (language_has(language, LEXICON_NONSTANDARD, slice_of(a->folded)) ||
        language_has(language, LEXICON_NONSTANDARD, slice_of(b->folded)))
        return false; /* spelling.nonstandard's */
    if (language_begins(language, LEXICON_INSTITUTIONS, a->text) &&
        language_begins(language, LEXICON_INSTITUTIONS, b->text))
        return false; /* Ditjen, Dirjen */
    bool a_known = is_known(language, a), b_known = is_known(language, b);
    if ((a_known && b_known) || (!a->inside && a_known) || (!b->inside && b_known)) return false;
    if (is_place(language, a) && is_place(language, b)) return false;
    if (stand_beside_the_same(names, rare, common)) return true;
    return a->alone && a->count == 1 && b->count >= OFTEN && !a_known && !is_place(language, a);
}

/* Of two spellings the commoner is right; of two as common the one that is a word; else the earlier. */
static bool is_right_one(struct language *language, const struct name *a, const struct name *b) {
    if (a->count != b->count) return a->count > b->count;
    bool a_known = is_known(language, a), b_known = is_known(language, b);
    return a_known != b_known ? a_known : a->start < b->start;
}

static void report(const struct check_context *context, struct names *names, size_t rare, size_t common,
                   struct findings *out) {
    struct name *a = &names->list.items[rare];
    const struct name *b = &names->list.items[common];
    a->reported = true;
    struct finding *finding = finding_add(out, RULE_SPELLING_NAME, a->start, a->end);
    finding_say(finding, context->lang, SPELLING_NAME, SLICE_ARG(a->text), SLICE_ARG(b->text));
    finding_suggest(finding, b->text);
    struct str other = {0};
    message(&other, context->lang, SPELLING_NAME_OTHER, SLICE_ARG(b->text));
    finding_relate(finding, b->start, b->end)->message = str_steal(&other);
}

static void compare_forms(const struct check_context *context, struct names *names, struct findings *out) {
    if (names->forms.count)
        qsort(names->forms.items, names->forms.count, sizeof *names->forms.items, by_hash);
    for (size_t i = 0; i < names->forms.count; i++)
        for (size_t k = i + 1; k < names->forms.count && k < i + GROUP_MAX &&
                               names->forms.items[k].hash == names->forms.items[i].hash;
             k++) {
            size_t first = names->forms.items[i].name, second = names->forms.items[k].name;
            if (is_right_one(context->language, &names->list.items[second], &names->list.items[first])) {
                size_t swapped = first;
                first = second;
                second = swapped;
            }
            if (first != second && !names->list.items[second].reported &&
                are_one(context->language, names, second, first))
                report(context, names, second, first, out);
        }
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct names names = {0};
    bool finished = true;
    for (size_t i = 0; i < document->blocks.count && finished; i++) {
        const struct block *block = document->blocks.items[i];
        for (size_t t = 0; t < block->analysis.tokens.count; t++)
            if (is_name(&block->analysis.tokens.items[t]))
                add_name(&names, &block->analysis, t, block->start);
        finished = !check_interrupted(context);
    }
    if (finished) {
        for (size_t i = 0; i < names.list.count; i++)
            add_forms(&names, i);
        compare_forms(context, &names, out);
    }
    for
        vec_each(struct name, name, &names.list) free(name->folded);
    vec_free(&names.list);
    vec_free(&names.beside);
    vec_free(&names.forms);
    map_free(&names.by_word);
    return finished;
}

const struct check check_of_names = {.document = check_document};
