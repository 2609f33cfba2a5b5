#ifndef SUNTING_CHECK_RULES_DRAFT_DATE_H
#define SUNTING_CHECK_RULES_DRAFT_DATE_H

#include "check/block.h"
#include "check/rules/calendar.h"
#include "draft/front/front_matter.h"

/* The key of the front matter that holds the date of the draft, by whatever name its site calls it (date,
 * pubDate, publishedAt, tanggal); NULL when none does. */
const struct front_key *draft_date_key(const struct front_matter *front);
/* The date that begins the name of a file, as Jekyll wants it: 2024-12-13-judul.md */
bool draft_date_in_name(const char *path, struct date *date);
/* The draft's own date, from its front matter or its name. */
bool draft_date(const struct document *document, enum lang lang, struct date *date);

/* The last year in which the date is at most a month after the draft's: news speaks of what was, or is near.
 */
int draft_year_of(const struct date *draft, const struct date *date);

#endif
