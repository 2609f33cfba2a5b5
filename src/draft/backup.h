#ifndef SUNTING_DRAFT_BACKUP_H
#define SUNTING_DRAFT_BACKUP_H

#include "base/message.h"
#include "base/vec.h"
#include "draft/draft_edit.h"

/*
 * Backup copies: the version of a draft that stood on the disk before each save, for the user alone, in
 * $XDG_STATE_HOME/sunting/backup/KEY/TIME, where KEY is made from the real path and TIME is ms since 1970.
 */
struct backup {
    char *path;
    int64_t time_ms; /* when it was replaced */
    size_t size;     /* bytes */
};

struct backups {
    VEC(struct backup) list; /* newest first */
};

/* Copies the file at path as it is now, and keeps the newest copies. A file that is missing, or equal to the
 * newest copy, needs none. False with errno when it could not be made. */
bool backup_make(const char *path, size_t keep);
void backups_list(struct backups *backups, const char *path);
void backups_free(struct backups *backups);
/* The edit that makes text into the backup. False with a sentence in e, or without one when they are equal.
 */
bool backup_restore(struct draft_edit *made, const struct text *text, const struct backup *backup,
                    struct error *e);

#endif
