#include "check/rules/calendar.h"

static const char *const weekdays[] = {"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"};

int weekday_named(struct slice word) {
    /* nearly no word begins so, and is as long */
    if (word.len < strlen("Rabu") || word.len > strlen("Jum’at") || !strchr("srkjma", word.data[0] | ' '))
        return NO_WEEKDAY;
    for (int i = 0; i < 6; i++)
        if (slice_equal_nocase(word, slice_of(weekdays[i]))) return i;
    if (slice_equal_nocase(word, SLICE("Jum'at")) || slice_equal_nocase(word, SLICE("Jum’at"))) return 4;
    if (slice_equal_text(word, "Minggu") || slice_equal_text(word, "MINGGU") ||
        slice_equal_nocase(word, SLICE("Ahad")))
        return 6;
    return NO_WEEKDAY;
}

const char *weekday_name(int weekday) {
    return weekdays[weekday];
}

static const char *const months[][4] = {
    {"Januari", "Jan"},
    {"Februari", "Feb", "Pebruari"},
    {"Maret", "Mar"},
    {"April", "Apr"},
    {"Mei"},
    {"Juni", "Jun"},
    {"Juli", "Jul"},
    {"Agustus", "Agt", "Agu", "Ags"},
    {"September", "Sep", "Sept"},
    {"Oktober", "Okt"},
    {"November", "Nov", "Nopember"},
    {"Desember", "Des"},
};

const char *month_name(int month) {
    return months[month - 1][0];
}

int month_named(struct slice word) {
    for (int month = 0; month < 12; month++)
        for (int form = 0; form < 4 && months[month][form]; form++)
            if (slice_equal_nocase(word, slice_of(months[month][form]))) return month + 1;
    return NO_MONTH;
}

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool date_exists(const struct date *date) {
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date->month < 1 || date->month > 12 || date->day < 1 || date->day > days[date->month - 1])
        return false;
    return date->month != 2 || date->day < 29 || date->year == 0 || is_leap(date->year);
}

int date_weekday(const struct date *date) {
    /* Sakamoto: 0 is Sunday; a year that begins in March puts the leap day last */
    static const int offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = date->month < 3 ? date->year - 1 : date->year;
    int sunday = (year + year / 4 - year / 100 + year / 400 + offsets[date->month - 1] + date->day) % 7;
    return (sunday + 6) % 7;
}

int year_with_weekday(const struct date *date, int weekday) {
    struct date typed = *date; /* 3020 for 2020 */
    typed.year = 2000 + date->year % 100;
    if (date->year >= 2200 && date_exists(&typed) && date_weekday(&typed) == weekday) return typed.year;
    for (int distance = 1; distance <= 10; distance++)
        for (int sign = -1; sign <= 1; sign += 2) {
            struct date other = *date;
            other.year += sign * distance;
            if (date_exists(&other) && date_weekday(&other) == weekday) return other.year;
        }
    return 0;
}
