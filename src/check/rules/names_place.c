#include "check/rules/names_written.h"

#include "base/map.h"
#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/words.h"
#include "language/spelling/speller.h"

#include <stdlib.h>

enum {
    JOINED_LEAST = 9, /* letters of a joined name, */
    PART_LEAST = 3,   /* and of each part */
    PLACE_LEAST = 5,  /* letters of a place that is misspelt, */
    WHERE_LEAST = 6,  /* and of one that only a preposition shows to be a place */
    COMMON = 200,     /* documents of 16.8 thousand: a word that is no misspelt place */
    NAMED_LEAST = 3,  /* with a capital in the counted news: a name in its own right */
    FAMOUS = 100,     /* with a capital in the counted news: a place that everybody knows */
    THROUGHOUT = 3    /* so often in one draft, and never as the place: whoever writes it knows the name */
};

static void report(const struct check_context *context, const struct block *block, size_t first,
                   size_t tokens, struct slice right, struct findings *out) {
    const struct token *token = &block->analysis.tokens.items[first];
    size_t start = block->start + token->start, end = block->start + token[tokens - 1].end;
    struct finding *finding = finding_add(out, RULE_SPELLING_NAME, start, end);
    finding_say(finding, context->lang, SPELLING_NAME_PLACE, SLICE_ARG(right),
                SLICE_ARG(token_range(&block->analysis, first, first + tokens)));
    finding_suggest(finding, right);
}

static bool is_name(const struct analysis *a, size_t i) {
    return token_is_capital(a, i) &&
           !(a->tokens.items[i].flags & (TOKEN_UPPER | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_DOTTED));
}

static bool is_place(struct language *language, struct slice name) {
    return language_has(language, LEXICON_PLACES, name) || language_has(language, LEXICON_VILLAGES, name);
}

static bool is_listed(struct language *language, struct slice text) {
    return language_has(language, LEXICON_PLACES, text) || language_begins(language, LEXICON_PLACES, text);
}

/* No place, and no word of another kind. */
static bool is_strange(struct language *language, struct slice text) {
    struct str lower = {0};
    str_append_lower(&lower, text);
    bool strange = !is_listed(language, text) && !language_has(language, LEXICON_VILLAGES, text) &&
                   frequency_of_form(language, str_slice(&lower), FORM_NEWS_CAPITAL) < NAMED_LEAST &&
                   speller_look(language_speller(language), text) == WORD_UNKNOWN;
    str_free(&lower);
    return strange;
}

static void append_part(struct str *out, struct slice letters) {
    if (out->len) str_append_byte(out, ' ');
    speller_case(SLICE("A"), letters, out);
}

/* Writes the name of a place of three words whose letters, joined, are these. Two words are joined in some
 * places and houses, and apart in others. */
static bool find_joined(struct language *language, struct slice letters, struct str *right) {
    for (size_t first = PART_LEAST; first + 2 * PART_LEAST <= letters.len; first++) {
        for (size_t second = first + PART_LEAST; second + PART_LEAST <= letters.len; second++) {
            str_clear(right);
            append_part(right, slice_range(letters, 0, first));
            append_part(right, slice_range(letters, first, second));
            append_part(right, slice_range(letters, second, letters.len));
            if (is_place(language, str_slice(right))) return true;
        }
    }
    return false;
}

static bool check_joined(const struct check_context *context, const struct block *block, size_t i,
                         struct findings *out) {
    const struct analysis *a = &block->analysis;
    struct slice text = token_word(a, i), letters = a->forms.items[i]->small->text;
    struct str right = {0};
    bool found = letters.len >= JOINED_LEAST && is_strange(context->language, text) &&
                 find_joined(context->language, letters, &right);
    if (found) report(context, block, i, 1, str_slice(&right), out);
    str_free(&right);
    return found;
}

/* The one place of the kind that is one edit away, begins alike and has as many words. */
static struct slice near_place(struct language *language, struct slice text, bool districts) {
    bool two = slice_find_byte(text, ' ', 0) != SIZE_MAX;
    const struct lexicon *places = language_lexicon(language, LEXICON_PLACES);
    struct slice name, fields, found = {0};
    size_t at = lexicon_seek(places, slice_range(text, 0, 1));
    while (lexicon_next(places, &at, &name, &fields) && name.data[0] == text.data[0]) {
        if (name.len > text.len + 1 || text.len > name.len + 1) continue;
        if (slice_equal_text(lexicon_field(fields, 0), "kecamatan") != districts ||
            edit_count(text, name, 1) != 1 || (slice_find_byte(name, ' ', 0) != SIZE_MAX) != two)
            continue;
        if (found.len) return SLICE("");
        found = name;
    }
    return found;
}

/* What stands before the name, and a full stop between them: Prov. Sulta. */
static size_t kind_before(const struct analysis *a, size_t i) {
    return token_is_mark(a, i - 1, ".") ? i - 2 : i - 1;
}

/* The draft, and what was found out about it: "Rindag Rindang" is NO or YES. */
struct place_draft {
    const struct document *document;
    struct map throughout;
};

static bool count_throughout(const struct document *document, struct slice wrong, struct slice known) {
    size_t times = 0;
    const struct block *block;
    for (size_t at = 0; (block = document_next(document, &at));) {
        vec_each(const struct token, t, &block->analysis.tokens) {
            struct slice word = token_text(&block->analysis, t);
            if (slice_equal_nocase(word, known)) return false;
            times += slice_equal(word, wrong); /* sepuluh is a word as well */
        }
    }
    return times >= THROUGHOUT;
}

/* Kecamatan Rindang, in a draft of Rindang. The whole draft is read once for each pair, not for each place
 * where it stands. */
static bool is_written_throughout(struct place_draft *draft, struct slice text, struct slice right) {
    enum { UNKNOWN, NO, YES };
    struct slice wrong = slice_cut(&text, ' '), known = slice_cut(&right, ' ');
    if (slice_equal(wrong, known)) {
        wrong = text;
        known = right;
    }
    struct str pair = {0};
    str_printf(&pair, "%.*s %.*s", SLICE_ARG(wrong), SLICE_ARG(known));
    uintptr_t *found = map_put(&draft->throughout, str_slice(&pair));
    if (*found == UNKNOWN) *found = count_throughout(draft->document, wrong, known) ? YES : NO;
    str_free(&pair);
    return *found == YES;
}

static void check_kind(const struct check_context *context, struct place_draft *draft,
                       const struct block *block, size_t i, struct findings *out) {
    const struct analysis *a = &block->analysis;
    size_t kind = kind_before(a, i), tokens = is_name(a, i + 1) ? 2 : 1;
    bool districts = token_is(a, kind, "kecamatan") || token_is(a, kind, "kec");
    struct slice text = token_range(a, i, i + tokens);
    if (text.len < PLACE_LEAST || (!districts && !token_in(a, kind, CLASS_BEFORE_REGENCY)) ||
        is_listed(context->language, text) || token_is_capital(a, i + tokens) ||
        frequency_of(context->language, a->forms.items[i]->small->text) >= COMMON) /* Kecamatan Sehat */
        return;
    struct slice right = near_place(context->language, text, districts);
    if (right.len && !is_written_throughout(draft, text, right))
        report(context, block, i, tokens, right, out);
}

static bool is_famous(struct language *language, struct slice place) {
    struct str first = {0};
    str_append_lower(&first, slice_cut(&place, ' '));
    bool famous = frequency_of_form(language, str_slice(&first), FORM_NEWS_CAPITAL) >= FAMOUS;
    str_free(&first);
    return famous;
}

/* ke Suarabaya, di Bandug: after a preposition, one slip away from a place that everybody knows, and else
 * nothing. */
static void check_where(const struct check_context *context, struct place_draft *draft,
                        const struct block *block, size_t i, struct findings *out) {
    const struct analysis *a = &block->analysis;
    size_t tokens = is_name(a, i + 1) ? 2 : 1;
    struct slice text = token_range(a, i, i + tokens);
    bool where = token_is(a, i - 1, "di") || token_is(a, i - 1, "ke") || token_is(a, i - 1, "dari");
    if (!where || text.len < WHERE_LEAST || token_is_capital(a, i + tokens) ||
        !is_strange(context->language, token_word(a, i)))
        return;
    struct slice right = near_place(context->language, text, false);
    if (right.len && is_famous(context->language, right) && !is_written_throughout(draft, text, right))
        report(context, block, i, tokens, right, out);
}

bool names_place_check(const struct check_context *context, const struct document *document,
                       struct findings *out) {
    struct place_draft draft = {.document = document};
    const struct block *block;
    bool finished = true;
    for (size_t at = 0; finished && (block = document_next(document, &at));) {
        finished = !check_interrupted(context);
        for (size_t i = 0; finished && i < block->analysis.tokens.count; i++)
            if (is_name(&block->analysis, i) && !check_joined(context, block, i, out)) {
                check_kind(context, &draft, block, i, out);
                check_where(context, &draft, block, i, out);
            }
    }
    map_free(&draft.throughout);
    return finished;
}
