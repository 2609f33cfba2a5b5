#include "check/messages.h"
#include "check/rules/comma_use.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"
#include "check/rules/typography.h"
#include "language/sentence/clause.h"
#include "language/sentence/speech.h"

/*
 * A comma between the subject and its verb: "Posyandu Keluarga, bertujuan ...". The subject is one unbroken
 * noun phrase at the start of the sentence, or after what opens it: "Dalam rapat itu, Camat Matur, meminta".
 * In 11,700 sentences of edited news two have it, both slips.
 */
enum { SUBJECT_MOST = 16, OPENING_MOST = 10 /* tokens */ };

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_COMMA, SLICE_ARG(wrong), SLICE_ARG(right));
}

static size_t next_comma(const struct analysis *a, size_t i, size_t end, size_t most) {
    for (size_t stop = i + most; i < end && i <= stop; i++)
        if (token_is_mark(a, i, ",")) return i;
    return SIZE_MAX;
}

/* After what opens the sentence, when that ends in a comma: there a subject is somebody with an office; or
 * after "Camat mengatakan,". */
static size_t subject_start(const struct analysis *a, size_t first, size_t end) {
    size_t comma = next_comma(a, first, end, OPENING_MOST);
    bool said = comma != SIZE_MAX && comma > first && a->speech.items[comma - 1] & SPEECH_ACTIVE;
    if (said) return comma + 1;
    if (!token_in(a, first, CLASS_SENTENCE_OPENER)) return first;
    bool role = comma != SIZE_MAX && comma + 1 < end &&
                a->speech.items[comma + 1] & (SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN);
    return role ? comma + 1 : SIZE_MAX;
}

/* Bupati, mewakili gubernur, membuka ...: two commas hold what is put between. After a verb of saying, and
 * after adalah or bertujuan, nothing is. */
static bool is_main_verb(const struct analysis *a, size_t verb, size_t end) {
    if (verb == SIZE_MAX || verb + 1 >= end || token_in(a, verb, CLASS_NO_SUBJECT_BEFORE)) return false;
    bool sure = a->speech.items[verb] & SPEECH_ACTIVE || !clause_is_verb(a, verb) ||
                token_is(a, verb, "merupakan") || token_is(a, verb, "bertujuan");
    return sure || next_comma(a, verb, end, end - verb) == SIZE_MAX;
}

/* Rina Sari M.Pd, mengatakan: what is missing is the comma before the degree. */
static bool ends_in_degree(const struct analysis *a, size_t i) {
    return a->speech.items[i] & SPEECH_DEGREE || a->tokens.items[i].flags & TOKEN_DOTTED;
}

static void check_sentence(const struct check_context *context, const struct analysis *a,
                           const struct sentence *s, struct findings *out) {
    size_t first = s->first_token, end = first + s->tokens;
    size_t start = subject_start(a, first, end);
    size_t comma = start == SIZE_MAX ? SIZE_MAX : next_comma(a, start, end, SUBJECT_MOST);
    if (comma == SIZE_MAX || comma == start || ends_in_degree(a, comma - 1) || !token_is_capital(a, start) ||
        token_is_quoted(a, start) || a->speech.items[start] & (SPEECH_PLACE | SPEECH_DAY) ||
        !clause_is_noun_phrase(a, start, comma) || !is_main_verb(a, clause_predicate(a, comma + 1), end))
        return;
    typography_report_join(context, a, out, RULE_TYPOGRAPHY_COMMA,
                           (struct typography_join){comma - 1, comma + 1, " ", LETTERS_KEPT}, say);
}

void comma_subject_check(const struct check_context *context, const struct block *block,
                         struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; block->kind == BLOCK_PROSE && i < a->sentences.count; i++)
        check_sentence(context, a, &a->sentences.items[i], out);
}
