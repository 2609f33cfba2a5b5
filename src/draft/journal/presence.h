#ifndef SUNTING_DRAFT_JOURNAL_PRESENCE_H
#define SUNTING_DRAFT_JOURNAL_PRESENCE_H

#include "base/str.h"

/*
 * Users who have one draft open. The journal keeps the sessions of one user apart, but it is that user's own;
 * so the open draft itself is locked with flock(). That leaves nothing after, ends with its process, and
 * keeps nobody from reading or writing: it only tells. Another machine is seen where the file system passes
 * locks on.
 */
enum presence {
    PRESENCE_ALONE,
    PRESENCE_OTHER,  /* another user has it open */
    PRESENCE_UNKNOWN /* this user has it open elsewhere, or it cannot be told */
};

/* Locks the file at path: *fd is then to be closed at the end, else -1. A file that is replaced is to be
 * locked anew. PRESENCE_OTHER: who is appended to who, nothing when that is not known. */
enum presence presence_hold(const char *path, int *fd, struct str *who);

#endif
