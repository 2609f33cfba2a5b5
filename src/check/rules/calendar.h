#ifndef SUNTING_CHECK_RULES_CALENDAR_H
#define SUNTING_CHECK_RULES_CALENDAR_H

#include "base/str.h"

/* The Gregorian calendar, with Indonesian names. Months from 1; weekdays from 0, Senin, to 6, Minggu. */
struct date {
    int day, month, year; /* year 0: not given */
};

enum { NO_WEEKDAY = -1, NO_MONTH = 0 };

/* The weekday a word names (Jum'at, Ahad and small letters included; minggu in small letters is a week), or
 * NO_WEEKDAY. */
int weekday_named(struct slice word);
const char *weekday_name(int weekday);
/* The month a word names, its short forms (Nov, Des) included, or NO_MONTH. */
int month_named(struct slice word);
const char *month_name(int month);
/* False for 31 April; for 29 February only when the year is given and no leap year. */
bool date_exists(const struct date *date);
/* Of a date that exists and has a year. */
int date_weekday(const struct date *date);
/* The year nearest to date->year, an earlier one first, in which the date falls on weekday; 0 when there is
 * none within ten years. */
int year_with_weekday(const struct date *date, int weekday);

#endif
