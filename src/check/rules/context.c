#include "check/rule.h"
#include "check/rules/messages.h"
#include "check/rules/other_language.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/phrases.h"
#include "language/spelling/beside.h"
#include "language/spelling/nonstandard.h"
#include "language/spelling/ranking.h"
#include "language/spelling/speller.h"

#include <math.h>
#include <stdlib.h>

/*
 * spelling.context: a real word where one slip made it of another, told by the two words on either side: by a
 * ranking that was trained on planted slips. Rather silent than wrong.
 */

/*
 * What the ranking must say, and how much less for each other slip of the draft: chosen while reading what is
 * found in articles that were neither counted nor trained on, and in drafts of offices.
 */
static const double CUT = 1.0, CUT_LEAST = 0.0, CARELESS = 0.75;
static const double NEVER = 1000;
/* How often a noun in -an must be counted, and how many times as often as who does it. */
enum { DEED_COMMON = 20, DEED_SHARE = 3 };

struct context_draft {
    struct word_table words; /* how often each stands there */
    double cut;
};

/* What the table of confusions asks for this pair, in powers of ten: NEVER, or usual when it says nothing. */
static double asked_for(struct language *language, struct slice word, struct slice meant, double usual) {
    struct str key = {0};
    struct slice fields;
    str_append(&key, word);
    str_append_byte(&key, ' ');
    str_append(&key, meant);
    if (lexicon_find(language_lexicon(language, LEXICON_CONFUSIONS), str_slice(&key), &fields)) {
        struct slice proof = lexicon_field(fields, 0);
        usual = slice_equal_text(proof, "-") ? NEVER : (double)strtol(proof.data, NULL, 10) / 100;
    }
    str_free(&key);
    return usual;
}

static bool are_confused(struct language *language, struct slice word, struct slice meant) {
    return asked_for(language, word, meant, 0) >= NEVER;
}

static void report(const struct check_context *context, const struct block *block, size_t i,
                   struct slice meant, struct findings *out) {
    const struct token *token = &block->analysis.tokens.items[i];
    struct slice text = token_word(&block->analysis, i);
    struct str right = {0};
    speller_case(text, meant, &right);
    struct finding *finding =
        finding_add(out, RULE_SPELLING_CONTEXT, block->start + token->start, block->start + token->end);
    finding_say(finding, context->lang, SPELLING_CONTEXT, SLICE_ARG(text), SLICE_ARG(str_slice(&right)));
    finding_suggest(finding, str_slice(&right));
    str_free(&right);
}

/* What no dictionary knows is spelling.unknown's, and what has a better word spelling.nonstandard's. */
static bool is_reported_elsewhere(const struct check_context *context, struct word *word) {
    struct language *language = context->language;
    return wording_has_word(context, word) || nonstandard_of(language, word) ||
           speller_look_word(language_speller(language), word) == WORD_UNKNOWN;
}

static void check_ranking(const struct check_context *context, const struct context_draft *draft,
                          const struct block *block, size_t i, struct word *word, struct findings *out) {
    struct ranked best;
    double score;
    struct language *language = context->language;
    bool meant = ranking_best(language, &block->analysis, i, &draft->words, &best, &score) &&
                 score >= draft->cut && !are_confused(language, word->text, best.rival->text) &&
                 !is_reported_elsewhere(context, word);
    if (meant) report(context, block, i, best.rival->text, out);
}

/* pada, para: words that stand beside anything and are written for each other. */
static bool check_confusions(const struct check_context *context, const struct block *block, size_t i,
                             struct word *word, struct findings *out) {
    struct language *language = context->language;
    if (!word_begins(language, word, LEXICON_CONFUSIONS)) return false;
    const struct rivals *rivals = rivals_of(language, word);
    for (size_t k = 0; k < rivals->count; k++) {
        struct word *meant = rival_word(language, &rivals->items[k]);
        double asked = asked_for(language, word->text, meant->text, NEVER);
        if (asked >= NEVER || beside_proof(language, &block->analysis, i, meant) < asked) continue;
        report(context, block, i, meant->text, out);
        return true;
    }
    return false;
}

/* melakukan pemantau, proses penguji: what is done, for who does it, which was never seen to stand there. */
static bool check_deed(const struct check_context *context, const struct block *block, size_t i,
                       struct word *word, struct findings *out) {
    struct language *language = context->language;
    const struct analysis *a = &block->analysis;
    if (!slice_starts(word->text, SLICE("pe")) || !word_before(a, i) ||
        !token_in(a, i - 1, CLASS_BEFORE_DEED))
        return false;
    struct str noun = {0};
    str_printf(&noun, "%.*san", SLICE_ARG(word->text));
    struct word *left = a->forms.items[i - 1]->folded, *deed = language_word(language, str_slice(&noun));
    bool meant = !frequency_beside(language, left, word) &&
                 frequency_of_form(language, deed->text, FORM_SMALL) >=
                     DEED_COMMON + DEED_SHARE * frequency_of_form(language, word->text, FORM_SMALL);
    if (meant) report(context, block, i, deed->text, out);
    str_free(&noun);
    return meant;
}

/* False: interrupted. */
static bool check_block(const struct check_context *context, const struct context_draft *draft,
                        const struct block *block, struct findings *out) {
    bool tired = false;
    for (size_t i = 0; i < block->analysis.tokens.count && !tired; i++) {
        tired = check_tires(context, i);
        if (!ranking_looks_at(&block->analysis, i)) continue;
        struct word *word = block->analysis.forms.items[i]->folded;
        if (!check_confusions(context, block, i, word, out) && !check_deed(context, block, i, word, out))
            check_ranking(context, draft, block, i, word, out);
    }
    return !tired;
}

/* False: interrupted. */
static bool count_unknown(const struct check_context *context, const struct analysis *a, size_t *count) {
    for (size_t i = 0; i < a->tokens.count; i++) {
        *count += word_is_unknown(context, a, i) && !word_is_far_from_common(context, token_word(a, i));
        if (check_tires(context, i)) return false;
    }
    return true;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct context_draft draft = {.cut = CUT};
    size_t unknown = 0;
    bool done = true;
    const struct block *block;
    for (size_t at = 0; done && (block = document_next(document, &at));) {
        ranking_count(&draft.words, &block->analysis);
        done = !check_interrupted(context) && count_unknown(context, &block->analysis, &unknown);
    }
    draft.cut = fmax(CUT_LEAST, CUT - CARELESS * (double)unknown);
    for (size_t at = 0; done && (block = document_next(document, &at));)
        done = !check_interrupted(context) && check_block(context, &draft, block, out);
    word_table_free(&draft.words);
    return done;
}

const struct check check_of_context = {.document = check_document};
