#include "check/messages.h"
#include "check/rule.h"
#include "check/rules/draft_date.h"
#include "check/rules/messages.h"
#include "language/sentence/words.h"

/*
 * fact.weekday: a weekday that is not that of its date, and dates that do not exist. Read are the forms of
 * the press: Jumat (13/12/2024), Senin, 6 November 2024, Kamis malam (12-12-2024), Senin tanggal 6 November
 * 2024, Senin-Rabu (4-6/11/2024), 6 November 2024 (Rabu). A date without a year, Jumat (26/2), takes it from
 * the draft's own date; when that is not known, it is not looked at.
 */
struct reading {
    const struct analysis *a;
    size_t at; /* next token */
};

/* One or two days, or dates, as in Senin-Rabu (4-6/11/2024). */
struct weekdays {
    int list[2];
    size_t count, first, last; /* tokens */
};
struct dates {
    struct date list[2];
    size_t count, first, last; /* tokens */
};

static bool is_until(const struct reading *r, size_t i) {
    return token_is_dash(r->a, i) || token_is(r->a, i, "dan") || token_is(r->a, i, "sampai") ||
           token_is(r->a, i, "hingga") || token_is(r->a, i, "s.d");
}

static bool accept(struct reading *r, const char *text) {
    bool found = token_is(r->a, r->at, text);
    r->at += found;
    return found;
}

/* A run of at most four digits that is the whole slice, or -1. */
static int number_of(struct slice s) {
    int value = 0;
    if (s.len == 0 || s.len > 4) return -1;
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] < '0' || s.data[i] > '9') return -1;
        value = value * 10 + (s.data[i] - '0');
    }
    return value;
}

static int year_of(struct slice s) {
    int year = number_of(s);
    if (s.len == 2 && year >= 0) return 2000 + year;
    return s.len == 4 && year > 1600 ? year : 0;
}

/* Parts of 13/12/2024: how many, 1 to 3. 0 when it is no such number. */
static size_t split_numeric(struct slice s, char separator, struct date *date) {
    struct slice parts[4];
    size_t count = 0;
    while (s.len && count < 4)
        parts[count++] = slice_cut(&s, separator);
    if (count == 0 || count > 3 || parts[0].len > 2) return 0;
    *date = (struct date){.day = number_of(parts[0])};
    if (count > 1) date->month = parts[1].len <= 2 ? number_of(parts[1]) : -1;
    if (count > 2) date->year = year_of(parts[2]);
    bool read = date->day >= 0 && date->month >= 0 && (count < 3 || date->year);
    return read ? count : 0;
}

/* 13-12-2024: five tokens with no space between them. */
static bool read_hyphens(struct reading *r, struct date *date) {
    const struct token *t = &r->a->tokens.items[r->at];
    if (r->at + 4 >= r->a->tokens.count || t[0].end != t[1].start || t[3].end != t[4].start ||
        !token_is(r->a, r->at + 1, "-") || !token_is(r->a, r->at + 3, "-"))
        return false;
    struct slice whole = slice_range(r->a->text, t[0].start, t[4].end);
    if (split_numeric(whole, '-', date) != 3 || token_word(r->a, r->at + 4).len != 4) return false;
    r->at += 5;
    return true;
}

/* One date, of which the month and year may be missing; false leaves r where it was. */
static bool read_date(struct reading *r, struct date *date) {
    if (r->at >= r->a->tokens.count || r->a->tokens.items[r->at].kind != TOKEN_NUMBER) return false;
    if (read_hyphens(r, date)) return true;
    struct slice number = token_word(r->a, r->at);
    size_t parts = split_numeric(number, '/', date);
    if (!parts && split_numeric(number, '.', date) == 3) parts = 3;
    if (!parts) return false;
    r->at++;
    if (parts > 1) return true;
    size_t slash = token_is(r->a, r->at, "/") && month_named(token_word(r->a, r->at + 1)) != NO_MONTH;
    int month = month_named(token_word(r->a, r->at + slash));
    if (month == NO_MONTH) return true;
    date->month = month;
    r->at += 1 + slash; /* 18/Juli/2025 */
    size_t mark = r->at;
    if (slash) accept(r, "/");
    accept(r, ",");
    accept(r, "tahun");
    struct slice year = token_word(r->a, r->at);
    if (year.len == 4 && (date->year = year_of(year)) != 0)
        r->at++;
    else
        r->at = mark;
    return true;
}

/* A date or a range of two: 4-6/11/2024, 30/11-1/12/2024, 30 November-1 Desember 2024. The first takes what
 * it lacks from the second. */
static bool read_dates(struct reading *r, struct dates *dates) {
    *dates = (struct dates){.first = r->at};
    if (!read_date(r, &dates->list[0])) return false;
    dates->count = 1;
    size_t mark = r->at;
    if (is_until(r, r->at)) {
        r->at++;
        if (read_date(r, &dates->list[1]) && dates->list[1].month)
            dates->count = 2;
        else
            r->at = mark;
    }
    if (dates->count == 2) {
        struct date *one = &dates->list[0];
        if (!one->month) one->month = dates->list[1].month;
        if (!one->year)
            one->year = dates->list[1].year - (one->month > dates->list[1].month && dates->list[1].year);
    }
    dates->last = r->at - 1;
    if (dates->first && token_is(r->a, dates->first - 1, "(") && token_is(r->a, r->at, ")"))
        dates->last = r->at++;
    return dates->list[0].month != 0;
}

/* Senin, Senin-Rabu, Senin dan Selasa. */
static bool read_weekdays(struct reading *r, struct weekdays *days) {
    *days = (struct weekdays){.first = r->at, .last = r->at};
    struct slice rest = token_word(r->a, r->at);
    while (rest.len && days->count < 2) {
        int day = weekday_named(slice_cut(&rest, '-'));
        if (day == NO_WEEKDAY) return false;
        days->list[days->count++] = day;
    }
    if (rest.len || days->count == 0) return false;
    r->at++;
    if (days->count == 1 && is_until(r, r->at)) {
        int day = weekday_named(token_word(r->a, r->at + 1));
        if (day != NO_WEEKDAY) {
            days->list[days->count++] = day;
            days->last = r->at + 1;
            r->at += 2;
        }
    }
    return true;
}

/* What may stand between a weekday and its date: Kamis malam, 12 Desember 2024. */
static void skip_between(struct reading *r) {
    for (size_t words = 0; words < 3; words++)
        r->at += token_in(r->a, r->at, CLASS_TIME_OF_DAY);
    accept(r, ",");
    if (!accept(r, "tanggal")) {
        size_t mark = r->at;
        if (accept(r, "tgl"))
            accept(r, ".");
        else
            r->at = mark;
    }
    accept(r, "(");
}

/* Appends the text from token first to last, with one stretch of bytes replaced. */
static void append_replaced(struct str *out, const struct analysis *a, size_t start, size_t end, size_t from,
                            size_t to, const char *with) {
    str_append(out, slice_range(a->text, start, from));
    str_append_text(out, with);
    str_append(out, slice_range(a->text, to, end));
}

static void suggest_day(struct finding *f, const struct analysis *a, const struct weekdays *days,
                        size_t which, int right) {
    struct slice names =
        slice_range(a->text, a->tokens.items[days->first].start, a->tokens.items[days->last].end);
    size_t from = a->tokens.items[days->first].start, to = a->tokens.items[days->last].end;
    if (days->count == 2) {
        size_t gap = names.len;
        for (size_t i = 0; i < names.len && gap == names.len; i++)
            if (strchr(" -\xE2", names.data[i])) gap = i;
        if (which == 0)
            to = from + gap;
        else
            from = to - strlen(weekday_name(days->list[1])) > from + gap
                       ? to - strlen(weekday_name(days->list[1]))
                       : to;
        if (which == 1 && from == to) return;
    }
    struct str fixed = {0};
    append_replaced(&fixed, a, f->start, f->end, from, to, weekday_name(right));
    finding_suggest(f, str_slice(&fixed));
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

static void report_weekday(const struct check_context *context, const struct analysis *a,
                           const struct said *s, size_t which, struct findings *out) {
    const struct weekdays *days = s->days;
    const struct date *draft = s->dating->draft;
    struct date date = s->dates->list[which];
    bool written = date.year != 0;
    if (!written) date.year = draft_year_of(draft, &date);
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
    suggest_day(f, a, days, which, right);
    if (year && !year_first) suggest_year(f, a, &date, year);
    if (s->dating->of_date && s->dates->count == 1) suggest_month(f, &date, draft, said);
}

/* Malam Ahad, 1 Mei: the evening before that day, or of it. */
static bool is_eve(const struct analysis *a, const struct weekdays *days, int right) {
    return token_is(a, days->first - 1, "malam") && (right + 1) % 7 == days->list[0] % 7;
}

/* Reports the first day that is not that of its date, among those with a year or among those without. */
static void compare(const struct check_context *context, const struct analysis *a, const struct said *s,
                    bool with_year, struct findings *out) {
    if (s->days->count != s->dates->count) return; /* Senin (4-6/11/2024): which of them is meant? */
    for (size_t i = 0; i < s->days->count; i++) {
        struct date date = s->dates->list[i];
        if ((date.year != 0) != with_year) continue;
        if (!date.year) date.year = draft_year_of(s->dating->draft, &date);
        if (!date_exists(&date) || date_weekday(&date) == s->days->list[i]) continue;
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

/* A date that follows no weekday is looked at only when it surely is one: a named month, or in brackets. */
static bool surely_date(const struct reading *r, const struct dates *dates) {
    const struct date *d = &dates->list[0];
    bool bracket = dates->first > 0 && token_is(r->a, dates->last, ")");
    bool named = dates->last > dates->first && month_named(token_word(r->a, dates->first + 1)) != NO_MONTH;
    return (bracket && d->year && d->day <= 31 && dates->count == 1) || (named && d->day > 28 && d->day < 40);
}

/* 6 November 2024 (Rabu) */
static bool weekday_behind(struct reading *r, struct weekdays *days) {
    size_t mark = r->at;
    bool found = accept(r, "(") && read_weekdays(r, days) && token_is(r->a, r->at, ")");
    if (!found) r->at = mark;
    return found;
}

/* Dates with a year, for the block alone; dates without, when the draft's own is given. */
static void check_dates(const struct check_context *context, const struct block *block,
                        const struct dating *dating, bool with_year, struct findings *out) {
    struct reading r = {.a = &block->analysis};
    while (r.at < r.a->tokens.count) {
        size_t start = r.at;
        struct weekdays days = {0};
        struct dates dates = {0};
        bool day = read_weekdays(&r, &days);
        if (day) skip_between(&r);
        bool date = read_dates(&r, &dates);
        if (date && !day) day = weekday_behind(&r, &days);
        struct said said = {.days = &days, .dates = &dates, .dating = dating};
        if (date && any_impossible(&dates)) {
            if (with_year && (day || surely_date(&r, &dates))) report_impossible(context, r.a, &dates, out);
        } else if (date && day) {
            compare(context, r.a, &said, with_year, out);
        }
        r.at = date ? dates.last + 1 : start + 1;
    }
}

/* What the dates of a draft say of its own: years written beside them, weekdays that fit it and that do not.
 */
struct tally {
    int latest_year;
    size_t fitting, wrong;
};

static void count_dates(const struct block *block, const struct date *draft, struct tally *tally) {
    struct reading r = {.a = &block->analysis};
    while (r.at < r.a->tokens.count) {
        size_t start = r.at;
        struct weekdays days = {0};
        struct dates dates = {0};
        bool day = read_weekdays(&r, &days);
        if (day) skip_between(&r);
        bool found = read_dates(&r, &dates);
        struct date date = dates.list[0];
        if (found && date.year > tally->latest_year && date_exists(&date)) tally->latest_year = date.year;
        if (found && day && !date.year && days.count == dates.count) {
            date.year = draft_year_of(draft, &date);
            bool fits = date_exists(&date) && date_weekday(&date) == days.list[0];
            tally->fitting += fits;
            tally->wrong += !fits;
        }
        r.at = found ? dates.last + 1 : start + 1;
    }
}

/* An old text put on a site under a new date: it names another year, or none of its weekdays fits. */
static bool is_of_date(const struct document *document, const struct date *draft) {
    struct tally tally = {0};
    for (size_t i = 0; i < document->blocks.count; i++)
        if (block_has_prose(document->blocks.items[i])) count_dates(document->blocks.items[i], draft, &tally);
    if (tally.latest_year && tally.latest_year != draft->year && tally.latest_year != draft->year + 1)
        return false;
    return tally.fitting || tally.wrong < 2;
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    struct date draft;
    bool dated = draft_date(document, context->lang, &draft);
    struct dating dating = {dated ? &draft : NULL, dated && is_of_date(document, &draft)};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        if (i % 256 == 0 && check_interrupted(context)) return false;
        size_t from = out->list.count;
        if (!block_has_prose(block)) continue;
        check_dates(context, block, &dating, true, out);
        if (dating.of_date) check_dates(context, block, &dating, false, out);
        for (size_t k = from; k < out->list.count; k++) {
            out->list.items[k].start += block->start;
            out->list.items[k].end += block->start;
        }
    }
    return true;
}

const struct check check_of_weekday = {.document = check_document};
