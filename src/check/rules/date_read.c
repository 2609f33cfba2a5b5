#include "check/rules/date_read.h"

static bool is_until(const struct date_reader *r, size_t i) {
    return token_is_dash(r->a, i) || token_is(r->a, i, "dan") || token_is(r->a, i, "sampai") ||
           token_is(r->a, i, "hingga") || token_is(r->a, i, "s.d");
}

static bool accept(struct date_reader *r, const char *text) {
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
static bool read_hyphens(struct date_reader *r, struct date *date) {
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
static bool read_date(struct date_reader *r, struct date *date) {
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
static bool read_dates(struct date_reader *r, struct dates *dates) {
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
static bool read_weekdays(struct date_reader *r, struct weekdays *days) {
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
static void skip_between(struct date_reader *r) {
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

/* 6 November 2024 (Rabu) */
static bool weekday_after(struct date_reader *r, struct weekdays *days) {
    size_t mark = r->at;
    bool found = accept(r, "(") && read_weekdays(r, days) && token_is(r->a, r->at, ")");
    if (!found) r->at = mark;
    return found;
}

/* By its first letter and its length: nearly no token is a weekday or a number. */
static bool may_begin(const struct analysis *a, size_t i) {
    enum { SHORTEST = sizeof "Rabu" - 1, LONGEST = sizeof "Jum’at" - 1 };
    const struct token *token = &a->tokens.items[i];
    size_t len = token->end - token->start;
    if (token->kind == TOKEN_NUMBER) return true;
    if (token->kind != TOKEN_WORD || len < SHORTEST || (len > LONGEST && !(token->flags & TOKEN_HYPHEN)))
        return false;
    switch (a->text.data[token->start] | ' ') {
    case 's':
    case 'r':
    case 'k':
    case 'j':
    case 'm':
    case 'a':
        return true;
    default:
        return false;
    }
}

bool date_reader_next(struct date_reader *r, struct dated_place *place) {
    while (r->at < r->a->tokens.count && !may_begin(r->a, r->at))
        r->at++;
    if (r->at >= r->a->tokens.count) return false;
    size_t start = r->at;
    *place = (struct dated_place){0};
    place->day = read_weekdays(r, &place->days);
    if (place->day) skip_between(r);
    place->date = read_dates(r, &place->dates);
    if (place->date && !place->day) place->day = weekday_after(r, &place->days);
    r->at = place->date ? place->dates.last + 1 : start + 1;
    return true;
}
