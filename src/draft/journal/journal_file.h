#ifndef SUNTING_DRAFT_JOURNAL_JOURNAL_FILE_H
#define SUNTING_DRAFT_JOURNAL_JOURNAL_FILE_H

#include "draft/journal/journal_record.h"

/*
 * Where a journal lies, and who holds it. The lock is flock() on the journal itself, so it ends with its
 * process. Where the file system has no flock, it is a file beside the journal that names its owner.
 */
struct journal_file {
    int fd;                      /* -1: none */
    struct str path;             /* of the journal */
    int made;                    /* folders of path that are new, their names not flushed before its own */
    bool named;                  /* the name was flushed */
    bool lock_file;              /* the lock is path + ".lock" */
    struct journal_flush *flush; /* what runs beside, or NULL */
};

enum journal_held { JOURNAL_HELD, JOURNAL_HELD_BY_OTHER, JOURNAL_NOT_HELD };

/* The journal's path for the real path of a draft ("": one without a file), whose folders are made: in the
 * state folder, or beside the draft (draft/places.h) when that cannot be written, or one was left there.
 * made: for journal_file; NULL: the names of new folders are flushed at once. */
void journal_path(struct slice real, struct str *path, int *made);

/* Opens and locks the journal at file->path, which is made when create; on JOURNAL_HELD_BY_OTHER fd is for
 * reading only; on JOURNAL_NOT_HELD it is -1 and errno says why. */
enum journal_held journal_file_open(struct journal_file *file, bool create);
/* Waits for a flush beside, unlocks and closes; does not free path. */
void journal_file_close(struct journal_file *file);
/* Reads all of it; what cannot be read is missing at the end. */
void journal_file_read(const struct journal_file *file, struct str *bytes);
/* fdatasync, and once the folder with the new name; a file system that has none is not an error. */
bool journal_file_flush(struct journal_file *file);
/* The same in a thread of its own: a busy disk takes seconds, and what is typed meanwhile is to be read and
 * written. False: one runs, or the system gives no thread. */
bool journal_file_flush_begin(struct journal_file *file);
/* True when none runs (any more). *failed: the errno of the one that has ended, or 0. */
bool journal_file_flush_over(struct journal_file *file, bool wait, int *failed);
/* Writes the front of pending and removes it there; false with errno when something is left. Allocates
 * nothing. */
bool journal_file_write(const struct journal_file *file, struct str *pending);
/* Puts a new file with these bytes, flushed, in the place of a journal that is held, and holds that. False
 * with errno: everything is as it was. */
bool journal_file_replace(struct journal_file *file, struct slice bytes);
/* Sets it aside (draft/version.h), and closes it. */
void journal_file_put_aside(struct journal_file *file);
/* True when the journal's name still leads to it. */
bool journal_file_stands(const struct journal_file *file);

/* The request of another session to take the draft over: who it is. Asking replaces an older request. */
bool journal_request(const struct journal_file *file, struct slice owner);
bool journal_requested(const struct journal_file *file, struct str *owner);
void journal_request_remove(const struct journal_file *file);

#endif
