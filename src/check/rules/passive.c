#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"

/*
 * attribution.passive: an opinion in the passive with no agent: dinilai, dianggap, disebut-sebut, diyakini.
 * Never diduga, which the presumption of innocence asks for.
 */
static const char *const opinions[] = {"dinilai", "dianggap", "disebut-sebut", "diyakini", NULL};

/* dinilai berhasil oleh Bappeda; not "oleh karena". As far as "dinilai sangat layak untuk dicoba oleh"
 * reaches: further off, "oleh" belongs to another verb. */
enum { AGENT_WITHIN = 5 };

static bool has_late_agent(const struct analysis *a, const struct sentence *s, size_t i) {
    size_t end = s->first_token + s->tokens;
    for (size_t k = i + 1; k <= i + AGENT_WITHIN && k + 1 < end && a->tokens.items[k].kind == TOKEN_WORD; k++)
        if (slice_equal_text(token_text(a, &a->tokens.items[k]), "oleh"))
            return !slice_equal_text(token_text(a, &a->tokens.items[k + 1]), "karena");
    return false;
}

/* The agent stands right behind the verb: dinilai oleh Bappeda, dinilai pelaku usaha; "dianggap pemimpin" is
 * what somebody is taken for. */
static bool has_agent(const struct reading *r, const struct sentence *s, size_t i) {
    static const char *const takes_agent[] = {"dinilai", "diyakini", NULL};
    if (token_in(r->analysis, i + 1, CLASS_PASSIVE_AGENT) || token_is_name(r->analysis, s, i + 1) ||
        has_late_agent(r->analysis, s, i))
        return true;
    return reading_is(r, i + 1, SPEECH_RANK | SPEECH_KIN) ||
           (token_among(r->analysis, i, takes_agent) && reading_is(r, i + 1, SPEECH_ROLE | SPEECH_ORG));
}

/* A rule, a test or a possibility rather than somebody's opinion: dianggap sah, dinilai dari, dapat dianggap;
 * or the reason of whoever acts: ditolak warga karena dinilai mahal. */
static bool is_no_opinion(const struct analysis *a, const struct sentence *s, size_t i) {
    static const char *const conditions[] = {"jika",       "bila",      "apabila", "kalau",
                                             "seandainya", "sekiranya", "selama",  NULL};
    static const char *const now[] = {"ini", "itu", NULL};
    if (token_in(a, i + 1, CLASS_PASSIVE_RULE) || (i > 0 && token_in(a, i - 1, CLASS_PASSIVE_POSSIBLE)) ||
        (i > 1 && token_in(a, i - 2, CLASS_PASSIVE_POSSIBLE)))
        return true;
    for (size_t k = s->first_token; k < i; k++)
        if (token_among(a, k, conditions) && !token_among(a, k + 1, now)) return true;
    return false;
}

/* The paragraph before ends with what somebody named said, without being a quotation that ends there. */
static bool is_told_above(const struct check_context *context, const struct document *document, size_t at) {
    const struct block *block = prose_beside(document, at, false);
    if (!block) return false;
    const struct analysis *a = &block->analysis;
    const struct sentence *last = &a->sentences.items[a->sentences.count - 1];
    if (range_is_spoken(a, last->start, last->end)) return false;
    struct reading r;
    reading_make(&r, context->language, a, 0);
    bool told = sentence_has_source(&r, last);
    reading_free(&r);
    return told;
}

static bool is_told_below(const struct check_context *context, const struct document *document, size_t at) {
    const struct block *block = prose_beside(document, at, true);
    if (!block) return false;
    struct reading r;
    reading_make(&r, context->language, &block->analysis, 0);
    bool told = sentence_attributes_paragraph(&r, block->analysis.sentences.items);
    reading_free(&r);
    return told;
}

/* Named in the sentence, or by the neighbours: "Menurut Rina, ... Cara itu dinilai murah." */
static bool has_source(const struct check_context *context, const struct document *document, size_t at,
                       const struct reading *r, const struct sentence *s) {
    const struct sentence *first = r->analysis->sentences.items, *end = first + r->analysis->sentences.count;
    return sentence_has_source(r, s) ||
           (s > first ? sentence_has_source(r, s - 1) : is_told_above(context, document, at)) ||
           (s + 1 < end ? sentence_attributes_before(r, s + 1) : is_told_below(context, document, at));
}

static void check_prose(const struct check_context *context, const struct document *document, size_t at,
                        struct findings *out) {
    const struct block *block = document->blocks.items[at];
    const struct analysis *a = &block->analysis;
    struct reading r = {0};
    for (size_t k = 0; k < a->sentences.count; k++) {
        const struct sentence *s = &a->sentences.items[k];
        for (size_t i = s->first_token; i < s->first_token + s->tokens; i++) {
            if (!token_among(a, i, opinions) || token_is_quoted(a, i)) continue;
            if (!r.analysis) reading_make(&r, context->language, a, 0);
            if (has_agent(&r, s, i) || is_no_opinion(a, s, i) || has_source(context, document, at, &r, s))
                continue;
            const struct token *t = &a->tokens.items[i];
            struct finding *f =
                finding_add(out, RULE_ATTRIBUTION_PASSIVE, block->start + t->start, block->start + t->end);
            finding_say(f, context->lang, ATTRIBUTION_PASSIVE, SLICE_ARG(token_text(a, t)));
        }
    }
    if (r.analysis) reading_free(&r);
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    if (!context->enabled[RULE_ATTRIBUTION_PASSIVE]) return true;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        if (!block_has_prose(block) || block->kind == BLOCK_HEADING) continue;
        if (check_interrupted(context)) return false;
        check_prose(context, document, i, out);
    }
    return true;
}

const struct check check_of_passive = {.document = check_document};
