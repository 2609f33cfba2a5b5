#include "archive/dates.h"

#include "archive/messages.h"

#include <stdlib.h>

struct day {
    long year, month, day;
};

static bool read_day(struct slice date, struct day *out) {
    char bytes[11] = "", *end = bytes;
    if (date.len == 10) memcpy(bytes, date.data, 10);
    out->year = strtol(bytes, &end, 10);
    out->month = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    out->day = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    return !*end && out->day >= 1 && out->month >= 1 && out->month <= 12;
}

long date_day(struct slice date) {
    struct day d;
    return read_day(date, &d) ? (d.year * 12 + d.month) * 31 + d.day : 0;
}

void date_append(struct str *out, enum lang lang, struct slice date) {
    struct day d;
    if (!read_day(date, &d)) {
        str_append(out, date);
        return;
    }
    struct slice months = slice_of(message_text(lang, MESSAGE_MONTHS)), name = SLICE("");
    for (long i = 0; i < d.month; i++)
        name = slice_cut(&months, ' ');
    str_printf(out, "%ld %.*s %ld", d.day, SLICE_ARG(name), d.year);
}
