#include "archive/dates.h"

#include "archive/messages.h"

#include <stdlib.h>

void date_append(struct str *out, enum lang lang, struct slice date) {
    char bytes[11] = "", *end = bytes;
    if (date.len == 10) memcpy(bytes, date.data, 10);
    long year = strtol(bytes, &end, 10), month = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    long day = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    if (*end || day < 1 || month < 1 || month > 12) {
        str_append(out, date);
        return;
    }
    struct slice months = slice_of(message_text(lang, MESSAGE_MONTHS)), name = SLICE("");
    for (long i = 0; i < month; i++)
        name = slice_cut(&months, ' ');
    str_printf(out, "%ld %.*s %ld", day, SLICE_ARG(name), year);
}
