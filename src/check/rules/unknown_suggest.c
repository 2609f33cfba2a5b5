#include "check/rules/unknown_suggest.h"

#include "check/rules/other_language.h"
#include "check/rules/unknown_slip.h"
#include "check/rules/wording.h"
#include "language/sentence/words.h"
#include "language/spelling/nonstandard.h"
#include "language/spelling/ranking.h"
#include "language/spelling/speller.h"

/* What the ranking must believe to be proposed first (ranking_score()): of 401 drafts none is worse than with
 * what it took before, the neighbours alone. */
static const double MEANT_FIRST = -1.0;

bool unknown_is_told_elsewhere(const struct check_context *context, struct word *word) {
    return wording_has_word(context, word) ||
           (context->enabled[RULE_SPELLING_NONSTANDARD] && nonstandard_of(context->language, word));
}

struct word *unknown_meant(const struct check_context *context, const struct analysis *a, size_t i,
                           double belief) {
    struct ranked best;
    double score;
    bool found = ranking_best(context->language, a, i, NULL, &best, &score) && score >= belief;
    return found ? best.rival->word : NULL;
}

/* jalanya: jalannya. */
static void suggest_lost_n(struct language *language, struct slice text, struct slice small,
                           struct finding *finding) {
    if (!unknown_lost_n(language, small)) return;
    struct str whole = {0};
    str_printf(&whole, "%.*snya", SLICE_ARG(slice_range(text, 0, text.len - strlen("ya"))));
    finding_suggest(finding, str_slice(&whole));
    str_free(&whole);
}

/* saranapengangkut: two common words written as one. */
static void suggest_apart(struct language *language, struct slice text, struct slice small,
                          struct finding *finding) {
    size_t second = word_glued_at(language, small);
    if (!second) return;
    struct str apart = {0};
    struct slice left = slice_range(text, 0, second), rest = slice_range(text, second, text.len);
    str_printf(&apart, "%.*s%c%.*s", SLICE_ARG(left), slice_starts(rest, left) ? '-' : ' ', SLICE_ARG(rest));
    finding_suggest(finding, str_slice(&apart));
    str_free(&apart);
}

static void suggest_meant(const struct check_context *context, const struct analysis *a, size_t i,
                          struct finding *finding) {
    struct word *meant = unknown_meant(context, a, i, MEANT_FIRST);
    if (!meant || unknown_is_told_elsewhere(context, meant)) return;
    struct str right = {0};
    speller_case(a->forms.items[i]->text, meant->text, &right);
    finding_suggest(finding, str_slice(&right));
    str_free(&right);
}

/* The word beside the token at i, when nothing but space stands between them. */
static struct slice beside(const struct analysis *a, size_t i, bool next) {
    if (next ? i + 1 >= a->tokens.count : i == 0) return (struct slice){0};
    const struct token *other = &a->tokens.items[next ? i + 1 : i - 1];
    return other->kind == TOKEN_WORD ? token_text(a, other) : (struct slice){0};
}

static void suggest_near(struct speller *speller, const struct analysis *a, size_t i,
                         struct finding *finding) {
    struct suggestions suggestions;
    speller_suggest(speller, a->forms.items[i]->text, beside(a, i, false), beside(a, i, true), &suggestions);
    for (size_t k = 0; k < suggestions.count; k++)
        finding_suggest(finding, slice_of(suggestions.items[k]));
    suggestions_free(&suggestions);
}

void unknown_suggest(const struct check_context *context, const struct analysis *a, size_t i,
                     struct finding *finding) {
    struct speller *speller = language_speller(context->language);
    struct slice text = a->forms.items[i]->text, small = a->forms.items[i]->small->text;
    bool near = speller_neighbour(speller, small) > 0; /* Sedangakan is Sedangkan, no Sedang akan */
    suggest_lost_n(context->language, text, small, finding);
    if (!near) suggest_apart(context->language, text, small, finding);
    suggest_meant(context, a, i, finding);
    suggest_near(speller, a, i, finding);
    if (near) suggest_apart(context->language, text, small, finding);
}
