#ifndef SUNTING_ARCHIVE_DATES_H
#define SUNTING_ARCHIVE_DATES_H

#include "base/message.h"

/* Appends YYYY-MM-DD as people write it, 9 September 2024; anything else as it stands. */
void date_append(struct str *out, enum lang lang, struct slice date);

/* The number of the day of YYYY-MM-DD, good enough to see how far two are apart: months have 31. 0: no date.
 */
long date_day(struct slice date);

#endif
