#include "archive/dates.h"

#include "archive/messages.h"

#include <stdio.h>

void date_append(struct str *out, enum lang lang, struct slice date) {
    int year, month, day;
    char bytes[11] = "";
    if (date.len == 10) memcpy(bytes, date.data, 10);
    if (sscanf(bytes, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12) {
        str_append(out, date);
        return;
    }
    struct slice months = slice_of(message_text(lang, MESSAGE_MONTHS)), name = SLICE("");
    for (int i = 0; i < month; i++)
        name = slice_cut(&months, ' ');
    str_printf(out, "%d %.*s %d", day, SLICE_ARG(name), year);
}
