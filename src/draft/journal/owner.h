#ifndef SUNTING_DRAFT_JOURNAL_OWNER_H
#define SUNTING_DRAFT_JOURNAL_OWNER_H

#include "draft/journal/journal_record.h"

/* This process, as an owner record (owner_encode) appended to out. */
void owner_here(struct str *out);
/* False when it is certain that the process no longer runs: another boot of this host, no such process, or
 * a younger one with its number. Of another host nothing is certain. */
bool owner_may_live(const struct owner *owner);
/* Appends "budi@server (pts/3, dari 10.1.2.3)", safe for a terminal. */
void owner_describe(struct str *out, enum lang lang, const struct owner *owner);

/* Appends "hari ini pukul 14.05", "kemarin pukul 14.05" or the date; in local time. */
void moment_describe(struct str *out, enum lang lang, int64_t time_ms, int64_t now_ms);
/* ms since 1970. */
int64_t moment_now(void);

#endif
