#include "training/messages.h"
#include "training/score.h"
#include "training/score_page.h"

#include <time.h>

/*
 * One page that prints well: before and after for each participant first, what the class misses most,
 * offices, attendance, then a sheet for each participant with three things to watch. Plots are SVG within the
 * page; nothing is loaded.
 */
enum { BAR_WIDTH = 320, BAR_HEIGHT = 14, WATCH = 3 };

static const char style[] =
    "body{font:14px/1.45 sans-serif;max-width:52em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.3em .6em;border-bottom:1px solid #ccc}td.n,th.n{text-align:right}"
    "svg{vertical-align:middle}.up{color:#1b6e1f}.down{color:#a11}.sum td{font-weight:bold}.about{color:#555;font-size:.9em}.tests{font-size:.9em}.tests th{font-size:.85em;vertical-align:bottom}.sheet{break-before:page}@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:"
    "avoid}}";

/* A bar of what was mended, with its percentage as text beside it, for those who hear the page. */
static void append_bar(struct str *out, struct tally tally, const char *colour) {
    if (!tally.planted) return;
    unsigned percent = tally_percent(tally);
    str_printf(
        out,
        "<svg width=%d height=%d role=img aria-label=\"%u%%\"><rect width=%d height=%d fill=\"#e6e6e6\"/>"
        "<rect width=%u height=%d fill=\"%s\"/></svg> %u%%",
        BAR_WIDTH, BAR_HEIGHT, percent, BAR_WIDTH, BAR_HEIGHT, percent * BAR_WIDTH / 100, BAR_HEIGHT, colour,
        percent);
}

static void append_people(const struct score *score, enum lang lang, struct str *out) {
    static const message_id heads[] = {MESSAGE_SCORE_NAME,  MESSAGE_SCORE_OFFICE, MESSAGE_SCORE_BEFORE,
                                       MESSAGE_SCORE_AFTER, MESSAGE_SCORE_ALL,    MESSAGE_SCORE_LESSONS,
                                       MESSAGE_SCORE_HINTS, MESSAGE_SCORE_OTHERS, MESSAGE_SCORE_MINUTES};
    page_table(out, lang, MESSAGE_SCORE_TITLE_PEOPLE, heads, sizeof heads / sizeof *heads);
    vec_each(const struct score_person, person, &score->people) {
        page_person(out, person);
        page_tally(out, person->before);
        page_tally(out, person->after);
        page_tally(out, person->all);
        page_number(out, person->lessons);
        page_number(out, person->hints);
        page_number(out, person->others);
        page_number(out, (person->seconds + 59) / 60);
        str_append_text(out, "</tr>\n");
    }
    str_append_text(out, "</table>\n");
}

static void append_rules(const struct score *score, enum lang lang, struct str *out) {
    page_title(out, lang, MESSAGE_SCORE_TITLE_RULES);
    str_append_text(out, "<table>");
    vec_each(const struct score_rule, rule, &score->rules) {
        str_append_text(out, "<tr>");
        str_append_text(out, "<td>");
        page_rule(out, rule->name, lang);
        str_append_text(out, "</td>");
        page_tally(out, rule->all);
        str_append_text(out, "<td>");
        append_bar(out, rule->all, "#1f5f99");
        str_append_text(out, "</td></tr>\n");
        if (!rule->before.planted && !rule->after.planted) continue;
        str_printf(out, "<tr><td></td><td class=n>%s<br>%s</td><td>",
                   message_text(lang, MESSAGE_SCORE_BEFORE), message_text(lang, MESSAGE_SCORE_AFTER));
        append_bar(out, rule->before, "#b0b0b0");
        str_append_text(out, "<br>");
        append_bar(out, rule->after, "#2f7d32");
        str_append_text(out, "</td></tr>\n");
    }
    str_append_text(out, "</table>\n");
}

static void append_offices(const struct score *score, enum lang lang, struct str *out) {
    static const message_id heads[] = {MESSAGE_SCORE_OFFICE, MESSAGE_SCORE_COUNT, MESSAGE_SCORE_BEFORE,
                                       MESSAGE_SCORE_AFTER, MESSAGE_SCORE_ALL};
    page_table(out, lang, MESSAGE_SCORE_TITLE_OFFICES, heads, sizeof heads / sizeof *heads);
    vec_each(const struct score_office, office, &score->offices) {
        str_append_text(out, "<tr>");
        page_cell(out, office->name);
        page_number(out, office->people);
        page_tally(out, office->before);
        page_tally(out, office->after);
        page_tally(out, office->all);
        str_append_text(out, "</tr>\n");
    }
    str_append_text(out, "</table>\n");
}

static void append_moment(struct str *out, int64_t seconds) {
    time_t at = (time_t)seconds;
    struct tm tm;
    char text[32] = "";
    if (localtime_r(&at, &tm)) strftime(text, sizeof text, "%d/%m/%Y %H.%M", &tm);
    str_printf(out, "<td class=n>%s</td>", text);
}

static void append_attendance(const struct score *score, enum lang lang, struct str *out) {
    static const message_id heads[] = {MESSAGE_SCORE_NAME, MESSAGE_SCORE_OFFICE, MESSAGE_SCORE_IN,
                                       MESSAGE_SCORE_OUT};
    page_table(out, lang, MESSAGE_SCORE_TITLE_ATTENDANCE, heads, sizeof heads / sizeof *heads);
    vec_each(const struct score_person, person, &score->people) {
        page_person(out, person);
        append_moment(out, person->in);
        append_moment(out, person->out);
        str_append_text(out, "</tr>\n");
    }
    str_append_text(out, "</table>\n");
}

/* The three rules that were missed most. */
static void append_sheet(const struct score_person *person, enum lang lang, struct str *out) {
    size_t watched = 0;
    str_append_text(out, "<section class=sheet><h2>");
    page_html(out, person_name(person));
    str_append_text(out, "</h2><p>");
    page_html(out, person->office);
    str_append_text(out, "</p><table>");
    const struct tally tallies[] = {person->before, person->after, person->all};
    static const message_id names[] = {MESSAGE_SCORE_BEFORE, MESSAGE_SCORE_AFTER, MESSAGE_SCORE_ALL};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!tallies[i].planted) continue;
        str_printf(out, "<tr><td>%s</td><td>", message_text(lang, names[i]));
        append_bar(out, tallies[i], "#1f5f99");
        str_append_text(out, "</td></tr>\n");
    }
    str_printf(out, "</table><p>%s</p><ol>", message_text(lang, MESSAGE_SCORE_WATCH));
    vec_each(const struct score_rule, rule, &person->rules) {
        if (watched == WATCH || rule->all.mended == rule->all.planted) break;
        str_append_text(out, "<li>");
        page_rule(out, rule->name, lang);
        str_printf(out, ": %zu/%zu</li>", rule->all.mended, rule->all.planted);
        watched++;
    }
    str_append_text(out, "</ol></section>\n");
}

void score_append_html(const struct score *score, enum lang lang, struct str *out) {
    str_printf(
        out,
        "<!DOCTYPE html>\n<html lang=%s><head><meta charset=utf-8><meta name=viewport "
        "content=\"width=device-width\"><title>%s</title><style>%s</style></head><body>\n<h1>%s</h1>\n",
        lang == LANG_EN ? "en" : "id", message_text(lang, MESSAGE_SCORE_TITLE), style,
        message_text(lang, MESSAGE_SCORE_TITLE));
    score_append_tests(score, lang, out);
    append_people(score, lang, out);
    append_rules(score, lang, out);
    append_offices(score, lang, out);
    score_append_blind(score, lang, out);
    score_append_own(score, lang, out);
    append_attendance(score, lang, out);
    vec_each(const struct score_person, person, &score->people)
        if (person_did_any(person)) append_sheet(person, lang, out);
    str_append_text(out, "</body></html>\n");
}
