#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/passage.h"
#include "language/spelling/speller.h"

/*
 * spelling.foreign: foreign words in small letters, to be replaced or set in italics. The table has the
 * Indonesian word for the usual ones, and those that look English but are at home; the rest is what the
 * English dictionary has and neither the Indonesian one nor word formation. Italics (*word*, _word_) are left
 * alone.
 */
enum {
    FOREIGN_MIN = 3,
    SELDOM = 60,
    ROOT_LEAST = 4, /* letters of an English word with our affixes, */
    ROOT_SEEN = 3   /* and articles that have it */
};

static void say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(finding, lang, SPELLING_FOREIGN_REPLACE, SLICE_ARG(wrong), SLICE_ARG(right));
}

static bool is_capital(const struct token *token) {
    return token && token->flags & TOKEN_CAPITAL;
}

/* Set in italics, or glued to something that is no word of a sentence. */
static bool is_set_apart(const struct analysis *a, size_t index) {
    const struct token *next = &a->tokens.items[index] + 1;
    if (index + 1 < a->tokens.count && a->text.data[next->start] == '/' &&
        next->start == a->tokens.items[index].end)
        return true; /* (rel/tsa) */
    if (a->tokens.items[index].flags & TOKEN_ITALIC) return true;
    if (a->tokens.items[index].flags & TOKEN_SPACE_BEFORE || index == 0) return false;
    return strchr("_./@#-+&", a->text.data[a->tokens.items[index - 1].end - 1]) != NULL;
}

/* Listed as right, or of another rule. */
static bool is_at_home(struct language *language, struct word *form) {
    return language_has(language, LEXICON_FOREIGN, form->text) ||
           language_has(language, LEXICON_GOVERNMENT, form->text) ||
           word_begins(language, form, LEXICON_NONSTANDARD);
}

/* mengupgrade, terupdate: affixes of ours about a word that is English and nothing else; where the word
 * begins and ends. */
static bool is_affixed(struct language *language, struct slice word, size_t *from, size_t *to) {
    static const char *const prefixes[] = {"meng", "me", "di", "ter", "ber", "peng"}, *const suffixes[] = {
                                                                                          "", "kan", "an",
                                                                                          "nya"};
    enum { PREFIXES = 6, SUFFIXES = 4 };
    if (frequency_of_lists(language, word)) return false;
    for (size_t i = 0; i < (size_t)PREFIXES * SUFFIXES; i++) {
        struct slice prefix = slice_of(prefixes[i / SUFFIXES]), suffix = slice_of(suffixes[i % SUFFIXES]);
        if (word.len < prefix.len + suffix.len + ROOT_LEAST || !slice_starts(word, prefix) ||
            !slice_ends(word, suffix))
            continue;
        *from = prefix.len;
        *to = word.len - suffix.len;
        struct word *root = language_word(language, slice_range(word, *from, *to));
        const struct word_tables *tables = frequency_tables(language, root);
        bool english = speller_is_english(language_speller(language), root->text) && !tables->lists &&
                       !tables->counts.indonesian && tables->counts.documents >= ROOT_SEEN;
        if (english && !language_has(language, LEXICON_GOVERNMENT, root->text)) return true;
    }
    return false;
}

static bool has_foreign_root(struct language *language, struct word *form) {
    size_t from, to;
    return !word_fact(language, form, FACT_AT_HOME, is_at_home) &&
           is_affixed(language, form->text, &from, &to);
}

/* As the tables have it: one that should be another, or that is English. */
static bool is_listed_foreign(struct language *language, struct word *form) {
    struct slice fields;
    if (lexicon_find(language_lexicon(language, LEXICON_FOREIGN), form->text, &fields))
        return !slice_equal_text(lexicon_field(fields, 0), "-");
    const struct word_counts *counts = &frequency_tables(language, form)->counts;
    return !is_at_home(language, form) && counts->english && !counts->indonesian;
}

static bool is_foreign(struct language *language, const struct analysis *a, size_t index) {
    const struct token *token = &a->tokens.items[index];
    if (token->kind != TOKEN_WORD || !(token->flags & TOKEN_LOWER) ||
        token->flags & (TOKEN_DIGIT | TOKEN_HYPHEN))
        return false;
    struct word *form = a->forms.items[index];
    return word_fact(language, form, FACT_FOREIGN, is_listed_foreign) ||
           (speller_look_word(language_speller(language), form) == WORD_FOREIGN &&
            !word_fact(language, form, FACT_AT_HOME, is_at_home));
}

/* Beside a foreign word: one that both languages may have (open house), or that a sentence begins with. */
static bool may_be_foreign(struct language *language, const struct analysis *a, size_t index) {
    const struct token *token = &a->tokens.items[index];
    if (token->kind != TOKEN_WORD || token->flags & (TOKEN_UPPER | TOKEN_DIGIT | TOKEN_HYPHEN)) return false;
    if (token->flags & TOKEN_CAPITAL && !token_opens(a, index)) return false;
    struct str word = {0};
    word_fold(&word, token_text(a, token));
    bool may = word.len >= FOREIGN_MIN && frequency_of(language, str_slice(&word)) < SELDOM &&
               !language_begins(language, LEXICON_FOREIGN, str_slice(&word)) &&
               speller_is_english(language_speller(language), str_slice(&word));
    str_free(&word);
    return may;
}

/* How many foreign words stand there in a row. */
static size_t run_length(struct language *language, const struct analysis *a, size_t index) {
    size_t run = 0;
    if (!is_foreign(language, a, index)) {
        if (!word_after(a, index) || !is_foreign(language, a, index + 1) ||
            !may_be_foreign(language, a, index))
            return 0;
        run = 2;
    }
    while (run == 0 || (word_after(a, index + run - 1) &&
                        (is_foreign(language, a, index + run) || may_be_foreign(language, a, index + run))))
        run++;
    return run;
}

/* "Return of the King": small words of a foreign name. */
static bool is_inside_name(const struct analysis *a, size_t index, size_t run) {
    return is_capital(word_before(a, index)) && is_capital(word_after(a, index + run - 1));
}

static void report_run(const struct check_context *context, const struct analysis *a, size_t index,
                       size_t run, struct findings *out) {
    size_t start = a->tokens.items[index].start, end = a->tokens.items[index + run - 1].end;
    struct slice words = slice_range(a->text, start, end);
    if (words.len < FOREIGN_MIN || is_inside_name(a, index, run)) return;
    struct finding *finding = finding_add(out, RULE_SPELLING_FOREIGN, start, end);
    finding_say(finding, context->lang, SPELLING_FOREIGN_ITALICS, SLICE_ARG(words));
    struct str italics = {0};
    str_printf(&italics, "*%.*s*", SLICE_ARG(words));
    finding_suggest(finding, str_slice(&italics));
    str_free(&italics);
}

/* meng-*upgrade* */
static size_t report_affixed(const struct check_context *context, const struct analysis *a, size_t index,
                             struct findings *out) {
    const struct token *token = &a->tokens.items[index];
    struct slice text = token_text(a, token);
    size_t from, to;
    if (!(token->flags & TOKEN_LOWER) || token->flags & (TOKEN_DIGIT | TOKEN_HYPHEN) ||
        !word_fact(context->language, a->forms.items[index], FACT_FOREIGN_ROOT, has_foreign_root) ||
        !is_affixed(context->language, text, &from, &to))
        return 1;
    struct finding *finding = finding_add(out, RULE_SPELLING_FOREIGN, token->start, token->end);
    finding_say(finding, context->lang, SPELLING_FOREIGN_ITALICS, SLICE_ARG(slice_range(text, from, to)));
    struct str italics = {0};
    str_printf(&italics, "%.*s-*%.*s*", SLICE_ARG(slice_range(text, 0, from)),
               SLICE_ARG(slice_range(text, from, to)));
    if (to < text.len) str_printf(&italics, "-%.*s", SLICE_ARG(slice_range(text, to, text.len)));
    finding_suggest(finding, str_slice(&italics));
    str_free(&italics);
    return 1;
}

static size_t check_at(const struct check_context *context, const struct analysis *a, size_t index,
                       struct findings *out) {
    struct wording wording = {0};
    if (a->tokens.items[index].kind != TOKEN_WORD || is_set_apart(a, index)) return 1;
    bool listed = wording_look_up(context->language, LEXICON_FOREIGN, a, index, &wording);
    size_t run = run_length(context->language, a, index);
    struct wording next;
    if (listed && (wording.tokens >= run ||
                   wording_look_up(context->language, LEXICON_FOREIGN, a, index + wording.tokens, &next))) {
        if (!is_inside_name(a, index, wording.tokens))
            wording_report(context, a, RULE_SPELLING_FOREIGN, &wording, say, out);
        return wording.tokens;
    }
    if (!run) return report_affixed(context, a, index, out);
    report_run(context, a, index, run, out);
    return run;
}

static void check_passage(const struct check_context *context, const struct block *block,
                          struct findings *out) {
    const struct analysis *a = &block->analysis;
    struct finding *finding =
        finding_add(out, RULE_SPELLING_FOREIGN, a->sentences.items[0].start, a->sentences.items[0].end);
    if (passage_is_malay(a))
        finding_say(finding, context->lang, SPELLING_MALAY_PASSAGE);
    else
        finding_say(finding, context->lang, SPELLING_FOREIGN_PASSAGE);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    for (size_t i = 0; i < block->analysis.tokens.count && !check_gives_up(context, i);)
        i += check_at(context, &block->analysis, i, out);
}

const struct check check_of_foreign = {.block = check_block, .foreign = check_passage};
