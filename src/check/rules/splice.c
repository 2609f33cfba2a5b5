#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"
#include "check/rules/typography.h"
#include "language/sentence/clause.h"

/*
 * typography.splice: two sentences joined by a comma alone: "Camat menutup rapat, hal ini dilakukan ...".
 * Where the second begins is seen when it takes up what the first told (hal ini, kegiatan tersebut), has
 * beliau for who acts, or wishes (semoga). In 311 edited articles no sentence has it.
 */
struct splice {
    const struct check_context *context;
    const struct analysis *a;
    size_t first, end; /* tokens of the sentence */
    struct findings *out;
};

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_SPLICE, SLICE_ARG(wrong), SLICE_ARG(right));
}

/* Whether a sentence of its own begins at token i. */
static bool begins(const struct splice *s, size_t i) {
    if (!token_is_small(s->a, i)) return false;
    if (token_is(s->a, i, "semoga")) return true;
    if (token_is(s->a, i, "beliau")) return clause_predicate(s->a, i + 1) != SIZE_MAX;
    return token_in(s->a, i, CLASS_HAPPENING) && clause_is_pointer(s->a, i + 1) &&
           clause_predicate(s->a, i + 2) != SIZE_MAX;
}

/* A verb of the sentence itself, and not of what is told of a noun: kader yang hadir di sana. */
static bool has_verb(const struct splice *s, size_t comma) {
    for (size_t i = s->first + 1; i < comma; i++) {
        if (token_is(s->a, i, "yang")) return false;
        if (clause_is_predicate(s->a, i)) return true;
    }
    return false;
}

/* Sebagai ketua, ia membuka ...; Jika hujan, kegiatan ini ditunda: what stands before is no sentence. */
static bool is_sentence(const struct splice *s, size_t comma) {
    size_t i = s->first;
    if (!has_verb(s, comma) || token_in(s->a, i, CLASS_SENTENCE_OPENER) ||
        token_in(s->a, i, CLASS_CLAUSE_OPENER) || token_in(s->a, i, CLASS_NO_NOUN) || clause_is_verb(s->a, i))
        return false;
    for (; i < comma; i++)
        if ((i < s->first + 2 && token_in(s->a, i, CLASS_CLAUSE_OPENER)) || token_is(s->a, i, "hanya") ||
            token_is(s->a, i, "bukan") || token_is(s->a, i, "bahwa") || token_in(s->a, i, CLASS_SAYS_NEXT))
            return false;
    return true;
}

static void report(const struct splice *s, size_t comma) {
    typography_report_join(s->context, s->a, s->out, RULE_TYPOGRAPHY_SPLICE,
                           (struct typography_join){comma - 1, comma + 1, ". ", LETTERS_FIRST_CAPITAL}, say);
}

static void check_sentence(const struct splice *s) {
    for (size_t i = s->first + 1; i < s->end; i++) {
        if (token_is_mark(s->a, i, "\":;") || token_is_quoted(s->a, i)) return;
        if (!token_is_mark(s->a, i, ",")) continue;
        if (begins(s, i + 1) && is_sentence(s, i) && token_is_kind(s->a, i - 1, TOKEN_WORD)) report(s, i);
        return; /* after a second comma anything may go on */
    }
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; block->kind == BLOCK_PROSE && i < a->sentences.count; i++) {
        const struct sentence *sentence = &a->sentences.items[i];
        struct splice s = {context, a, sentence->first_token, sentence->first_token + sentence->tokens, out};
        if (!token_is_quoted(a, s.first)) check_sentence(&s);
    }
}

const struct check check_of_splice = {.block = check_block};
