#ifndef SUNTING_BASE_REPLACE_H
#define SUNTING_BASE_REPLACE_H

#include "base/file.h"

/*
 * Replaces the content of a file so that, whatever happens, the file is the old one or the new one.
 *
 * The way is a temporary file in the folder of the file itself (symbolic links are followed to it), flushed,
 * given owner, permissions, ACL and user attributes of the old one, and renamed over it; then the folder is
 * flushed. Where that would break something (a hard link, another owner, a folder that may not be written, a
 * file that is a mount point), the new content first goes to a rescue copy and is flushed there; then the
 * file is written in place: space for its growth first, its bytes, its new length last.
 *
 * The old file can be kept: the file itself, which is about to lose its name, gets another one. Where that
 * cannot be, and always before it is written in place, a copy is made, which shares its blocks if the file
 * system can (btrfs, XFS). It is flushed before anything happens to the file.
 */
enum replaced {
    REPLACED,
    REPLACE_CHANGED, /* the file is not the expected one: nothing was written */
    REPLACE_GONE,    /* the file is expected, but is not there: nothing was written */
    REPLACE_FAILED   /* e says what and what to do; identity is set when the new content stands there */
};

/* New content that is copied out part by part, so that much of it is never in memory twice. */
struct content {
    size_t length;                                                         /* bytes, HASH_LONG or more */
    void (*copy)(const void *of, size_t from, size_t to, struct str *out); /* appends */
    const void *of;
};

struct replacement {
    const char *path;
    struct slice bytes;
    const struct content *content;        /* NULL; or in place of bytes */
    const struct file_identity *expected; /* NULL: whatever there is; zero: there is no file yet */
    bool recreate;                        /* a file that is gone is made again */
    const char *rescue;                   /* folder for rescue copies; NULL: never write in place */
    const char *keep;                     /* NULL; or a path, that of no file yet, for the old file */
    int keep_made; /* folders of it that are new, their names not flushed (base/disk.h) */
    bool *lost;    /* becomes true when it could not be kept; the file is replaced */
    /* NULL; or what is to be done before the file changes. By then the new content is on the disk. */
    void (*ready)(void *context);
    void *context;
};

/* identity, written when the new content stands in the file, is then the new version. e may be NULL. */
enum replaced file_replace(const struct replacement *request, struct file_identity *identity,
                           struct error *e);

/* Keeps what the file at path holds now at keep, which is no file yet, by its blocks or a copy, for the user
 * alone, and flushed. The folder of keep must be there; made: as keep_made. False with errno. */
bool file_keep(const char *path, const char *keep, int made);

/* Path of the rescue copy that a session cut off while writing path in place has left; false when there is
 * none. It is the whole new content. */
bool file_rescue_find(const char *path, const char *rescue, struct str *out);

#endif
