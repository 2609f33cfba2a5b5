#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"
#include "check/rules/typography.h"
#include "language/sentence/clause.h"
#include "language/sentence/speech.h"

/*
 * typography.fronted: what is put before the subject ends in a comma: "Dalam rapat itu, warga ...", "Untuk
 * menjaga pasar, camat ...". Where it ends is seen after ini, itu, tersebut, and before who acts; elsewhere
 * all that can be told is that a sentence which opens so has no comma at all.
 *
 * Counted in 311 edited articles: after such a phrase closed by a pointer and before a capital stands a
 * comma in 58 of 60 places, before a small noun in 65 of 70; of 1,200 sentences that open with a word of
 * fronted-clause 28 have no comma.
 */
enum { REACH = 22, SHORTEST = 8, REGION = 14 /* tokens */ };

struct fronted {
    const struct check_context *context;
    const struct analysis *a;
    size_t first, end; /* tokens of the sentence, without the full stop */
    struct findings *out;
};

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_FRONTED, SLICE_ARG(right), SLICE_ARG(wrong));
}

/* A comma between token i and the next one. */
static void report(const struct fronted *f, size_t i) {
    typography_report_join(f->context, f->a, f->out, RULE_TYPOGRAPHY_FRONTED,
                           (struct typography_join){i, i + 1, ", ", LETTERS_KEPT}, say);
}

static bool is_word(const struct fronted *f, size_t i) {
    return token_is_kind(f->a, i, TOKEN_WORD) || token_is_number(f->a, i);
}

/* Dalam rapat tahunan itu | warga ...: the pointer, when the subject begins right after it. */
static size_t end_at_pointer(const struct fronted *f) {
    size_t i = f->first + 1;
    while (i < f->end && i < f->first + REACH && is_word(f, i) &&
           !(i > f->first + 1 && clause_is_pointer(f->a, i)))
        i++;
    size_t next = i + 1;
    if (!clause_is_pointer(f->a, i) || next >= f->end || !clause_is_noun(f->a, next) ||
        clause_is_pointer(f->a, next) || !clause_has_predicate(f->a, next, f->end))
        return SIZE_MAX;
    bool aside = token_is(f->a, i - 1, "hal") && i > f->first + 2; /* camat dalam hal ini Dinas Sosial */
    bool small = token_is_small(f->a, next);
    return aside || (small && !token_in(f->a, f->first, CLASS_FRONTED_PHRASE)) ? SIZE_MAX : i;
}

/* Untuk menjaga pasar | Camat Rina meminta ...: before who acts. */
static size_t end_at_actor(const struct fronted *f) {
    for (size_t i = f->first + 2; i + 1 < f->end && i < f->first + REACH && is_word(f, i); i++) {
        bool who = token_is_capital(f->a, i + 1) && f->a->speech.items[i + 1] & SPEECH_ROLE;
        if (!who || !token_is_small(f->a, i) || !clause_is_noun(f->a, i) ||
            f->a->speech.items[i] & SPEECH_ROLE)
            continue;
        size_t verb = i + 2;
        while (token_is_capital(f->a, verb))
            verb++;
        verb = clause_predicate(f->a, verb);
        return verb != SIZE_MAX && slice_starts(token_word(f->a, verb), SLICE("me")) ? i : SIZE_MAX;
    }
    return SIZE_MAX;
}

/* Karena itulah warga menunggu: what is stressed needs no comma. */
static bool is_focus(const struct fronted *f, size_t i) {
    return token_is(f->a, i, "itulah") || token_is(f->a, i, "inilah");
}

/* No mark that parts it, and no quotation. */
static bool is_unbroken(const struct fronted *f) {
    for (size_t i = f->first; i < f->end; i++)
        if (token_is_mark(f->a, i, ",;:?\"") || token_is_quoted(f->a, i) || is_focus(f, i)) return false;
    return true;
}

/* The comma is missing before the last verb that stands near. */
static size_t last_verb(const struct fronted *f) {
    size_t last = f->first + 1;
    for (size_t i = f->first + 2; i < f->end && i < f->first + REGION; i++)
        if (clause_is_predicate(f->a, i)) last = i;
    return last;
}

static void report_region(const struct fronted *f, size_t last) {
    const struct token *tokens = f->a->tokens.items;
    struct finding *finding =
        finding_add(f->out, RULE_TYPOGRAPHY_FRONTED, tokens[f->first].start, tokens[last].end);
    finding_say(finding, f->context->lang, TYPOGRAPHY_FRONTED_OPEN, SLICE_ARG(token_word(f->a, f->first)));
}

/* dibuka, berjalan, merupakan: no deed that a noun leads to (upaya mengurangi), and no tertib or tertulis. */
static bool is_finite(const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    if (!clause_is_predicate(a, i) || slice_ends(word, SLICE("nya"))) return false;
    return !clause_is_verb(a, i) || slice_starts(word, SLICE("di")) || slice_starts(word, SLICE("ber")) ||
           token_is(a, i, "merupakan") || token_is(a, i, "menjadi");
}

/* Menurut Camat Rina pasar dibuka; Sebagai informasi kinerja kader dinilai ...: the phrase holds no verb of
 * its own, so that one before any comma is the sentence's. SIZE_MAX: none is seen. */
static size_t early_verb(const struct fronted *f) {
    for (size_t i = f->first + 2; i + 1 < f->end && i < f->first + REGION && is_word(f, i); i++) {
        if (token_is(f->a, i, "yang") || token_in(f->a, i, CLASS_CLAUSE_OPENER)) return SIZE_MAX;
        if (is_finite(f->a, i)) return i;
    }
    return SIZE_MAX;
}

static void check_sentence(const struct fronted *f) {
    const struct analysis *a = f->a;
    bool phrase = token_in(a, f->first, CLASS_FRONTED_PHRASE);
    bool clause = token_in(a, f->first, CLASS_FRONTED_CLAUSE);
    if (!token_is_capital(a, f->first) || !(phrase || clause) || token_is_quoted(a, f->first)) return;
    size_t end = end_at_pointer(f);
    if (end == SIZE_MAX && clause) end = end_at_actor(f);
    if (end != SIZE_MAX) {
        report(f, end);
        return;
    }
    if (!clause || clause_is_pointer(a, f->first + 1) || token_in(a, f->first + 1, CLASS_AUXILIARY) ||
        token_is(a, f->first + 1, "demikian") || f->end - f->first < SHORTEST)
        return;
    bool nouns = token_in(a, f->first, CLASS_FRONTED_SOURCE) || /* Untuk kegiatan tahun ini ... */
                 (token_is(a, f->first, "untuk") && token_in(a, f->first + 1, CLASS_EVENT_DEED));
    size_t early = nouns ? early_verb(f) : SIZE_MAX;
    if (early != SIZE_MAX || is_unbroken(f)) report_region(f, early != SIZE_MAX ? early : last_verb(f));
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; block->kind == BLOCK_PROSE && i < a->sentences.count; i++) {
        const struct sentence *s = &a->sentences.items[i];
        struct fronted f = {context, a, s->first_token, s->first_token + s->tokens - 1, out};
        if (s->tokens > 2 && token_is_mark(a, f.end, ".")) check_sentence(&f);
    }
}

const struct check check_of_fronted = {.block = check_block};
