#ifndef SUNTING_DRAFT_TIDY_H
#define SUNTING_DRAFT_TIDY_H

#include <stdint.h>

enum { TIDY_DAYS = 180, TIDY_SEEN = 7 };

/*
 * Removes what nobody will ask for any more from $XDG_STATE_HOME/sunting, all of it untouched for TIDY_DAYS,
 * and found so by sessions of TIDY_SEEN different days: a clock that was wrong for a while, then or now,
 * costs nothing. What was found is remembered in STATE/tidy.
 *
 *     journals         that hold no unsaved work, only what could be undone, and that no session has open
 *     work set aside   since it was (draft/version.h)
 *     backups          of a draft that is no longer there; those of one that is are kept
 *
 * Work that is unsaved, in a journal or a rescue copy, is never removed, however old: it is still to be
 * offered. now_ms: since 1970.
 */
void tidy_state(int64_t now_ms);

#endif
