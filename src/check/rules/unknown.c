#include "base/utf8.h"
#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/date_slip.h"
#include "check/rules/messages.h"
#include "check/rules/other_language.h"
#include "check/rules/prose.h"
#include "check/rules/typography.h"
#include "check/rules/unknown_piece.h"
#include "check/rules/unknown_slip.h"
#include "check/rules/unknown_suggest.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/lexicon/word_table.h"
#include "language/sentence/speech.h"
#include "language/spelling/morphology.h"
#include "language/spelling/script.h"
#include "language/spelling/slips.h"
#include "language/spelling/speller.h"

#include <stdlib.h>

/*
 * spelling.unknown: a word that no dictionary and no rule of word formation knows, and that is surely
 * misspelt; spelling.term: one that may be a term (unknown_slip.h).
 *
 * Capitals in mid-sentence and acronyms are names and are left alone. A capital at the start of a sentence
 * may be a name as well: the word is reported only when it is a slip of a common word, and stands nowhere
 * else with a capital. Passages in another language are left alone, and so is a word that the draft has again
 * and again while no common word is one slip away, or explains as a short form of others: its writer knows
 * it.
 */
enum {
    COMMON_START = 100, /* articles that have the word which a capital one is a slip of */
    START_SHORTEST = 7, /* shorter ones are too often names */
    TERM_TIMES = 3,
    NAME_SHARE = 3,     /* times as often with a capital as without: a name */
    PROVED = 2,         /* weight of a capital inside a sentence: see struct unknown_words */
    NAME_TIMES = 3,     /* with a capital in the counted news: a name */
    LONG_NAME = 8,      /* letters of a capital word inside a sentence, */
    COMMON_NAME = 20,   /* and articles that have the word which it is a slip of */
    UPPER_SHORTEST = 8, /* letters of a word in capitals, which a short form seldom has, */
    UPPER_BESIDE = 5,   /* and of a known one in capitals beside it, */
    UPPER_NEAR = 10,    /* and articles that have the word which it is a slip of: those of offices too */
    NAME_LEAST = 6,     /* letters of a capital word that those beside it ask otherwise */
    LONG_FORM = 5       /* words at most that a short one is made of */
};
/* What the ranking must believe to take a capital for no name: of 2,472 posts of offices it tells a dozen
 * words more than from 0.0 and one of them wrongly, of 311 edited articles none. */
static const double MEANT_NO_NAME = -2.3;

static void report(const struct check_context *context, const struct block *block, size_t i, bool sure,
                   struct findings *out) {
    const struct token *token = &block->analysis.tokens.items[i];
    struct slice text = block->analysis.forms.items[i]->text;
    struct finding *finding = finding_add(out, sure ? RULE_SPELLING_UNKNOWN : RULE_SPELLING_TERM,
                                          block->start + token->start, block->start + token->end);
    if (sure)
        finding_say(finding, context->lang, SPELLING_UNKNOWN, SLICE_ARG(text));
    else
        finding_say(finding, context->lang, SPELLING_TERM, SLICE_ARG(text));
    if (context->suggest) unknown_suggest(context, &block->analysis, i, finding);
}

/* camat with a Cyrillic c: words with letters of another script that look like ours. */
static bool report_look_alike(const struct check_context *context, const struct block *block, size_t i,
                              struct findings *out) {
    const struct token *token = &block->analysis.tokens.items[i];
    struct slice text = block->analysis.forms.items[i]->text;
    struct str ours = {0};
    if (block->analysis.forms.items[i]->plain) return false;
    bool found = token->kind == TOKEN_WORD && script_look_alike(text, &ours) && ours.len > 1;
    if (found) {
        struct finding *finding =
            finding_add(out, RULE_SPELLING_UNKNOWN, block->start + token->start, block->start + token->end);
        finding_say(finding, context->lang, SPELLING_LOOK_ALIKE, SLICE_ARG(text));
        finding_suggest(finding, str_slice(&ours));
    }
    str_free(&ours);
    return found;
}

/* 17 Agstus 2026, Kmis (3/12): beside a date even what has a capital is no name. */
static bool report_date_slip(const struct check_context *context, const struct block *block, size_t i,
                             struct findings *out) {
    const struct token *token = &block->analysis.tokens.items[i];
    struct slice right = date_slip(context, &block->analysis, i);
    if (!right.len) return false;
    struct finding *finding =
        finding_add(out, RULE_SPELLING_UNKNOWN, block->start + token->start, block->start + token->end);
    finding_say(finding, context->lang, SPELLING_UNKNOWN, SLICE_ARG(token_word(&block->analysis, i)));
    finding_suggest(finding, right);
    return true;
}

/* wako alfin, where the draft has Alfin elsewhere. */
static void report_small_name(const struct check_context *context, const struct block *block, size_t i,
                              struct findings *out) {
    const struct token *token = &block->analysis.tokens.items[i];
    struct slice text = block->analysis.forms.items[i]->text;
    struct str right = {0};
    speller_case(SLICE("A"), text, &right);
    struct finding *finding =
        finding_add(out, RULE_TYPOGRAPHY_CAPITAL, block->start + token->start, block->start + token->end);
    finding_say(finding, context->lang, TYPOGRAPHY_CAPITAL, SLICE_ARG(str_slice(&right)), SLICE_ARG(text));
    finding_suggest(finding, str_slice(&right));
    str_free(&right);
}

/* How often a word stands in the draft, written so. */
struct use {
    uint32_t capital; /* with a capital; once in mid-sentence, which proves a name, is two */
    uint32_t raised;  /* and inside a sentence that is no heading, which raises every word */
    uint32_t unknown; /* in small letters, and unknown */
    bool explained;   /* as a short form of others */
};

struct unknown_words {
    struct word_table numbers; /* of the uses, from 1 */
    VEC(struct use) uses;
};

static struct use *use_add(struct unknown_words *words, const struct word *word) {
    size_t *number = word_table_put(&words->numbers, word);
    if (!*number) {
        vec_add(&words->uses);
        *number = words->uses.count;
    }
    return &words->uses.items[*number - 1];
}

static struct use use_of(const struct unknown_words *words, const struct word *word) {
    size_t number = word_table_get(&words->numbers, word);
    return number ? words->uses.items[number - 1] : (struct use){0};
}

/* Of the word with a capital. */
static struct use use_raised(struct language *language, const struct unknown_words *words,
                             struct slice text) {
    struct str capital = {0};
    speller_case(SLICE("A"), text, &capital);
    struct use use = use_of(words, language_word(language, str_slice(&capital)));
    str_free(&capital);
    return use;
}

/* The letters of the word stand in this order in the words from first to end. */
static bool spells(const struct analysis *a, struct slice word, size_t first, size_t end) {
    size_t letter = 0;
    for (size_t i = first; i < end; i++) {
        struct slice text = a->forms.items[i]->text;
        for (size_t k = 0; k < text.len && letter < word.len; k++)
            letter += (text.data[k] | ' ') == word.data[letter];
    }
    return letter == word.len;
}

/* gerakan tertib kampung (gertikam), gertikam (gerakan tertib kampung): a word made of pieces of others. */
static bool is_short_form(const struct analysis *a, size_t i) {
    size_t first, end, count = a->tokens.count;
    if (i > 0 && token_is_mark(a, i - 1, "(") && token_is_mark(a, i + 1, ")")) {
        for (first = end = i - 1; first > 0 && end - first < LONG_FORM; first--)
            if (a->tokens.items[first - 1].kind != TOKEN_WORD) break;
    } else if (token_is_mark(a, i + 1, "(")) {
        for (first = end = i + 2; end < count && end - first < LONG_FORM; end++)
            if (a->tokens.items[end].kind != TOKEN_WORD) break;
        if (!token_is_mark(a, end, ")")) return false;
    } else {
        return false;
    }
    return end - first > 1 && spells(a, token_text(a, &a->tokens.items[i]), first, end);
}

static void count_words(const struct check_context *context, const struct block *block,
                        struct unknown_words *words) {
    const struct analysis *a = &block->analysis;
    struct prose_walk walk = prose_walk_start(a);
    bool starts;
    for (size_t i; (i = prose_walk_next(&walk, &starts)) != SIZE_MAX;) {
        if (a->tokens.items[i].flags & TOKEN_CAPITAL) {
            struct use *use = use_add(words, a->forms.items[i]);
            use->capital += starts ? 1 : 2;
            use->raised += !starts && block->kind != BLOCK_HEADING;
        } else if (word_is_unknown(context, a, i)) {
            struct use *use = use_add(words, a->forms.items[i]);
            use->unknown++;
            use->explained |= is_short_form(a, i);
        }
    }
}

/* Articles that have a word one slip away: of Penyelenggarannya also those of penyelenggaraan. */
static uint32_t near_articles(struct language *language, struct slice word) {
    struct speller *speller = language_speller(language);
    uint32_t near = speller_neighbour(speller, word), base = 0;
    if (slice_ends(word, SLICE("nya")))
        base = speller_neighbour(speller, slice_range(word, 0, word.len - strlen("nya")));
    return near > base ? near : base;
}

static bool is_capital_slip(const struct check_context *context, const struct analysis *a, size_t i) {
    const struct token *token = &a->tokens.items[i];
    struct slice text = a->forms.items[i]->text;
    if (!(token->flags & TOKEN_CAPITAL) || (token->flags & (TOKEN_UPPER | TOKEN_HYPHEN)) ||
        text.len < START_SHORTEST || language_begins(context->language, LEXICON_PLACES, text) ||
        language_has(context->language, LEXICON_VILLAGES, text) ||
        speller_look_word(language_speller(context->language), a->forms.items[i]) != WORD_UNKNOWN)
        return false;
    /* before another capital it is the first part of a name */
    if (i + 1 < a->tokens.count && (a->tokens.items[i + 1].flags & TOKEN_CAPITAL)) return false;
    struct word *small = a->forms.items[i]->small;
    return near_articles(context->language, small->text) >= COMMON_START &&
           !unknown_is_told_elsewhere(context, small);
}

/* PENYELENGARAAN PEMILU: in a line that is all in capitals, where a short form looks like any other word. */
static bool is_upper_slip(const struct check_context *context, const struct analysis *a, size_t i) {
    const struct token *token = &a->tokens.items[i];
    struct word *small = a->forms.items[i]->small;
    if (!(token->flags & TOKEN_UPPER) || token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_DOTTED) ||
        small->text.len < UPPER_SHORTEST)
        return false;
    bool line = false;
    for (size_t k = 0; k < 2 && !line; k++) {
        size_t other = k ? i + 1 : i - 1; /* before the first: no token */
        line = other < a->tokens.count && a->tokens.items[other].flags & TOKEN_UPPER &&
               token_text(a, &a->tokens.items[other]).len >= UPPER_BESIDE &&
               speller_look_word(language_speller(context->language), a->forms.items[other]->small) !=
                   WORD_UNKNOWN;
    }
    return line && !language_has(context->language, LEXICON_GOVERNMENT, small->text) &&
           speller_look_word(language_speller(context->language), small) == WORD_UNKNOWN &&
           !frequency_of_form(context->language, small->text, FORM_NEWS_CAPITAL) &&
           !unknown_is_told_elsewhere(context, small) &&
           near_articles(context->language, small->text) >= UPPER_NEAR;
}

/* Penyelenggaran Statistik: long, and one slip away from a word that is seldom written with a capital. Few
 * names are. */
static bool is_slip_of_common(struct language *language, struct word *form) {
    struct slice text = form->text, word = form->small->text;
    if (word.len < LONG_NAME || language_begins(language, LEXICON_PLACES, text) ||
        language_has(language, LEXICON_VILLAGES, text))
        return false;
    for (struct slice near = near_words(language, word); near.len;)
        if (frequency_of(language, slice_cut(&near, ' ')) >= COMMON_NAME) return true;
    return false;
}

static bool is_place(struct language *language, struct word *form) {
    return language_has(language, LEXICON_PLACES, form->text);
}

/* Ayu Sentari: what stands after a name is the rest of it. Daurah Asasiyyah, with its long marks: what
 * stands before a word of letters that Indonesian has not is as foreign. */
static bool is_in_name(struct language *language, const struct analysis *a, size_t i) {
    if (token_is_capital(a, i + 1) && !a->forms.items[i + 1]->small->plain &&
        !(a->tokens.items[i + 1].flags & (TOKEN_HYPHEN | TOKEN_DOTTED | TOKEN_CODED)))
        return true;
    return token_is_capital(a, i - 1) && !(a->tokens.items[i - 1].flags & TOKEN_UPPER) &&
           word_written(language, a->forms.items[i - 1]->small->text) == WRITTEN_NAME;
}

/* Badan Pusat Statistika: a word with a capital that is no name, for the words beside it ask for another. */
static bool is_name_slip(const struct check_context *context, const struct analysis *a, size_t i) {
    const struct token *token = &a->tokens.items[i];
    struct language *language = context->language;
    if (!(token->flags & TOKEN_CAPITAL) || token->flags & (TOKEN_UPPER | TOKEN_HYPHEN)) return false;
    struct word *form = a->forms.items[i], *small = form->small;
    uint32_t before = i ? speech_of(language, a->forms.items[i - 1]) : 0;
    bool may_be = !(speech_of(language, form) & ~(uint32_t)SPEECH_WEAK) &&
                  !(before & (SPEECH_BARE | SPEECH_RANK | SPEECH_KIN | SPEECH_AREA)) &&
                  frequency_tables(language, small)->forms[FORM_NEWS_CAPITAL] < NAME_TIMES &&
                  !word_fact(language, form, FACT_PLACE, is_place) &&
                  !unknown_is_told_elsewhere(context, small) &&
                  speller_look_word(language_speller(language), small) == WORD_UNKNOWN;
    if (!may_be || frequency_of_lists(language, small->text)) return false;
    return word_fact(language, form, FACT_SLIP_OF_COMMON, is_slip_of_common) ||
           (small->text.len >= NAME_LEAST && !is_in_name(language, a, i) &&
            unknown_meant(context, a, i, MEANT_NO_NAME));
}

/* blog.gitlab.io: a part of an address. */
static bool is_in_address(const struct analysis *a, size_t i) {
    return (token_is_mark(a, i - 1, ".") && token_is_joined(a, i)) ||
           (token_is_mark(a, i + 1, ".") && token_is_joined(a, i + 1) && token_is_joined(a, i + 2));
}

/* What the draft nearly always writes with a capital is a name, and so is what an office or area stands
 * before: wako alfin, but not guru ngaji, which is small more often than not. Of 40 others on sites half were
 * terms (halaqah, musran), raised now and then. */
static bool is_name_of_draft(const struct check_context *context, const struct analysis *a, size_t i,
                             const struct unknown_words *words) {
    uint32_t before = i ? speech_of(context->language, a->forms.items[i - 1]) : 0;
    uint32_t raised = use_raised(context->language, words, a->forms.items[i]->text).raised;
    uint32_t found = use_of(words, a->forms.items[i]).unknown, small = found ? found : 1;
    if (is_in_address(a, i)) return false;
    return raised >= NAME_SHARE * small ||
           (raised >= small && before & (SPEECH_ROLE | SPEECH_KIN | SPEECH_AREA | SPEECH_RANK));
}

/* kami kenalkan, yang saya bekali, Sambungkan kabel itu: after who does it, or as an order, the stem of a
 * verb that is known with meN-. */
static bool is_bare_verb(const struct check_context *context, const struct analysis *a, size_t i) {
    struct slice text = a->forms.items[i]->small->text;
    bool causative = slice_starts(text, SLICE("per")), order = causative || slice_ends(text, SLICE("kan"));
    if (!order && !(token_in(a, i - 1, CLASS_BARE_AGENT) && slice_ends(text, SLICE("i")))) return false;
    struct str verb = {0};
    if (causative)
        str_printf(&verb, "mem%.*s", SLICE_ARG(text));
    else
        morphology_join("meN-", text, &verb);
    struct slice whole = str_slice(&verb);
    bool known = order
                     ? frequency_of(context->language, whole) || frequency_of_lists(context->language, whole)
                     : speller_look(language_speller(context->language), whole) != WORD_UNKNOWN;
    str_free(&verb);
    return known;
}

/* setepat mungkin */
static bool is_as_possible(const struct check_context *context, const struct analysis *a, size_t i) {
    struct slice text = a->forms.items[i]->small->text;
    return slice_starts(text, SLICE("se")) && token_is(a, i + 1, "mungkin") &&
           speller_look(language_speller(context->language), slice_range(text, 2, text.len)) != WORD_UNKNOWN;
}

static bool is_wrong(const struct check_context *context, const struct analysis *a, size_t i, bool starts,
                     const struct unknown_words *words) {
    struct slice text = a->forms.items[i]->text;
    if (!(a->tokens.items[i].flags & TOKEN_CAPITAL) && !word_is_unknown(context, a, i)) return false;
    struct use use = use_of(words, a->forms.items[i]);
    if (is_bare_verb(context, a, i) || is_as_possible(context, a, i)) return false;
    if (!use.unknown)
        return (starts && use.capital == 1 && is_capital_slip(context, a, i)) ||
               is_name_slip(context, a, i) || is_upper_slip(context, a, i);
    if (word_written(context->language, text) == WRITTEN_NAME && word_is_far_from_common(context, text))
        return false;
    return !unknown_is_told_elsewhere(context, a->forms.items[i]) && !use.explained &&
           (use.unknown < TERM_TIMES || !word_is_far_from_common(context, text));
}

/* False: interrupted. */
static bool check_prose(const struct check_context *context, const struct block *block,
                        const struct unknown_words *words, struct findings *out) {
    const struct analysis *a = &block->analysis;
    struct prose_walk walk = prose_walk_start(a);
    bool *other = other_language_find(context, a), starts, tired = false;
    for (size_t i; !tired && (i = prose_walk_next(&walk, &starts)) != SIZE_MAX;
         tired = check_tires(context, i))
        if (!report_look_alike(context, block, i, out) && !report_date_slip(context, block, i, out) &&
            !other[i] && is_wrong(context, a, i, starts && block->kind != BLOCK_HEADING, words) &&
            !unknown_is_piece(context, a, i)) {
            bool small = token_is_small(a, i);
            bool term =
                small && use_raised(context->language, words, a->forms.items[i]->text).capital >= PROVED;
            uint32_t times = small ? use_of(words, a->forms.items[i]).unknown : 0;
            if (!term)
                report(context, block, i, !times || unknown_is_slip(context, a, i, times), out);
            else if (is_name_of_draft(context, a, i, words))
                report_small_name(context, block, i, out);
        }
    free(other);
    return !tired;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct unknown_words words = {0};
    bool done = true;
    const struct block *block;
    for (size_t at = 0; done && (block = document_next(document, &at));)
        if ((done = !check_interrupted(context))) count_words(context, block, &words);
    for (size_t at = 0; done && (block = document_next(document, &at));)
        done = !check_interrupted(context) && check_prose(context, block, &words, out);
    word_table_free(&words.numbers);
    vec_free(&words.uses);
    return done;
}

const struct check check_of_unknown = {.document = check_document};
