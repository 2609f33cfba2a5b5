#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/meant.h"
#include "language/spelling/slips.h"
#include "language/spelling/speller.h"

#include <math.h>
#include <stdlib.h>

/*
 * spelling.context: a real word where one slip of the keyboard made it of another, told by the words beside
 * it. The proof is how many times likelier the other word is between these neighbours: pairs as counted,
 * unseen pairs as chance and the threshold of the counting allow. Rather silent than wrong.
 */
enum { LETTERS_MIN = 3, PAIRS_MIN = 8, PAIRS_MIN_WEAK = 4 };

static const double surely = 2.2, surely_one_side = 2.9; /* powers of ten */
static const double not_against = 3.0; /* chosen while reading what is found in articles of the press */

struct place {
    struct language *language;
    struct slice before, word, after; /* in small letters; empty: no word in small letters stands there */
    double word_documents, before_pairs, after_pairs;
    struct str best;
    double best_proof; /* how far above what is asked */
};

/* Counted pairs, or how many an unseen pair may have: what chance makes of it, below the threshold. */
static double pairs_of(struct language *language, struct slice word, struct slice next) {
    size_t counted = frequency_of_pair(language, word, next);
    if (counted) return (double)counted;
    double chance = (double)(frequency_of(language, word) + 1) * (double)(frequency_of(language, next) + 1);
    return fmin(3.0, 0.25 + chance * 0.4 * 1.6 / 3.0e6);
}

/* What the table of confusions asks for this pair; negative: never. */
static double asked_for(struct language *language, struct slice word, struct slice meant, double usual) {
    struct str key = {0};
    struct slice fields;
    str_printf(&key, "%.*s %.*s", SLICE_ARG(word), SLICE_ARG(meant));
    if (lexicon_find(language_lexicon(language, LEXICON_CONFUSIONS), str_slice(&key), &fields)) {
        struct slice proof = lexicon_field(fields, 0);
        usual = slice_equal_text(proof, "-") ? -1 : strtod(proof.data, NULL) / 100;
    }
    str_free(&key);
    return usual;
}

static void weigh(struct place *place, struct slice meant) {
    struct language *language = place->language;
    if (meant.len < LETTERS_MIN || language_has(language, LEXICON_NONSTANDARD, meant)) return;
    bool both = place->before.len && place->after.len;
    size_t left = place->before.len ? frequency_of_pair(language, place->before, meant) : 0;
    if (both && !left) return;
    size_t right = place->after.len ? frequency_of_pair(language, meant, place->after) : 0;
    if ((left < PAIRS_MIN && right < PAIRS_MIN) || (both && (left < PAIRS_MIN || right < PAIRS_MIN_WEAK)))
        return;
    double documents = (double)frequency_of(language, meant), proof = 0;
    if (place->before.len) proof += log10((double)left / place->before_pairs);
    if (place->after.len)
        proof += log10((double)right / documents) - log10(place->after_pairs / place->word_documents);
    if (!place->before.len) proof += log10(documents / place->word_documents);
    double asked = asked_for(language, place->word, meant, both ? surely : surely_one_side);
    if (!both && asked >= 0) asked = fmax(asked, surely_one_side);
    if (asked < 0 || proof < asked || (place->best.len && proof - asked <= place->best_proof)) return;
    place->best_proof = proof - asked;
    str_clear(&place->best);
    str_append(&place->best, meant);
}

/* Pairs in the table that no slip of a key explains: kepala, kepada. */
static void weigh_confusions(struct place *place) {
    const struct lexicon *lexicon = language_lexicon(place->language, LEXICON_CONFUSIONS);
    struct slice meant;
    if (!language_begins(place->language, LEXICON_CONFUSIONS, place->word)) return;
    for (size_t at = 0; lexicon_next(lexicon, &at, &meant, NULL);)
        if (slice_equal(slice_cut(&meant, ' '), place->word)) weigh(place, meant);
}

static bool is_plain(const struct token *token) {
    return token && token->flags & TOKEN_LOWER && !(token->flags & (TOKEN_HYPHEN | TOKEN_DIGIT));
}

static struct slice plain_text(const struct analysis *a, const struct token *token) {
    return is_plain(token) ? token_text(a, token) : (struct slice){0};
}

static void report(const struct check_context *context, const struct analysis *a, size_t index,
                   const char *meant, struct findings *out) {
    const struct token *token = &a->tokens.items[index];
    struct str right = {0};
    speller_case(token_text(a, token), slice_of(meant), &right);
    struct finding *finding = finding_add(out, RULE_SPELLING_CONTEXT, token->start, token->end);
    finding_say(finding, context->lang, SPELLING_CONTEXT, SLICE_ARG(token_text(a, token)),
                SLICE_ARG(str_slice(&right)));
    finding_suggest(finding, str_slice(&right));
    str_free(&right);
}

/* True when nothing more is to be asked: something was found, or the word is often seen beside a neighbour.
 */
static bool check_word(const struct check_context *context, const struct analysis *a, size_t index,
                       struct findings *out) {
    const struct token *token = &a->tokens.items[index];
    if (token->kind != TOKEN_WORD || !is_plain(token) || token->end - token->start < LETTERS_MIN)
        return false;
    struct place place = {.language = context->language,
                          .word = token_text(a, token),
                          .before = plain_text(a, word_before(a, index)),
                          .after = plain_text(a, word_after(a, index))};
    if (!place.before.len && !place.after.len) return false;
    place.word_documents = fmax(1, (double)frequency_of(context->language, place.word));
    place.before_pairs = place.before.len ? pairs_of(context->language, place.before, place.word) : 0;
    place.after_pairs = place.after.len ? pairs_of(context->language, place.word, place.after) : 0;
    if ((!place.before.len || place.before_pairs > 3) && (!place.after.len || place.after_pairs > 3))
        return true;
    bool seen = (place.before.len && place.before_pairs > 3) || (place.after.len && place.after_pairs > 3);
    for (struct slice slips = slips_of(context->language, place.word); slips.len;)
        weigh(&place, slice_cut(&slips, ' '));
    weigh_confusions(&place);
    /* what no dictionary knows is spelling.unknown's */
    bool found =
        place.best.len && speller_look(language_speller(context->language), place.word) != WORD_UNKNOWN;
    /* two words on either side must not speak against it */
    found = found && meant_proof(context->language, a, index, str_slice(&place.best)) >= not_against;
    if (found) report(context, a, index, str_text(&place.best), out);
    str_free(&place.best);
    return found || seen;
}

/* By two words on either side: pairs that no key explains, and words with a capital. */
static void check_sure(const struct check_context *context, const struct analysis *a, size_t index,
                       struct findings *out) {
    const struct token *token = &a->tokens.items[index];
    if (token->kind != TOKEN_WORD ||
        token->flags & (TOKEN_UPPER | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_DOTTED) ||
        !(token->flags & (TOKEN_LOWER | TOKEN_CAPITAL)))
        return;
    struct language *language = context->language;
    struct meant meant;
    if (meant_find(language, a, index, &meant)) {
        struct str word = {0};
        word_fold(&word, token_text(a, token));
        struct slice folded = str_slice(&word);
        bool named = token->flags & TOKEN_CAPITAL &&
                     (word_written(language, folded) == WRITTEN_NAME || !meant.written);
        if (meant_is_sure(&meant, folded) && !named &&
            asked_for(language, folded, slice_of(meant.word), 1) >= 0 &&
            !language_has(language, LEXICON_NONSTANDARD, slice_of(meant.word)) &&
            speller_look(language_speller(language), folded) != WORD_UNKNOWN)
            report(context, a, index, meant.word, out);
        str_free(&word);
    }
    meant_free(&meant);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    for (size_t i = 0; i < block->analysis.tokens.count; i++)
        if (!check_word(context, &block->analysis, i, out)) check_sure(context, &block->analysis, i, out);
}

const struct check check_of_context = {.block = check_block};
