#include "check/messages.h"
#include "check/rules/calendar.h"
#include "check/rules/messages.h"
#include "check/rules/sum_money.h"
#include "check/rules/sum_parts.h"
#include "check/rules/sum_total.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"

#include <stdlib.h>

/*
 * fact.sum: numbers against their parts. "40 peserta terdiri atas 25 guru dan 16 siswa": the parts add up to
 * something else. "tiga kecamatan, yakni Matur, Palupuh, Baso, dan Candung" and "5 desa:" above a list of
 * six: more or fewer are named. Silent wherever a part may be left out, or a number may be something else.
 */
enum { MOST_PARTS = 12, MOST_ITEMS = 20, UNIT_WORDS = 3, ITEM_WORDS = 5, SMALL_ITEM_WORDS = 4 };

/* After "terdiri atas", "yakni", "rinciannya": a token of the class within the reach of the number's unit;
 * 0: none. */
static size_t parts_begin(const struct check_context *context, const struct analysis *a, size_t from,
                          size_t end) {
    struct phrase number;
    for (size_t i = from; i < end && i <= from + UNIT_WORDS + 2; i++) {
        if (token_is(a, i, "tahun") && token_is_number(a, i + 1))
            i += 2; /* lima prioritas tahun 2027, yakni */
        if (token_is_number(a, i) || token_is(a, i, ".") || token_is(a, i, "(")) return 0;
        if (phrase_at(context->language, LEXICON_NUMBERS, a, i, &number))
            return 0; /* 120 rumah di tiga desa */
        if (token_is(a, i, "setiap") || token_is(a, i, "tiap") || token_is(a, i, "dari"))
            return 0; /* of each */
        if (!token_in(a, i, CLASS_PARTS_VERB)) continue;
        i++;
        while (token_is(a, i, "atas") || token_is(a, i, "dari") || token_is(a, i, ":"))
            i++;
        return i;
    }
    return 0;
}

static void report(const struct check_context *context, const struct analysis *a, size_t first, size_t last,
                   bool items, long said, long found, struct findings *out) {
    struct finding *f =
        finding_add(out, RULE_FACT_SUM, a->tokens.items[first].start, a->tokens.items[last].end);
    if (items)
        finding_say(f, context->lang, FACT_COUNT, said, found);
    else
        finding_say(f, context->lang, FACT_SUM, said, found);
}

/* A word of a phrase: none that a clause needs, and none that counts or tells of several (keempat anaknya).
 */
static bool is_item_word(const struct check_context *context, const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    if (slice_starts(word, SLICE("ke"))) word = slice_range(word, 2, word.len);
    return a->tokens.items[i].kind == TOKEN_WORD && !token_is(a, i, "yang") &&
           !token_in(a, i, CLASS_COORDINATOR) && !token_in(a, i, CLASS_SOMEBODY_NEW) &&
           !language_has(context->language, LEXICON_NUMBERS, word);
}

/* pendidikan, kesehatan, dan pertanian: how many short phrases, when the comma before the last one shows that
 * no "dan" joins two halves of one; 0 when not. Of persons one may stand for several. */
static long count_small_items(const struct check_context *context, const struct analysis *a, size_t from,
                              size_t end) {
    long items = 1;
    size_t words = 0;
    bool last = false;
    for (size_t i = from; i < end; i++) {
        if (!token_is(a, i, ",")) {
            if (!is_item_word(context, a, i) || ++words > SMALL_ITEM_WORDS) return 0;
            continue;
        }
        if (!words || last) return 0;
        last = token_in(a, i + 1, CLASS_COORDINATOR);
        i += last;
        words = 0;
        items++;
    }
    return last && words && items > 2 && items <= MOST_ITEMS ? items : 0;
}

/* How many are named from token from to end, when they surely are no more than names: 0 when not. */
static long count_items(const struct analysis *a, size_t from, size_t end) {
    long items = 1;
    size_t words = 0;
    bool last = false;
    for (size_t i = from; i < end; i++) {
        bool joins = token_in(a, i, CLASS_COORDINATOR);
        if (token_is(a, i, ",") || joins) {
            if (last || (!words && !(joins && token_is(a, i - 1, ","))))
                return 0; /* goes on after the last one */
            items += !(joins && token_is(a, i - 1, ","));
            last = joins;
            words = 0;
            continue;
        }
        if (a->tokens.items[i].kind != TOKEN_WORD || !token_is_capital(a, i)) return 0;
        if (++words > ITEM_WORDS) return 0;
    }
    return last && words && items <= MOST_ITEMS ? items : 0;
}

static void check_sentence(const struct check_context *context, const struct analysis *a,
                           const struct sentence *s, struct findings *out) {
    size_t end = s->first_token + s->tokens;
    for (size_t i = s->first_token, after; i < end; i++) {
        long said = sum_number_at(context, a, i, &after);
        bool names = token_is(a, after, ",") && i > s->first_token && token_is_capital(a, i - 1); /* Tema 3 */
        size_t from = said > 1 && !names ? parts_begin(context, a, after, end) : 0;
        if (!from || from >= end) continue;
        struct sum sum = sum_of_parts(context, a, from, end, said);
        while (end > from && token_is_mark(a, end - 1, ".!"))
            end--;
        long named = sum.parts ? 0 : count_items(a, from, end);
        if (!sum.parts && !named && !token_is(a, after, "orang"))
            named = count_small_items(context, a, from, end);
        if (named && said <= MOST_PARTS && named != said)
            report(context, a, i, after, true, said, named, out);
        else if (sum_differs(&sum, said))
            report(context, a, i, after, false, said, sum.total, out);
        return;
    }
}

/* The month at token i, its year in *year when one stands after it; *end after both. */
static int month_at(const struct analysis *a, size_t i, int *year, size_t *end) {
    int month = month_named(token_word(a, i));
    struct slice s = token_word(a, i + 1);
    bool has_year = token_is_number(a, i + 1) && s.len == 4;
    if (has_year) *year = (int)strtol(s.data, NULL, 10);
    *end = i + 1 + has_year;
    return month;
}

/* "10 bulan, mulai November 2024 hingga Mei 2025": six months, or seven with both. */
static void check_months(const struct check_context *context, const struct analysis *a, size_t i,
                         struct findings *out) {
    enum { REACH = 5 };
    if (!token_is(a, i + 1, "bulan") || !token_is_number(a, i)) return;
    long said = strtol(token_word(a, i).data, NULL, 10);
    for (size_t k = i + 2; k < i + 2 + REACH; k++) {
        int from_year = 0, to_year = 0;
        size_t end, after;
        int from = month_at(a, k, &from_year, &end);
        if (token_is(a, k, ".")) return;
        if (from == NO_MONTH || !(token_is(a, end, "hingga") || token_is(a, end, "sampai"))) continue;
        int to = month_at(a, end + 1, &to_year, &after);
        if (to == NO_MONTH || !to_year) return;
        if (!from_year) from_year = to_year - (from > to);
        long months = (to_year - from_year) * 12L + to - from;
        if (months > 0 && said != months && said != months + 1)
            report(context, a, i, i + 1, true, said, months + 1, out);
        return;
    }
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    for (size_t i = 0; i < a->sentences.count; i++) {
        check_sentence(context, a, &a->sentences.items[i], out);
        sum_total_check(context, a, &a->sentences.items[i], out);
    }
    for (size_t i = 0; i + 3 < a->tokens.count; i++)
        check_months(context, a, i, out);
}

/* "Level 4" counts nothing; after "4 perwakilan, dengan hasil sebagai berikut:" results are listed. */
static bool leads_to_list(const struct analysis *a, const struct sentence *s, size_t number, size_t after) {
    enum { UNIT_LONGEST = 6 };
    if (number > s->first_token + 1 && token_is_capital(a, number - 1)) return false;
    for (size_t i = after; i < a->tokens.count && i <= after + UNIT_LONGEST; i++) {
        if (token_is(a, i, ":") || token_in(a, i, CLASS_LIST_LEAD) || token_in(a, i, CLASS_PARTS_VERB))
            return true;
        if (token_is(a, i, "sebagai") || token_is(a, i, "berikut")) return true;
        if (token_is(a, i, ",") && !token_in(a, i + 1, CLASS_LIST_LEAD) &&
            !token_in(a, i + 1, CLASS_PARTS_VERB) && !token_is(a, i + 1, "sebagai"))
            return false;
    }
    return false;
}

/* "... lima desa, yaitu:", "... 5 Ranperda sebagai berikut:": the number nearest before the colon; *at gets
 * its token. */
static long announced(const struct check_context *context, const struct analysis *a, size_t *at,
                      size_t *after) {
    if (a->tokens.count < 3 || !token_is(a, a->tokens.count - 1, ":") || !a->sentences.count) return 0;
    const struct sentence *s = vec_last(&a->sentences);
    long found = 0;
    for (size_t i = s->first_token; i + 1 < a->tokens.count; i++) {
        size_t next;
        long value = sum_number_at(context, a, i, &next);
        if (value && found) return 0; /* which of the two? */
        if (!value) continue;
        found = value;
        *at = i;
        *after = next;
    }
    bool fits = found > 1 && found <= MOST_PARTS && leads_to_list(a, s, *at, *after);
    return fits ? found : 0;
}

/* Items of one list below block i: each begins with the number that follows the last one. */
static long count_list(const struct document *document, size_t i) {
    long items = 0;
    for (size_t k = i + 1; k < document->blocks.count; k++) {
        const struct block *block = document->blocks.items[k];
        if (block->kind == BLOCK_BLANK) continue;
        if (block->kind != BLOCK_LIST) break;
        if (!token_is_number(&block->analysis, 0)) return 0;
        if (strtol(token_word(&block->analysis, 0).data, NULL, 10) != items + 1) return 0;
        items++;
    }
    return items > 1 ? items : 0;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    vec_each(const uint32_t, number, &document->prose) {
        const struct block *block = document->blocks.items[*number];
        size_t first = 0, after = 0;
        if (block->kind != BLOCK_PROSE) continue;
        long said = announced(context, &block->analysis, &first, &after);
        long listed = said ? count_list(document, *number) : 0;
        if (!listed || listed == said) continue;
        size_t from = out->list.count;
        report(context, &block->analysis, first, after, true, said, listed, out);
        findings_move_from(out, from, block->start);
    }
    sum_money_check(context, document, out);
    return true;
}

const struct check check_of_sum = {.block = check_block, .document = check_document};
