#ifndef SUNTING_DRAFT_BACKUP_H
#define SUNTING_DRAFT_BACKUP_H

#include "draft/version.h"

/*
 * Backup copies: the version of a draft that stood on the disk before each save, for the user alone, in
 * $XDG_STATE_HOME/sunting/backup/KEY/TIME, where KEY is made from the real path, which stands in KEY/path.
 */

/* The copy of one save, which is made as the file is replaced (base/replace.h). */
struct backup {
    struct str path; /* where it is to be; "": none is needed, the file is missing, or equal to the newest */
    struct str folder, real;
    struct versions old;
    size_t keep;
    int made; /* folders that are new, their names to be flushed with that of the copy */
};
/* For the file at path as it is now. False with errno when there is no place for it. */
bool backup_begin(struct backup *backup, const char *path, size_t keep);
/* When made, of these copies the newest are kept. */
void backup_end(struct backup *backup, bool made);
/* Sets aside what others wrote there, so that however many saves come, it stays as long as work that was set
 * aside. False with errno when it could not be kept. */
bool backup_set_aside(const char *path);
/* Appends the copies of the draft at path. */
void backups_list(struct versions *versions, const char *path);

#endif
