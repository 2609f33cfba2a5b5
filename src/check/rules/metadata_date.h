#ifndef SUNTING_CHECK_RULES_METADATA_DATE_H
#define SUNTING_CHECK_RULES_METADATA_DATE_H

#include "base/str.h"

/* What the value of a key such as date is. */
enum date_form {
    DATE_GOOD, /* 2024-12-13, or with a time: 2024-12-13T10:30:00+07:00, 2024-12-13 10:30 WIB; and what sites
                * read: seconds since 1970, Jul 8 2022, Mon, 02 Jan 2006 15:04:05 +0700 */
    DATE_WORDED, /* a date, but not as publishing systems read it: 13 Desember 2024, 13/12/2024 */
    DATE_NEVER,  /* in the form of a date, but there is no such day or time: 2024-02-30 */
    DATE_NONE    /* something else */
};

/* iso, for DATE_WORDED, gets the date as it should be written, and for the forms of sites the day; else "".
 */
enum date_form date_recognise(struct slice value, char iso[11]);

#endif
