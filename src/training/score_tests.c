/* Parts of the page of results: the tests before and after, blind lessons, drafts of one's own. */
#include "training/messages.h"
#include "training/score_page.h"

/* "+2", "-1", "0", or nothing; what went up is green. */
static void append_change(struct str *out, bool known, int change, const char *unit) {
    const char *class = change > 0 ? "n up" : change < 0 ? "n down" : "n";
    if (known)
        str_printf(out, change ? "<td class=\"%s\">%+d%s</td>" : "<td class=\"%s\">%d%s</td>", class, change,
                   unit);
    else
        str_append_text(out, "<td class=n></td>");
}

static int percent_change(struct tally before, struct tally after) {
    return (int)tally_percent(after) - (int)tally_percent(before);
}

static bool is_tested(const struct score_rule *rule) {
    return rule->before.planted && rule->after.planted;
}

/* "preposition" of spelling.preposition: the family takes a line of its own. */
static void append_heads(const struct score *score, enum lang lang, struct str *out) {
    static const message_id heads[] = {MESSAGE_SCORE_NAME, MESSAGE_SCORE_BEFORE, MESSAGE_SCORE_AFTER,
                                       MESSAGE_SCORE_DIFFERENCE};
    str_append_text(out, "<table class=tests><tr>");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        str_printf(out, "<th%s>%s</th>", i ? " class=n" : "", message_text(lang, heads[i]));
    vec_each(const struct score_rule, rule, &score->rules) {
        if (!is_tested(rule)) continue;
        struct slice rest = slice_of(rule->name), family = slice_cut(&rest, '.');
        str_printf(out, "<th class=n>%.*s%s%.*s</th>", SLICE_ARG(family), rest.len ? ".<br>" : "",
                   SLICE_ARG(rest));
    }
    str_append_text(out, "</tr>\n");
}

static void append_row(const struct score *score, const struct score_person *person, struct str *out) {
    bool both = person_did_both(person);
    str_append_text(out, "<tr>");
    page_cell(out, person_name(person));
    page_tally(out, person->before);
    page_tally(out, person->after);
    append_change(out, both, percent_change(person->before, person->after), "%");
    vec_each(const struct score_rule, rule, &score->rules) {
        if (!is_tested(rule)) continue;
        const struct score_rule *own = person_rule(person, rule->name);
        bool known = own && is_tested(own);
        append_change(out, known, known ? (int)own->after.mended - (int)own->before.mended : 0, "");
    }
    str_append_text(out, "</tr>\n");
}

static void append_class(const struct score *score, enum lang lang, struct str *out) {
    str_printf(out, "<tr class=sum><td>%s</td>", message_text(lang, MESSAGE_SCORE_CLASS));
    page_tally(out, score->before);
    page_tally(out, score->after);
    append_change(out, score->before.planted > 0, percent_change(score->before, score->after), "%");
    vec_each(const struct score_rule, rule, &score->rules)
        if (is_tested(rule)) append_change(out, true, percent_change(rule->before, rule->after), "%");
    str_append_text(out, "</tr></table>\n");
}

void score_append_tests(const struct score *score, enum lang lang, struct str *out) {
    size_t tested = 0;
    vec_each(const struct score_person, person, &score->people)
        tested += person->before.planted || person->after.planted;
    if (!tested) return;
    page_title(out, lang, MESSAGE_SCORE_TITLE_TESTS);
    append_heads(score, lang, out);
    vec_each(const struct score_person, person, &score->people)
        append_row(score, person, out);
    append_class(score, lang, out);
    str_printf(out, "<p class=about>%s</p>\n", message_text(lang, MESSAGE_SCORE_TESTS_ABOUT));
}

/* The first answer, an arrow, the corrected one. */
static void append_pair(struct str *out, size_t first, size_t last) {
    str_printf(out, "<td class=n>%zu → %zu</td>", first, last);
}

void score_append_blind(const struct score *score, enum lang lang, struct str *out) {
    static const message_id heads[] = {MESSAGE_SCORE_NAME, MESSAGE_SCORE_LESSONS, MESSAGE_SCORE_FOUND,
                                       MESSAGE_SCORE_MISSED, MESSAGE_SCORE_ACCUSED};
    size_t lessons = 0;
    vec_each(const struct score_person, person, &score->people)
        lessons += person->blind.lessons;
    if (!lessons) return;
    page_table(out, lang, MESSAGE_SCORE_TITLE_BLIND, heads, sizeof heads / sizeof *heads);
    vec_each(const struct score_person, person, &score->people) {
        const struct score_blind *blind = &person->blind;
        if (!blind->lessons) continue;
        str_append_text(out, "<tr>");
        page_cell(out, person_name(person));
        page_number(out, blind->lessons);
        append_pair(out, blind->first_found, blind->found);
        append_pair(out, blind->found + blind->missed - blind->first_found, blind->missed);
        append_pair(out, blind->first_accused, blind->accused);
        str_append_text(out, "</tr>\n");
    }
    str_append_text(out, "</table>\n");
}

void score_append_own(const struct score *score, enum lang lang, struct str *out) {
    static const message_id heads[] = {MESSAGE_SCORE_NAME,  MESSAGE_SCORE_DRAFT,   MESSAGE_SCORE_FINDINGS,
                                       MESSAGE_SCORE_WORDS, MESSAGE_SCORE_SOURCES, MESSAGE_SCORE_MINUTES};
    size_t drafts = 0;
    vec_each(const struct score_person, person, &score->people)
        drafts += person->own.count;
    if (!drafts) return;
    page_table(out, lang, MESSAGE_SCORE_TITLE_OWN, heads, sizeof heads / sizeof *heads);
    vec_each(const struct score_person, person, &score->people)
        for (size_t i = 0; i < person->own.count; i++) {
            const struct result *result = person->own.items[i];
            str_append_text(out, "<tr>");
            page_cell(out, person_name(person));
            page_cell(out, result->lesson);
            append_pair(out, result->own.before, result->own.after);
            page_number(out, result->own.words);
            page_number(out, result->own.sources);
            page_number(out, (result->seconds + 59) / 60);
            str_append_text(out, "</tr>\n");
        }
    str_append_text(out, "</table>\n");
}
