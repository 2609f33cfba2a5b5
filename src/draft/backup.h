#ifndef SUNTING_DRAFT_BACKUP_H
#define SUNTING_DRAFT_BACKUP_H

#include "draft/version.h"

/*
 * Backup copies: the version of a draft that stood on the disk before each save, for the user alone, in
 * $XDG_STATE_HOME/sunting/backup/KEY/TIME, where KEY is made from the real path, which stands in KEY/path.
 */

/* Copies the file at path as it is now, and keeps the newest copies. A file that is missing, or equal to the
 * newest copy, needs none. False with errno when it could not be made. */
bool backup_make(const char *path, size_t keep);
/* The same for what others wrote there: it is set aside, so that however many saves come, it stays as long as
 * work that was set aside. */
bool backup_set_aside(const char *path);
/* Appends the copies of the draft at path. */
void backups_list(struct versions *versions, const char *path);

#endif
