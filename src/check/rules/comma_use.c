#include "check/rules/comma_use.h"

#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/prose.h"
#include "check/rules/source.h"
#include "check/rules/typography.h"
#include "language/sentence/speech.h"

enum { PARAGRAPH_TOKENS = 12 };

struct comma_seeker {
    const struct check_context *context;
    const struct analysis *a;
    struct findings *out;
};

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_COMMA, SLICE_ARG(wrong), SLICE_ARG(right));
}

/* Of tokens first to last, with glue between these two. */
static void report(const struct comma_seeker *s, size_t first, size_t last, const char *glue,
                   enum letters letters) {
    typography_report_join(s->context, s->a, s->out, RULE_TYPOGRAPHY_COMMA,
                           (struct typography_join){first, last, glue, letters}, say);
}

static bool is_word(const struct comma_seeker *s, size_t i) {
    return token_is_kind(s->a, i, TOKEN_WORD) || token_is_number(s->a, i);
}

/* Setelah dibuka, Bupati ...: a clause ends there. */
static bool in_clause(const struct comma_seeker *s, size_t i) {
    while (i > 0 && !token_is_mark(s->a, i - 1, ".,;:?!") && !token_is_mark(s->a, i - 1, "\""))
        if (token_in(s->a, --i, CLASS_CLAUSE_OPENER)) return true;
    return false;
}

static bool names_agent(const struct comma_seeker *s, size_t i) {
    uint32_t classes = speech_classes(s->context->language, token_word(s->a, i));
    return token_is_capital(s->a, i) && (classes & (SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN) || !classes);
}

/* didampingi, Camat Rina; diikuti langsung, Bupati: between the passive and its agent. i: the comma. */
static void check_agent(const struct comma_seeker *s, size_t i) {
    if (i == 0 || !token_is_mark(s->a, i, ",") || !is_word(s, i - 1) || !is_word(s, i + 1)) return;
    bool directly = token_is(s->a, i - 1, "langsung");
    size_t verb = i - 1 - directly;
    if (token_in(s->a, verb, CLASS_AGENT_PASSIVE) && names_agent(s, i + 1) && !in_clause(s, verb))
        report(s, i - 1, i + 1, directly ? " oleh " : " ", LETTERS_KEPT);
}

/* setempat. (24/01). */
static void check_date(const struct comma_seeker *s, size_t i) {
    if (i == 0 || !token_is_mark(s->a, i, ".") || !token_is_mark(s->a, i + 1, "(") ||
        !token_is_number(s->a, i + 2) || !token_is_mark(s->a, i + 3, ")") ||
        !token_is_kind(s->a, i - 1, TOKEN_WORD))
        return;
    struct slice date = token_word(s->a, i + 2);
    bool ends = i + 4 >= s->a->tokens.count || token_is_mark(s->a, i + 4, ".");
    if (ends && slice_find_byte(date, '/', 0) != SIZE_MAX) report(s, i - 1, i + 1, " ", LETTERS_KEPT);
}

/* ujarnya, tutup Rina: a verb of saying as the whole of a sentence, at token i; with a name after it when it
 * has none in itself. */
static bool is_cue_alone(const struct comma_seeker *s, size_t i) {
    enum { NAME = 6 /* tokens of who it is */ };
    if (!token_is_capital(s->a, i) || s->a->tokens.items[i].flags & TOKEN_UPPER) return false;
    uint32_t classes = speech_classes(s->context->language, token_word(s->a, i));
    if (classes & SPEECH_NYA) return i + 1 >= s->a->tokens.count || token_is_mark(s->a, i + 1, ".");
    if (!(classes & SPEECH_BARE) || classes & (SPEECH_WEAK | SPEECH_NAME)) return false;
    size_t end = i + 1;
    while (token_is_capital(s->a, end) && end < i + NAME)
        end++;
    return end > i + 1 && (end >= s->a->tokens.count || token_is_mark(s->a, end, "."));
}

/* ... para warga. Imbuhnya.: who said it was cut off as a sentence of its own. i: the full stop. */
static void check_cut_off(const struct comma_seeker *s, size_t i) {
    if (i == 0 || !token_is_mark(s->a, i, ".") || !token_is_kind(s->a, i - 1, TOKEN_WORD) ||
        !token_is_joined(s->a, i) || token_is_quoted(s->a, i) || !is_cue_alone(s, i + 1))
        return;
    report(s, i - 1, i + 1, ", ", LETTERS_FIRST_SMALL);
}

/* A paragraph of its own: no list, quotation or mark-up that the comma leads to. */
static bool is_fresh(const struct block *block) {
    const struct analysis *a = &block->analysis;
    return block->kind == BLOCK_PROSE && token_is_capital(a, 0) && a->tokens.items[0].start == 0;
}

/* A paragraph ends with a comma. */
static void check_end(const struct comma_seeker *s) {
    size_t count = s->a->tokens.count;
    if (count < PARAGRAPH_TOKENS || !token_is_mark(s->a, count - 1, ",") ||
        !token_is_joined(s->a, count - 1) || (!is_word(s, count - 2) && !token_is_mark(s->a, count - 2, ".")))
        return;
    bool stop = token_is_mark(s->a, count - 2, ".");
    const struct token *word = &s->a->tokens.items[stop ? count - 3 : count - 2];
    struct str right = {0};
    str_append(&right, token_text(s->a, word));
    str_append_byte(&right, '.');
    typography_report(s->context, s->a, s->out, RULE_TYPOGRAPHY_COMMA, word->start,
                      s->a->tokens.items[count - 1].end, str_slice(&right), say);
    str_free(&right);
}

void comma_use_check(const struct check_context *context, const struct block *block, struct findings *out) {
    struct comma_seeker s = {context, &block->analysis, out};
    if (block->kind == BLOCK_HEADING) return;
    struct prose_walk walk = prose_walk_start(s.a);
    for (size_t i = walk.at; i < s.a->tokens.count; i++) {
        check_agent(&s, i);
        check_date(&s, i);
        check_cut_off(&s, i);
    }
}

void comma_end_check(const struct check_context *context, const struct block *block, const struct block *next,
                     struct findings *out) {
    struct comma_seeker s = {context, &block->analysis, out};
    size_t from = out->list.count;
    if (block->kind == BLOCK_PROSE && (!next || is_fresh(next))) check_end(&s);
    findings_move_from(out, from, block->start);
}
