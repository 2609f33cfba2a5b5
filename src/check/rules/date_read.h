#ifndef SUNTING_CHECK_RULES_DATE_READ_H
#define SUNTING_CHECK_RULES_DATE_READ_H

#include "check/rules/calendar.h"
#include "language/sentence/words.h"

/*
 * Weekdays and dates as the press writes them: Jumat (13/12/2024), Senin, 6 November 2024, Kamis malam
 * (12-12-2024), Senin tanggal 6 November 2024, Senin-Rabu (4-6/11/2024), 6 November 2024 (Rabu).
 */

/* One or two days, or dates, as in Senin-Rabu (4-6/11/2024). */
struct weekdays {
    int list[2];
    size_t count, first, last; /* tokens */
};
struct dates {
    struct date list[2]; /* year 0: it is not written */
    size_t count, first, last;
};

struct dated_place {
    struct weekdays days;
    struct dates dates;
    bool day, date; /* which of them stand there */
};

struct date_reader {
    const struct analysis *a;
    size_t at; /* next token */
};

/* Reads what stands at the next token that may begin one, often neither day nor date; false after the last
 * one. */
bool date_reader_next(struct date_reader *reader, struct dated_place *place);

#endif
