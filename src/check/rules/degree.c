#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"

/*
 * typography.degree: degrees after a name are written with their full stops, each after a comma: Sari Dewi,
 * S.H., M.M. dictionaries/degrees.tsv has how each is written. One that stands alone without a comma may be
 * another short form (SE, MA); two are sure.
 */
enum { LONGEST = 16, NAME_WORDS = 2 };

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_DEGREE, SLICE_ARG(right), SLICE_ARG(wrong));
}

/* S. IK, S. Sos: the tokens of a degree whose first letter is set apart; else 1. */
static size_t degree_tokens(const struct analysis *a, size_t i) {
    struct slice letter = token_word(a, i);
    bool apart = letter.len == 1 && strchr("SMA", letter.data[0]) && token_is_mark(a, i + 1, ".") &&
                 token_is_joined(a, i + 1) && token_is_capital(a, i + 2) && !token_is_joined(a, i + 2);
    return apart ? 3 : 1;
}

/* How the degree at token i is written, its last full stop included; *alone: it is no other short form. Empty
 * when the token is none. */
static struct slice degree_at(const struct check_context *context, const struct analysis *a, size_t i,
                              bool *alone) {
    const struct token *t = token_at(a, i);
    if (!t || t->kind != TOKEN_WORD || !(t->flags & TOKEN_CAPITAL) || t->flags & (TOKEN_HYPHEN | TOKEN_DIGIT))
        return SLICE("");
    size_t tokens = degree_tokens(a, i);
    struct slice word = slice_range(a->text, t->start, t[tokens - 1].end), fields;
    char key[LONGEST];
    size_t len = 0, capitals = 0;
    for (size_t k = 0; k < word.len; k++) {
        if (word.data[k] == '.' || word.data[k] == ' ') continue;
        if (len == sizeof key) return SLICE("");
        capitals += rune_is_upper((unsigned char)word.data[k]);
        key[len++] = (char)(word.data[k] | ' ');
    }
    if (capitals < 2 || !lexicon_find(language_lexicon(context->language, LEXICON_DEGREES),
                                      (struct slice){key, len}, &fields))
        return SLICE("");
    if (alone) *alone = slice_equal_text(lexicon_field(fields, 1), "alone");
    return lexicon_field(fields, 0);
}

struct degree_run {
    size_t first, end; /* tokens: from the first degree to after the last one and its full stop */
    size_t degrees;
    bool alone; /* the first is a degree and nothing else */
};

static bool read_run(const struct check_context *context, const struct analysis *a, size_t i,
                     struct degree_run *run) {
    *run = (struct degree_run){.first = i, .end = i};
    for (size_t at = i;; run->degrees++) {
        bool alone = false;
        if (!degree_at(context, a, at, &alone).len) return run->degrees > 0;
        if (!run->degrees) run->alone = alone;
        run->end = at += degree_tokens(a, at);
        if (token_is_mark(a, at, ".") && token_is_joined(a, at)) run->end = ++at;
        while (token_is_mark(a, at, ",.") && degree_at(context, a, at + 1, NULL).len)
            at++;
    }
}

/* The tokens between the name and the degrees: nothing, a comma, a full stop, or both. */
static size_t name_end(const struct analysis *a, size_t degree, bool *comma) {
    size_t end = degree;
    *comma = false;
    while (end > 0 && degree - end < 2 && token_is_mark(a, end - 1, ",.")) {
        end--;
        *comma = *comma || token_is_mark(a, end, ",");
    }
    return end;
}

static bool is_name(const struct analysis *a, size_t end) {
    if (end == 0 || !token_is_capital(a, end - 1)) return false;
    const struct token *t = &a->tokens.items[end - 1];
    return !(t->flags & (TOKEN_DOTTED | TOKEN_DIGIT)) && t->end - t->start > 1;
}

static void check_run(const struct check_context *context, const struct analysis *a,
                      const struct degree_run *run, struct findings *out) {
    bool comma;
    size_t end = name_end(a, run->first, &comma);
    bool two_words = end >= NAME_WORDS && token_is_capital(a, end - 2);
    if (!is_name(a, end) || (run->degrees < 2 && !comma && !(run->alone && two_words))) return;
    struct str right = {0};
    str_append(&right, token_word(a, end - 1));
    for (size_t i = run->first; i < run->end; i += degree_tokens(a, i)) {
        struct slice degree = degree_at(context, a, i, NULL);
        if (degree.len) str_printf(&right, ", %.*s", SLICE_ARG(degree));
    }
    size_t start = a->tokens.items[end - 1].start, last = a->tokens.items[run->end - 1].end;
    if (!slice_equal(str_slice(&right), slice_range(a->text, start, last)))
        typography_report(context, a, out, RULE_TYPOGRAPHY_DEGREE, start, last, str_slice(&right), say);
    str_free(&right);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    struct degree_run run;
    for (size_t i = 1; i < a->tokens.count; i++) {
        if (!read_run(context, a, i, &run)) continue;
        check_run(context, a, &run, out);
        i = run.end - 1;
    }
}

const struct check check_of_degree = {.block = check_block};
