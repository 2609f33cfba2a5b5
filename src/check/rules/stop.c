#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/prose.h"
#include "check/rules/typography.h"

/*
 * typography.stop: a paragraph of whole sentences that ends without its full stop. Captions, lines of verse
 * and lists have none either, so the paragraph must be long, and most of the draft's must have theirs.
 */
enum {
    /* Read on 401 drafts: of 20 such ends in drafts of offices 18 are slips, in the press 1 of 1. */
    PARAGRAPH_TOKENS = 14,
    SENTENCE_WORDS = 6, /* of its last sentence; */
    SMALL_SHARE = 2,    /* one in so many of them begins small, so that it is no heading; */
    LONG_SENTENCE = 12, /* or it is so long, and holds a verb: officials capitalise their nouns */
    VERB_LETTERS = 6
};

static bool is_long(const struct block *block) {
    return block->kind == BLOCK_PROSE && block->analysis.tokens.count >= PARAGRAPH_TOKENS &&
           block->analysis.sentences.count;
}

static bool is_closing(const struct analysis *a, size_t i) {
    return token_is_mark(a, i, "\"'") || token_is(a, i, "”") || token_is(a, i, "’");
}

/* ... Kabupaten Agam (di2k): where the bracket of who wrote it begins, in which nothing but initials stand;
 * the number of tokens when there is none. */
static size_t initials_start(const struct analysis *a) {
    enum { INSIDE = 4, INITIALS = 5 /* letters */ };
    size_t last = a->tokens.count - 1;
    if (!token_is_mark(a, last, ")")) return a->tokens.count;
    for (size_t i = last; i-- > 1 && last - i <= INSIDE;) {
        struct slice word = token_word(a, i);
        if (token_is_mark(a, i, "(")) return last - i > 1 ? i : a->tokens.count;
        bool initials = token_is_kind(a, i, TOKEN_WORD) && word.len <= INITIALS &&
                        a->tokens.items[i].flags & (TOKEN_LOWER | TOKEN_DIGIT);
        if (!initials && !token_is_mark(a, i, "/*.-")) break;
    }
    return a->tokens.count;
}

/* The last token but for a mark that closes a quotation, and for who wrote it. */
static size_t last_token(const struct analysis *a) {
    size_t last = initials_start(a) - 1;
    return is_closing(a, last) && token_is_joined(a, last) ? last - 1 : last;
}

static bool has_stop(const struct analysis *a) {
    size_t last = last_token(a);
    return token_is_mark(a, last, ".?!") || token_is(a, last, "...") || token_is(a, last, "…");
}

/* Senin (6/6): a date in brackets ends a sentence; other brackets hold who wrote it. */
static bool is_date(const struct analysis *a, size_t i) {
    return token_is_mark(a, i, ")") && token_is_number(a, i - 1) && token_is_mark(a, i - 2, "(") &&
           slice_find_byte(token_word(a, i - 1), '/', 0) != SIZE_MAX;
}

static bool is_verb(const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    return token_is_small(a, i) && word.len >= VERB_LETTERS && !token_in(a, i, CLASS_NO_VERB) &&
           (slice_starts(word, SLICE("me")) || slice_starts(word, SLICE("di")) ||
            slice_starts(word, SLICE("ber")));
}

static bool is_sentence(const struct analysis *a) {
    const struct sentence *s = &a->sentences.items[a->sentences.count - 1];
    size_t words = 0, small = 0, verbs = 0;
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++) {
        words += token_is_kind(a, i, TOKEN_WORD);
        small += token_is_small(a, i);
        verbs += is_verb(a, i);
    }
    return words >= SENTENCE_WORDS && (small * SMALL_SHARE >= words || (words >= LONG_SENTENCE && verbs));
}

static bool lacks_stop(const struct analysis *a) {
    size_t last = last_token(a);
    bool ends = token_is_kind(a, last, TOKEN_WORD) || token_is_number(a, last) || is_date(a, last);
    return ends && !token_in(a, last, CLASS_UNFINISHED) && is_sentence(a);
}

/* What follows begins anew: it does not go on with the sentence, as a list does. */
static bool is_fresh(const struct block *next) {
    if (!next || next->kind == BLOCK_HEADING) return true;
    const struct analysis *a = &next->analysis;
    return next->kind == BLOCK_PROSE &&
           (token_is_capital(a, 0) || token_is_mark(a, 0, "\"(") || token_is(a, 0, "“"));
}

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    (void)wrong;
    finding_say(f, lang, TYPOGRAPHY_STOP, SLICE_ARG(right));
}

static void report(const struct check_context *context, const struct block *block, struct findings *out) {
    const struct analysis *a = &block->analysis;
    size_t last = last_token(a), count = a->tokens.count, from = out->list.count;
    size_t start = a->tokens.items[is_date(a, last) ? last - 2 : last].start;
    struct str right = {0};
    str_append(&right, slice_range(a->text, start, a->tokens.items[last].end));
    str_append_byte(&right, '.');
    str_append(&right, slice_range(a->text, a->tokens.items[last].end, a->tokens.items[count - 1].end));
    typography_report(context, a, out, RULE_TYPOGRAPHY_STOP, start, a->tokens.items[count - 1].end,
                      str_slice(&right), say);
    findings_move_from(out, from, block->start);
    str_free(&right);
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    size_t paragraphs = 0, stops = 0;
    for (size_t i = 0; i < document->prose.count; i++) {
        const struct block *block = document->blocks.items[document->prose.items[i]];
        if (!is_long(block)) continue;
        paragraphs++;
        stops += has_stop(&block->analysis);
    }
    for (size_t i = 0; stops * 2 >= paragraphs && i < document->prose.count; i++) {
        size_t at = document->prose.items[i];
        const struct block *block = document->blocks.items[at];
        if (i % 256 == 0 && check_interrupted(context)) return false;
        if (is_long(block) && lacks_stop(&block->analysis) && is_fresh(document_after(document, at)))
            report(context, block, out);
    }
    return true;
}

const struct check check_of_stop = {.document = check_document};
