#ifndef SUNTING_REPORT_TREND_H
#define SUNTING_REPORT_TREND_H

#include "report/report.h"

/*
 * Many drafts of many months: what each office and each rule come to over time. Of each draft one line is
 * noted while it is checked, maybe in another process:
 *
 *     2026-11, a tab, OFFICE, a tab, then RULE=COUNT for each rule, separated by spaces
 *
 * The office is the source, or else the author, of the front matter, or else the folder. Hints do not count.
 */
void trend_note(const struct report_entry *entry, struct str *out);
/* Appends plots of such lines as SVG: findings a draft of each office, and of each rule by month; nothing
 * where the drafts are of one month and one office. */
void trend_plot(struct slice notes, enum lang lang, struct str *out);

#endif
