#include "check/metadata_date.h"

#include <stdio.h>

struct date {
    unsigned year, month, day;
};

static bool is_leap(unsigned year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static bool exists(struct date d) {
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (d.month < 1 || d.month > 12 || d.day < 1 || !d.year) return false;
    return d.day <= days[d.month - 1] + (d.month == 2 && is_leap(d.year) ? 1u : 0u);
}

/* Takes up to most digits off the front; returns how many. */
static size_t take_digits(struct slice *s, size_t most, unsigned *number) {
    size_t n = 0;
    for (*number = 0; n < most && n < s->len && s->data[n] >= '0' && s->data[n] <= '9'; n++)
        *number = *number * 10 + (unsigned)(s->data[n] - '0');
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
    unsigned hours, minutes;
    if (!take(&s, "+-") || take_digits(&s, 2, &hours) == 0 || hours > 14) return false;
    if (!s.len) return true;
    take(&s, ":");
    return take_digits(&s, 2, &minutes) == 2 && minutes < 60 && !s.len;
}

/* 10:30, 10:30:00, 10:30:00.5, then a zone. */
static enum date_form time_form(struct slice s) {
    unsigned hour, minute, second = 0, fraction;
    if (!take_digits(&s, 2, &hour) || !take(&s, ":") || take_digits(&s, 2, &minute) != 2) return DATE_NONE;
    if (take(&s, ":") && take_digits(&s, 2, &second) != 2) return DATE_NONE;
    if (take(&s, ".") && !take_digits(&s, 9, &fraction)) return DATE_NONE;
    if (!is_zone(slice_trim(s))) return DATE_NONE;
    return hour < 24 && minute < 60 && second <= 60 ? DATE_GOOD : DATE_NEVER;
}

static enum date_form worded(struct date d, char iso[11]) {
    if (d.year > 9999 || !exists(d)) return DATE_NEVER;
    snprintf(iso, 11, "%04u-%02u-%02u", d.year % 10000, d.month % 100, d.day % 100);
    return DATE_WORDED;
}

static unsigned month_named(struct slice name) {
    static const char *const names[][4] = {
        {"januari", "january", "jan"},
        {"februari", "february", "feb", "pebruari"},
        {"maret", "march", "mar"},
        {"april", "apr"},
        {"mei", "may"},
        {"juni", "june", "jun"},
        {"juli", "july", "jul"},
        {"agustus", "august", "agu", "aug"},
        {"september", "sep", "sept"},
        {"oktober", "october", "okt", "oct"},
        {"november", "nov", "nopember"},
        {"desember", "december", "des", "dec"},
    };
    for (unsigned i = 0; i < 12; i++)
        for (size_t k = 0; k < 4 && names[i][k]; k++)
            if (slice_equal_nocase(name, slice_of(names[i][k]))) return i + 1;
    return 0;
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
        d.month = month_named(slice_cut(&s, ' '));
        if (!d.month) return DATE_NONE;
    }
    return take_digits(&s, 4, &d.year) == 4 && !s.len ? worded(d, iso) : DATE_NONE;
}

enum date_form date_recognise(struct slice value, char iso[11]) {
    struct slice s = slice_trim(value), start = s;
    struct date d;
    iso[0] = 0;
    if (take_digits(&s, 4, &d.year) != 4 || !take(&s, "-/.")) return words_form(start, iso);
    bool dashes = start.data[4] == '-';
    size_t digits = take_digits(&s, 2, &d.month);
    if (!digits || !take(&s, dashes ? "-" : "/.")) return DATE_NONE;
    digits += take_digits(&s, 2, &d.day);
    if (!exists(d)) return DATE_NEVER;
    if (s.len && !take(&s, "Tt ")) return DATE_NONE;
    enum date_form form = s.len ? time_form(slice_trim(s)) : DATE_GOOD;
    return form == DATE_GOOD && (!dashes || digits != 4) ? worded(d, iso) : form;
}
