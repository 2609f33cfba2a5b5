#include "check/rules/metadata_date.h"

#include "check/rules/calendar.h"

#include <stdio.h>
#include <time.h>

/* Takes up to most digits off the front; returns how many. */
static size_t take_digits(struct slice *s, size_t most, int *number) {
    size_t n = 0;
    for (*number = 0; n < most && n < s->len && s->data[n] >= '0' && s->data[n] <= '9'; n++)
        *number = *number * 10 + (s->data[n] - '0');
    *s = slice_range(*s, n, s->len);
    return n;
}

static bool take(struct slice *s, const char *any) {
    if (!s->len || !s->data[0] || !strchr(any, s->data[0])) return false;
    *s = slice_range(*s, 1, s->len);
    return true;
}

static bool is_zone(struct slice s) {
    static const char *const names[] = {"", "Z", "z", "UTC", "WIB", "WITA", "WIT"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_text(s, names[i])) return true;
    int hours, minutes;
    if (!take(&s, "+-") || take_digits(&s, 2, &hours) == 0 || hours > 14) return false;
    if (!s.len) return true;
    take(&s, ":");
    return take_digits(&s, 2, &minutes) == 2 && minutes < 60 && !s.len;
}

/* 10:30, 10:30:00, 10:30:00.5, then a zone. */
static enum date_form time_form(struct slice s) {
    int hour, minute, second = 0, fraction;
    if (!take_digits(&s, 2, &hour) || !take(&s, ":") || take_digits(&s, 2, &minute) != 2) return DATE_NONE;
    if (take(&s, ":") && take_digits(&s, 2, &second) != 2) return DATE_NONE;
    if (take(&s, ".") && !take_digits(&s, 9, &fraction)) return DATE_NONE;
    if (!is_zone(slice_trim(s))) return DATE_NONE;
    return hour < 24 && minute < 60 && second <= 60 ? DATE_GOOD : DATE_NEVER;
}

static bool exists(const struct date *d) {
    return d->year && date_exists(d);
}

static enum date_form worded(const struct date *d, char iso[11]) {
    if (!exists(d)) return DATE_NEVER;
    snprintf(iso, 11, "%04u-%02u-%02u", (unsigned)d->year % 10000, (unsigned)d->month % 100,
             (unsigned)d->day % 100);
    return DATE_WORDED;
}

/* In Indonesian or English. */
static int month_of(struct slice name) {
    static const char *const english[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
    int month = month_named(name);
    for (int i = 0; i < 12 && month == NO_MONTH; i++)
        if (slice_equal_nocase(name, slice_of(english[i])) ||
            slice_equal_nocase(name, slice_range(slice_of(english[i]), 0, 3)))
            month = i + 1;
    return month;
}

/* 13 Desember 2024, Jumat, 13 Desember 2024, 13/12/2024, 13-12-2024, 13.12.2024 */
static enum date_form words_form(struct slice s, char iso[11]) {
    struct date d;
    size_t comma = slice_find_byte(s, ',', 0);
    if (comma != SIZE_MAX) s = slice_trim(slice_range(s, comma + 1, s.len));
    if (!take_digits(&s, 2, &d.day)) return DATE_NONE;
    if (take(&s, "/-.")) {
        if (!take_digits(&s, 2, &d.month) || !take(&s, "/-.")) return DATE_NONE;
    } else {
        s = slice_trim(s);
        d.month = month_of(slice_cut(&s, ' '));
        if (d.month == NO_MONTH) return DATE_NONE;
    }
    return take_digits(&s, 4, &d.year) == 4 && !s.len ? worded(&d, iso) : DATE_NONE;
}

/* Seconds, or thousandths, since 1970: 1725598410. Sites read them. */
static enum date_form unix_form(struct slice s, char iso[11]) {
    long long seconds = 0;
    if ((s.len != 10 && s.len != 13) || s.data[0] == '0') return DATE_NONE;
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] < '0' || s.data[i] > '9') return DATE_NONE;
        if (i < 10) seconds = seconds * 10 + (s.data[i] - '0');
    }
    time_t time = (time_t)seconds;
    struct tm tm;
    if (!gmtime_r(&time, &tm)) return DATE_NONE;
    strftime(iso, 11, "%Y-%m-%d", &tm);
    return DATE_GOOD;
}

/* Jul 08 2022, July 8, 2022: as Astro writes pubDate. */
static enum date_form month_first_form(struct slice s, char iso[11]) {
    struct date d;
    d.month = month_of(slice_cut(&s, ' '));
    s = slice_trim(s);
    if (d.month == NO_MONTH || !take_digits(&s, 2, &d.day)) return DATE_NONE;
    take(&s, ",");
    s = slice_trim(s);
    if (take_digits(&s, 4, &d.year) != 4) return DATE_NONE;
    s = slice_trim(s);
    if (s.len && time_form(s) == DATE_NONE) return DATE_NONE;
    return worded(&d, iso) == DATE_WORDED ? DATE_GOOD : DATE_NEVER;
}

/* Mon, 02 Jan 2006 15:04:05 +0700: RFC 5322 */
static enum date_form mail_form(struct slice s, char iso[11]) {
    struct date d;
    size_t comma = slice_find_byte(s, ',', 0);
    if (comma != 3) return DATE_NONE;
    s = slice_trim(slice_range(s, comma + 1, s.len));
    if (!take_digits(&s, 2, &d.day)) return DATE_NONE;
    s = slice_trim(s);
    d.month = month_of(slice_cut(&s, ' '));
    s = slice_trim(s);
    if (d.month == NO_MONTH || take_digits(&s, 4, &d.year) != 4 || !s.len) return DATE_NONE;
    if (time_form(slice_trim(s)) == DATE_NONE) return DATE_NONE;
    return worded(&d, iso) == DATE_WORDED ? DATE_GOOD : DATE_NEVER;
}

/* The forms that only sites have; iso tells the day. */
static enum date_form site_form(struct slice s, char iso[11]) {
    enum date_form form = unix_form(s, iso);
    if (form == DATE_NONE) form = month_first_form(s, iso);
    return form == DATE_NONE ? mail_form(s, iso) : form;
}

enum date_form date_recognise(struct slice value, char iso[11]) {
    struct slice s = slice_trim(value), start = s;
    struct date d;
    iso[0] = 0;
    enum date_form site = site_form(s, iso);
    if (site != DATE_NONE) return site;
    if (take_digits(&s, 4, &d.year) != 4 || !take(&s, "-/.")) return words_form(start, iso);
    bool dashes = start.data[4] == '-';
    size_t digits = take_digits(&s, 2, &d.month);
    if (!digits || !take(&s, dashes ? "-" : "/.")) return DATE_NONE;
    digits += take_digits(&s, 2, &d.day);
    if (!exists(&d)) return DATE_NEVER;
    if (s.len && !take(&s, "Tt ")) return DATE_NONE;
    enum date_form form = s.len ? time_form(slice_trim(s)) : DATE_GOOD;
    return form == DATE_GOOD && (!dashes || digits != 4) ? worded(&d, iso) : form;
}
