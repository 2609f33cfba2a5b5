#ifndef SUNTING_CHECK_RULES_METADATA_DATE_H
#define SUNTING_CHECK_RULES_METADATA_DATE_H

#include "base/str.h"

/* What the value of a key such as date is. */
enum date_form {
    DATE_GOOD,   /* 2024-12-13, or with a time: 2024-12-13T10:30:00+07:00, 2024-12-13 10:30 WIB; or Unix time:
                    1734060600 */
    DATE_WORDED, /* a date, but not as publishing systems read it: 13 Desember 2024, 13/12/2024 */
    DATE_NEVER,  /* in the form of a date, but there is no such day or time: 2024-02-30 */
    DATE_NONE    /* something else */
};

/* iso, for DATE_WORDED, gets the date as it should be written. */
enum date_form date_recognise(struct slice value, char iso[11]);

#endif
