#include "training/messages.h"
#include "training/score.h"

#include "base/safe.h"
#include "base/utf8.h"
#include "report/csv_field.h"
#include "training/attempt.h"

#include <time.h>

enum { NAME_COLUMNS = 24 };

/* In so many columns, cut off or filled up. */
static void append_name(struct str *out, const char *name) {
    struct str safe = {0};
    safe_append(&safe, slice_of(*name ? name : "-"));
    size_t at = 0, width = 0;
    while (at < safe.len && width < NAME_COLUMNS) {
        at = grapheme_next(str_slice(&safe), at);
        width++;
    }
    str_append(out, slice_range(str_slice(&safe), 0, at));
    str_append_repeated(out, ' ', NAME_COLUMNS - width + 1);
    str_free(&safe);
}

/* "5/7" in nine columns; nothing when there was none. */
static void append_tally(struct str *out, struct tally tally) {
    struct str text = {0};
    if (tally.planted) str_printf(&text, "%zu/%zu", tally.mended, tally.planted);
    str_printf(out, "%9s", str_text(&text));
    str_free(&text);
}

/* In percent points, where there are both. */
static void append_difference(struct str *out, struct tally before, struct tally after) {
    if (before.planted && after.planted)
        str_printf(out, "%+9d", (int)tally_percent(after) - (int)tally_percent(before));
    else
        str_append_repeated(out, ' ', 9);
}

static void append_people(const struct score *score, enum lang lang, struct str *out) {
    str_printf(out, "%s\n", message_text(lang, MESSAGE_SCORE_PEOPLE));
    vec_each(const struct score_person, person, &score->people) {
        append_name(out, person_name(person));
        append_tally(out, person->before);
        append_tally(out, person->after);
        append_difference(out, person->before, person->after);
        append_tally(out, person->all);
        str_printf(out, "%9zu%9zu%9zu\n", person->lessons, person->hints, (person->seconds + 59) / 60);
    }
}

static void append_rules(const struct score *score, enum lang lang, struct str *out) {
    str_printf(out, "\n%s\n", message_text(lang, MESSAGE_SCORE_RULES));
    vec_each(const struct score_rule, rule, &score->rules) {
        append_name(out, rule->name);
        append_tally(out, rule->before);
        append_tally(out, rule->after);
        append_difference(out, rule->before, rule->after);
        append_tally(out, rule->all);
        str_printf(out, "%8u%%\n", tally_percent(rule->all));
    }
}

void score_append_text(const struct score *score, enum lang lang, struct str *out) {
    append_people(score, lang, out);
    append_rules(score, lang, out);
    if (score->offices.count > 1) {
        str_printf(out, "\n%s\n", message_text(lang, MESSAGE_SCORE_OFFICES));
        vec_each(const struct score_office, office, &score->offices) {
            append_name(out, office->name);
            append_tally(out, office->before);
            append_tally(out, office->after);
            append_tally(out, office->all);
            str_printf(out, "%9zu\n", office->people);
        }
    }
    if (!score->damaged) return;
    message(out, lang, SCORE_DAMAGED, score->damaged);
    str_append_byte(out, '\n');
}

static void append_time(struct str *out, int64_t seconds) {
    time_t at = (time_t)seconds;
    struct tm tm;
    char text[32] = "";
    if (localtime_r(&at, &tm)) strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &tm);
    str_append_text(out, text);
}

static void append_row(const struct result *result, struct str *out) {
    const char *const names[] = {result->user, result->name, result->office, result->lesson, result->test};
    size_t hints = 0, shown = 0, first = 0;
    vec_each(const struct flaw_result, flaw, &result->flaws)
        hints += flaw->hint, shown += flaw->hint >= HINTS, first += flaw->first;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        csv_append(out, slice_of(names[i]));
        str_append_byte(out, ',');
    }
    append_time(out, result->begun);
    str_append_byte(out, ',');
    append_time(out, result->when);
    str_printf(out, ",%zu,%zu,%zu,%zu,%zu,%zu,%d", result->seconds, result->flaws.count,
               result_mended(result), hints, shown, result->others, result->done);
    const struct own_result *own = &result->own;
    str_printf(out, ",%s,%zu,%zu,%zu,%zu,%zu,%zu,%zu,%zu\r\n", result->mode, result->in_time, first,
               result->first_accused, result->accused, own->before, own->after, own->words, own->sources);
}

void score_append_csv(const struct score *score, struct str *out) {
    str_append_text(
        out,
        "user,name,office,lesson,test,in,out,seconds,planted,mended,hints,shown,others,done,mode,in_time,"
        "first_found,first_accused,accused,own_before,own_after,own_words,own_sources\r\n");
    vec_each(const struct results, results, &score->files)
        vec_each(const struct result, result, &results->list)
            append_row(result, out);
}
