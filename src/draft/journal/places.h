#ifndef SUNTING_DRAFT_JOURNAL_PLACES_H
#define SUNTING_DRAFT_JOURNAL_PLACES_H

#include "base/str.h"

/*
 * Where the files of a draft lie that are not the draft itself. KEY is made from the draft's real path; STATE
 * is $XDG_STATE_HOME/sunting (~/.local/state/sunting).
 *
 *     journal   STATE/journal/KEY.journal; of a draft without a name: STATE/journal/new-TIME-PID.journal
 *     beside    FOLDER/.sunting-KEY.journal: the journal while STATE cannot be written; of a draft without a
 *               name in the working folder
 *     copies    STATE/backup/KEY/TIME, and the real path in STATE/backup/KEY/path
 *     rescue    STATE/rescue/KEY
 *     aside     any of these, set aside: NAME.TIME.aside
 *
 * Each function replaces what out holds; none makes or changes a file.
 */

/* The real path of a draft that need not exist: links are followed as far as its folder exists. */
void place_real(const char *path, struct str *real);

/* Folders of STATE; false when there is no home for them. */
bool place_journals(struct str *out);
bool place_rescues(struct str *out);
bool place_copies(struct slice real, struct str *out);

/* The name of the journal: of the draft with this real path, or, for "", of a new draft without a name. */
void place_journal_name(struct slice real, struct str *out);
/* The path of the journal beside the draft. name: place_journal_name(). */
void place_beside(struct slice real, struct slice name, struct str *out);
/* fnmatch() patterns of journals: in STATE/journal, beside a draft. */
#define PLACE_JOURNALS "*.journal"
#define PLACE_BESIDE ".sunting-"
#define PLACE_JOURNALS_BESIDE PLACE_BESIDE "*.journal"
#define PLACE_JOURNALS_UNNAMED "new-*.journal"

/* The name of path once it is set aside. */
void place_aside(const char *path, int64_t time_ms, struct str *out);
#define PLACE_ASIDE ".aside"

#endif
