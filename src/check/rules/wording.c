#include "check/rules/wording.h"
#include "language/sentence/words.h"

#include "base/utf8.h"
#include "check/rules/calendar.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

enum { RIGHT, WHEN }; /* fields */

enum {
    COMMON_NOUN = 3 /* times oftener small than with a capital, in news and in regulations, which have many */
};
enum { FIRM_WORDS = 8, PAIR_TOKENS = 60 }; /* how far back the first word of either is looked for */

static const struct {
    enum rule_id rule;
    enum lexicon_name lexicon;
} tables[] = {{RULE_SPELLING_NONSTANDARD, LEXICON_NONSTANDARD},
              {RULE_SPELLING_PREPOSITION, LEXICON_PREPOSITIONS},
              {RULE_SPELLING_COMPOUND, LEXICON_COMPOUNDS}};

static bool is_capital(const struct token *token) {
    return token && token->flags & TOKEN_CAPITAL;
}

/* A capital makes a name of it: inside a sentence, or before another capital. */
static bool may_be_name(const struct analysis *a, const struct phrase *phrase) {
    if (!is_capital(&a->tokens.items[phrase->first])) {
        for (size_t i = 1; i < phrase->tokens; i++)
            if (is_capital(&a->tokens.items[phrase->first + i])) return true;
        return false;
    }
    return !token_opens(a, phrase->first) || is_capital(word_after(a, phrase->first + phrase->tokens - 1));
}

bool wording_is_listed(const struct check_context *context, struct slice words) {
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (context->enabled[tables[i].rule] && language_has(context->language, tables[i].lexicon, words))
            return true;
    return false;
}

bool wording_has_word(const struct check_context *context, struct word *word) {
    bool begins = false;
    for (size_t i = 0; i < sizeof tables / sizeof *tables && !begins; i++)
        begins = word_begins(context->language, word, tables[i].lexicon);
    return begins && wording_is_listed(context, word->text);
}

bool names_firm(const struct analysis *a, size_t index) {
    for (size_t words = 0; words < FIRM_WORDS && is_capital(&a->tokens.items[index]); words++, index--) {
        const struct token *before = word_before(a, index);
        if (!before) return false;
        if (token_in(a, index - 1, CLASS_FIRM)) return true;
    }
    return false;
}

/* "laporan.org": the tail of a web address. */
static bool is_glued(const struct analysis *a, size_t index) {
    if (index == 0 || a->tokens.items[index].flags & TOKEN_SPACE_BEFORE) return false;
    const struct token *before = &a->tokens.items[index - 1];
    return !(before->flags & TOKEN_SPACE_BEFORE) && before->end - before->start == 1 &&
           strchr("./@_", a->text.data[before->start]);
}

/* Beside it stands a word that asks for a verb: "akan di evaluasi", "di evaluasi oleh". */
static bool asks_for_verb(const struct analysis *a, const struct phrase *phrase) {
    size_t after = phrase->first + phrase->tokens;
    size_t before = phrase->first - 1;
    return (word_before(a, phrase->first) &&
            (token_in(a, before, CLASS_BEFORE_VERB) || token_in(a, before, CLASS_ASKS_PASSIVE))) ||
           (word_after(a, after - 1) &&
            (token_in(a, after, CLASS_AFTER_VERB) || token_in(a, after, CLASS_AFTER_PASSIVE)));
}

static bool follows_baik(const struct analysis *a, size_t first) {
    for (size_t i = first; i-- > 0 && first - i <= PAIR_TOKENS;) {
        struct slice text = token_text(a, &a->tokens.items[i]);
        if (slice_equal_text(text, ".")) return false;
        if (slice_equal_nocase(text, SLICE("baik"))) return true;
    }
    return false;
}

/* hari Senen, Kemis (5/3), Rebo, 4 Maret: the day of a date, not Pasar Senen, and no word for the poor. */
static bool is_day(const struct analysis *a, const struct phrase *phrase) {
    size_t at = phrase->first + phrase->tokens;
    if (phrase->first && token_is(a, phrase->first - 1, "hari")) return true;
    if (is_capital(word_before(a, phrase->first)) || !token_is_mark(a, at, "(,")) return false;
    struct slice number = token_word(a, at + 1);
    return token_is_number(a, at + 1) &&
           (slice_find_byte(number, '/', 0) != SIZE_MAX || month_named(token_word(a, at + 2)) != NO_MONTH);
}

bool wording_is_seldom_raised(struct language *language, struct slice word) {
    return frequency_of_form(language, word, FORM_SMALL) >
           COMMON_NOUN * frequency_of_form(language, word, FORM_NEWS_CAPITAL);
}

/* Never counted, but all dictionaries have it: no name that the news knows. */
static bool is_listed_only(struct language *language, struct slice word) {
    return !frequency_of_form(language, word, FORM_ALL) && frequency_of_lists(language, word) >= LISTS_MOST;
}

/* Offices write every noun with a capital: what is hardly ever written so is no name for all that. Of a word
 * that was never counted the right one tells. */
static bool is_common_noun(struct language *language, const struct analysis *a, const struct phrase *phrase) {
    bool common = true;
    struct slice right = lexicon_field(phrase->fields, RIGHT);
    for (size_t i = 0; i < phrase->tokens && common; i++) {
        struct str word = {0};
        str_append_lower(&word, token_text(a, &a->tokens.items[phrase->first + i]));
        bool counted = phrase->tokens > 1 || language_has(language, LEXICON_ENGLISH, str_slice(&word)) ||
                       frequency_of_form(language, str_slice(&word), FORM_ALL);
        common = counted ? wording_is_seldom_raised(language, str_slice(&word))
                         : wording_is_seldom_raised(language, right) || is_listed_only(language, right);
        str_free(&word);
    }
    return common;
}

static bool is_name(struct language *language, const struct analysis *a, size_t i) {
    return frequency_tables(language, a->forms.items[i]->small)->written == WRITTEN_NAME;
}

/* Anugrah, as hardly anybody writes anugerah with a capital: both spellings are one word. No name that the
 * news has oftener than it has the word small (Ridho), nor one before another (Anugrah Pratama). */
static bool is_spelling_of_common(struct language *language, const struct analysis *a,
                                  const struct phrase *phrase) {
    struct slice word = a->forms.items[phrase->first]->small->text,
                 right = lexicon_field(phrase->fields, RIGHT);
    bool named = is_capital(word_after(a, phrase->first)) &&
                 !wording_is_seldom_raised(language, a->forms.items[phrase->first + 1]->small->text);
    if (phrase->tokens > 1 || named || language_has(language, LEXICON_ENGLISH, word)) return false;
    uint32_t small =
        frequency_of_form(language, word, FORM_SMALL) + frequency_of_form(language, right, FORM_SMALL);
    return small > COMMON_NOUN * frequency_of_form(language, word, FORM_NEWS_CAPITAL);
}

/* Bener Meriah: the first word of a place that has more of them. */
static bool begins_place(struct language *language, const struct analysis *a, const struct phrase *phrase) {
    enum { PLACE_TOKENS = 3 };
    bool begins = false;
    for (size_t i = phrase->tokens; i < PLACE_TOKENS && word_after(a, phrase->first + i - 1) && !begins; i++)
        begins = language_has(language, LEXICON_PLACES, token_range(a, phrase->first, phrase->first + i + 1));
    return begins;
}

static bool is_quotation_mark(const struct analysis *a, size_t i) {
    return token_is(a, i, "\"") || token_is(a, i, "“") || token_is(a, i, "”");
}

/* Ibu Sri Rejeki; Desa Sumber Rejeki; Kelompok Tani "Sumber Rejeki": after a name or an area, or in
 * quotation marks after what it is. */
static bool is_in_name(struct language *language, const struct analysis *a, const struct phrase *phrase) {
    size_t first = phrase->first, after = phrase->first + phrase->tokens;
    if (!is_capital(&a->tokens.items[first])) return false;
    if (is_capital(word_before(a, first)) && is_name(language, a, first - 1) &&
        !(a->speech.items[first - 1] & SPEECH_ROLE)) /* but Kabid Ketentraman */
        return true;
    while (is_capital(word_before(a, first)))
        if (a->speech.items[--first] & SPEECH_AREA) return true;
    return first > 1 && is_quotation_mark(a, first - 1) && is_quotation_mark(a, after) &&
           is_capital(&a->tokens.items[first - 2]);
}

static bool holds(struct language *language, const struct analysis *a, const struct phrase *phrase) {
    struct slice when = lexicon_field(phrase->fields, WHEN);
    size_t after = phrase->first + phrase->tokens;
    if (slice_equal_text(when, "any")) return !names_firm(a, phrase->first);
    if (slice_equal_text(when, "day")) return is_day(a, phrase);
    if (is_glued(a, phrase->first) || begins_place(language, a, phrase)) return false;
    if (may_be_name(a, phrase))
        return slice_equal_text(when, "lower") && !names_firm(a, phrase->first) &&
               !is_in_name(language, a, phrase) &&
               (is_common_noun(language, a, phrase) || is_spelling_of_common(language, a, phrase));
    if (slice_equal_text(when, "small")) return !is_capital(&a->tokens.items[phrase->first]);
    if (slice_equal_text(when, "undotted"))
        return after >= a->tokens.count || !slice_equal_text(token_text(a, &a->tokens.items[after]), ".");
    if (slice_equal_text(when, "passive")) return asks_for_verb(a, phrase);
    if (slice_equal_text(when, "start")) return token_opens(a, phrase->first);
    if (slice_equal_text(when, "pair")) return follows_baik(a, phrase->first);
    return true;
}

bool wording_find(struct language *language, enum lexicon_name name, const struct analysis *a, size_t first,
                  struct wording *wording) {
    struct phrase phrase;
    if (!phrase_find(language, name, a, first, &phrase)) return false;
    struct slice right = lexicon_field(phrase.fields, RIGHT);
    bool wrong = !slice_equal_text(right, "-") && holds(language, a, &phrase);
    *wording = (struct wording){first, phrase.tokens, wrong ? right : (struct slice){0}};
    return true;
}

void wording_report(const struct check_context *context, const struct analysis *a, enum rule_id rule,
                    const struct wording *wording, wording_say *say, struct findings *out) {
    if (!wording->right.len) return;
    size_t start = a->tokens.items[wording->first].start;
    size_t end = a->tokens.items[wording->first + wording->tokens - 1].end;
    struct slice wrong = slice_range(a->text, start, end);
    struct str right = {0};
    wording_append(&right, a, wording->first, wording->tokens, wording->right);
    if (!slice_equal(str_slice(&right), wrong)) {
        struct finding *finding = finding_add(out, rule, start, end);
        say(finding, context->lang, wrong, str_slice(&right));
        finding_suggest(finding, str_slice(&right));
    }
    str_free(&right);
}

void wording_check(const struct wording_rule *rule, const struct check_context *context,
                   const struct analysis *a, struct findings *out) {
    struct wording wording;
    for (size_t i = 0; i < a->tokens.count && !check_gives_up(context, i);) {
        if (wording_look_up(context->language, rule->dictionary, a, i, &wording)) {
            wording_report(context, a, rule->rule, &wording, rule->say, out);
            i += wording.tokens;
        } else {
            i += rule->other(context, a, i, out);
        }
    }
}
