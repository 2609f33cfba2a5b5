#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/date_read.h"
#include "check/rules/draft_date.h"
#include "check/rules/messages.h"
#include "language/sentence/words.h"

/*
 * fact.weekday: a weekday that is not that of its date, and dates that do not exist; date_read.h says in
 * which forms. A date without a year, Jumat (26/2), takes it from the draft's own date; when that is not
 * known, it is not looked at.
 */

/* Appends the text from token first to last, with one stretch of bytes replaced. */
static void append_replaced(struct str *out, const struct analysis *a, size_t start, size_t end, size_t from,
                            size_t to, const char *with) {
    str_append(out, slice_range(a->text, start, from));
    str_append_text(out, with);
    str_append(out, slice_range(a->text, to, end));
}

/* Bytes of what stands between two names of days: a blank, a comma, a hyphen, a dash (but no apostrophe). */
static size_t gap_length(struct slice text, size_t at) {
    if (strchr(" ,-/", text.data[at])) return 1;
    struct slice rest = slice_range(text, at, text.len);
    return slice_starts(rest, SLICE("\u2013")) || slice_starts(rest, SLICE("\u2014")) ? 3 : 0;
}

/* The days as they are named, each that is not that of its date replaced; right: one of each. */
static void suggest_days(struct finding *f, const struct analysis *a, const struct weekdays *days,
                         const int *right) {
    size_t from = a->tokens.items[days->first].start, to = a->tokens.items[days->last].end, gap;
    struct slice names = slice_range(a->text, from, to);
    struct str named = {0}, fixed = {0};
    for (size_t at = 0, end, which = 0; at < names.len; at = end) {
        for (end = at; end < names.len && !gap_length(names, end); end++) {
        }
        struct slice word = slice_range(names, at, end);
        bool day = which < days->count && weekday_named(word) != NO_WEEKDAY;
        if (day && weekday_named(word) != right[which])
            str_append_text(&named, weekday_name(right[which]));
        else
            str_append(&named, word);
        which += day;
        for (; end < names.len && (gap = gap_length(names, end)); end += gap)
            str_append(&named, slice_range(names, end, end + gap));
    }
    append_replaced(&fixed, a, f->start, f->end, from, to, str_text(&named));
    finding_suggest(f, str_slice(&fixed));
    str_free(&named);
    str_free(&fixed);
}

static void suggest_year(struct finding *f, const struct analysis *a, const struct date *date, int year) {
    struct slice text = slice_range(a->text, f->start, f->end);
    struct str old = {0}, new = {0}, fixed = {0};
    str_printf(&old, "%d", date->year);
    str_printf(&new, "%d", year);
    size_t at = slice_find(text, str_slice(&old), 0);
    if (at != SIZE_MAX) {
        append_replaced(&fixed, a, f->start, f->end, f->start + at, f->start + at + old.len, str_text(&new));
        finding_suggest(f, str_slice(&fixed));
    }
    str_free(&old);
    str_free(&new);
    str_free(&fixed);
}

static void report_impossible(const struct check_context *context, const struct analysis *a,
                              const struct dates *dates, struct findings *out) {
    size_t start = a->tokens.items[dates->first].start, end = a->tokens.items[dates->last].end;
    if (a->text.data[end - 1] == ')') end--;
    struct slice text = slice_range(a->text, start, end);
    struct finding *f = finding_add(out, RULE_FACT_WEEKDAY, start, end);
    finding_say(f, context->lang, FACT_DATE_IMPOSSIBLE, SLICE_ARG(text));
}

/* Where the date falls on that weekday in the draft's own month: 12/5 for 12/6. draft is the day the draft is
 * dated and speaks of, as is_of_date() tells: in another year than the text names, the date of a site is
 * none. */
static void suggest_month(struct finding *f, const struct date *date, const struct date *draft, int said) {
    struct date other = {.day = date->day, .month = draft->month, .year = draft->year};
    if (other.month == date->month || !date_exists(&other) || date_weekday(&other) != said) return;
    struct str fixed = {0};
    str_printf(&fixed, "%s (%d/%d/%d)", weekday_name(said), other.day, other.month, other.year);
    finding_suggest(f, str_slice(&fixed));
    str_free(&fixed);
}

/* The day the draft is dated, or NULL, and whether it speaks of that time. */
struct dating {
    const struct date *draft;
    bool of_date;
};

/* What was read at one place. */
struct said {
    const struct weekdays *days;
    const struct dates *dates;
    const struct dating *dating;
};

/* The date with its year: the one written, or that of the draft, when it is dated. */
static struct date full_date(const struct said *s, size_t which) {
    struct date date = s->dates->list[which];
    if (!date.year && s->dating->draft) date.year = draft_year_of(s->dating->draft, &date);
    return date;
}

static void report_weekday(const struct check_context *context, const struct analysis *a,
                           const struct said *s, size_t which, struct findings *out) {
    const struct weekdays *days = s->days;
    const struct date *draft = s->dating->draft;
    struct date date = full_date(s, which);
    bool written = s->dates->list[which].year != 0;
    int said = days->list[which], right = date_weekday(&date);
    int year = written ? year_with_weekday(&date, said) : 0;
    size_t first = days->first < s->dates->first ? days->first : s->dates->first;
    size_t last = days->last > s->dates->last ? days->last : s->dates->last;
    struct finding *f =
        finding_add(out, RULE_FACT_WEEKDAY, a->tokens.items[first].start, a->tokens.items[last].end);
    const char *right_name = weekday_name(right), *said_name = weekday_name(said);
    if (!written)
        finding_say(f, context->lang, FACT_WEEKDAY_YEARLESS, date.day, date.month, date.year, right_name,
                    said_name);
    else if (year)
        finding_say(f, context->lang, FACT_WEEKDAY_OR_YEAR, date.day, date.month, date.year, right_name,
                    said_name, said_name, year);
    else
        finding_say(f, context->lang, FACT_WEEKDAY, date.day, date.month, date.year, right_name, said_name);
    bool year_first = year && draft && year <= draft->year && date.year > draft->year;
    if (year_first) suggest_year(f, a, &date, year);
    int rights[2] = {days->list[0], days->list[1]};
    for (size_t i = which; i < days->count; i++) {
        struct date other = full_date(s, i);
        rights[i] = other.year && date_exists(&other) ? date_weekday(&other) : days->list[i];
    }
    suggest_days(f, a, days, rights);
    if (year && !year_first) suggest_year(f, a, &date, year);
    if (s->dating->of_date && s->dates->count == 1) suggest_month(f, &date, draft, said);
}

/* Malam Ahad, 1 Mei: the evening before that day, or of it. */
static bool is_eve(const struct analysis *a, const struct weekdays *days, int right) {
    return token_is(a, days->first - 1, "malam") && (right + 1) % 7 == days->list[0] % 7;
}

static long days_of(const struct date *date) {
    return (date->year * 12L + date->month) * 31 + date->day; /* near enough */
}

static bool falls_on(const struct date *date, int year, int said) {
    struct date other = {.day = date->day, .month = date->month, .year = year};
    return date_exists(&other) && date_weekday(&other) == said;
}

/* Senin (10/12) in a draft of November: what is told is of the year before, when that fits, and the draft of
 * later. Nearer to the draft, a weekday of the year before is a slip: it is the one beside the right one.
 * Rabu (17/4) in a draft of February is still to come, and of this year. News tells of the quarter after it.
 */
static bool is_of_other_year(const struct dating *dating, const struct date *date, int said) {
    enum { NEAR = 15, QUARTER = 92 /* days */ };
    long apart = days_of(dating->draft) - days_of(date);
    return ((apart > NEAR || apart < -NEAR) && falls_on(date, date->year - 1, said)) ||
           (apart > QUARTER && falls_on(date, date->year + 1, said));
}

/* Reports the first day that is not that of its date, among those with a year or among those without. */
static void compare(const struct check_context *context, const struct analysis *a, const struct said *s,
                    bool with_year, struct findings *out) {
    if (s->days->count != s->dates->count) return; /* Senin (4-6/11/2024): which of them is meant? */
    for (size_t i = 0; i < s->days->count; i++) {
        if ((s->dates->list[i].year != 0) != with_year) continue;
        struct date date = full_date(s, i);
        if (!date_exists(&date) || date_weekday(&date) == s->days->list[i]) continue;
        if (!with_year && is_of_other_year(s->dating, &date, s->days->list[i])) continue;
        if (i == 0 && is_eve(a, s->days, date_weekday(&date))) continue;
        report_weekday(context, a, s, i, out);
        return;
    }
}

static bool any_impossible(const struct dates *dates) {
    for (size_t i = 0; i < dates->count; i++)
        if (!date_exists(&dates->list[i])) return true;
    return false;
}

/* Media No. 37 Maret 2015: the number of an issue, not a day. */
static bool is_numbered(const struct analysis *a, size_t i) {
    static const char *const numbers[] = {"no", "n0", "nomor", "edisi", NULL};
    bool stop = token_is_mark(a, i - 1, ".");
    return token_among(a, i - 1 - stop, numbers);
}

/* A date that follows no weekday is looked at only when it surely is one: a named month, or in brackets. */
static bool surely_date(const struct analysis *a, const struct dates *dates) {
    const struct date *d = &dates->list[0];
    if (is_numbered(a, dates->first)) return false;
    bool bracket = dates->first > 0 && token_is(a, dates->last, ")");
    bool named = dates->last > dates->first && month_named(token_word(a, dates->first + 1)) != NO_MONTH;
    return (bracket && d->year && d->day <= 31 && dates->count == 1) || (named && d->day > 28 && d->day < 40);
}

/* A date of the draft, and where it stands. */
struct dated {
    const struct block *block;
    struct dated_place place;
};

struct all_dates {
    VEC(struct dated) list;
};

/* Those of one block: with a year, or those without, when the draft's own is given. */
static void check_dates(const struct check_context *context, const struct dated *first,
                        const struct dated *end, const struct dating *dating, bool with_year,
                        struct findings *out) {
    const struct analysis *a = &first->block->analysis;
    for (const struct dated *dated = first; dated < end; dated++) {
        const struct dated_place *place = &dated->place;
        struct said said = {.days = &place->days, .dates = &place->dates, .dating = dating};
        if (any_impossible(&place->dates)) {
            if (with_year && (place->day || surely_date(a, &place->dates)))
                report_impossible(context, a, &place->dates, out);
        } else if (place->day) {
            compare(context, a, &said, with_year, out);
        }
    }
}

/* False: interrupted. */
static bool read_all(const struct check_context *context, const struct document *document,
                     struct all_dates *dates) {
    const struct block *block;
    for (size_t at = 0; (block = document_prose(document, &at));) {
        if (check_interrupted(context)) return false;
        struct date_reader reader = {.a = &block->analysis};
        struct dated dated = {.block = block};
        while (date_reader_next(&reader, &dated.place))
            if (dated.place.date) vec_push(&dates->list, dated);
    }
    return true;
}

/* An old text put on a site under a new date: it names another year, or none of its weekdays fits. */
static bool is_of_date(const struct all_dates *dates, const struct date *draft) {
    int latest_year = 0;
    size_t fitting = 0, wrong = 0;
    vec_each(const struct dated, dated, &dates->list) {
        const struct dated_place *place = &dated->place;
        struct date date = place->dates.list[0];
        if (date.year > latest_year && date_exists(&date)) latest_year = date.year;
        if (!place->day || date.year || place->days.count != place->dates.count) continue;
        date.year = draft_year_of(draft, &date);
        bool fits = date_exists(&date) && date_weekday(&date) == place->days.list[0];
        fitting += fits;
        wrong += !fits;
    }
    if (latest_year && latest_year != draft->year && latest_year != draft->year + 1) return false;
    return fitting || wrong < 2;
}

static void check_blocks(const struct check_context *context, const struct all_dates *dates,
                         const struct dating *dating, struct findings *out) {
    const struct dated *end, *all = dates->list.items + dates->list.count;
    for (const struct dated *first = dates->list.items; first != all; first = end) {
        size_t from = out->list.count;
        for (end = first; end != all && end->block == first->block; end++) {
        }
        check_dates(context, first, end, dating, true, out);
        if (dating->of_date) check_dates(context, first, end, dating, false, out);
        findings_move_from(out, from, first->block->start);
    }
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct date draft;
    struct all_dates dates = {0};
    bool dated = draft_date(document, context->lang, &draft), done = read_all(context, document, &dates);
    struct dating dating = {dated ? &draft : NULL, dated && is_of_date(&dates, &draft)};
    if (done && dates.list.count) check_blocks(context, &dates, &dating, out);
    vec_free(&dates.list);
    return done;
}

const struct check check_of_weekday = {.document = check_document};
