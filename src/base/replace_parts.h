#ifndef SUNTING_BASE_REPLACE_PARTS_H
#define SUNTING_BASE_REPLACE_PARTS_H

#include "base/replace.h"

/*
 * The steps of base/replace.h. All work on the folder that holds the file itself, so that nobody can put
 * another folder or link in the way meanwhile.
 */

/* The file that a path leads to. */
struct target {
    int folder;     /* an open folder */
    char *name;     /* in it, no link */
    struct stat st; /* when exists */
    bool exists;
    int fd; /* open for reading, or -1 */
};

/* False with errno. A name that leads through links to nothing is where the file will be. */
bool target_find(struct target *target, const char *path);
void target_free(struct target *target);
/* True when the name still leads to the file found, unchanged. */
bool target_stands(const struct target *target);

/* Gives fd the owner, permissions, ACL and user attributes of the target's file; false when one cannot be
 * kept. */
bool attributes_copy(const struct target *target, int fd);

/* Writes what the request wants the file to hold; *hash is the slice_hash of it. False with errno. */
bool content_write(int fd, const struct replacement *request, uint64_t *hash);
size_t content_length(const struct replacement *request);

/* How the old file is kept. */
enum kept {
    KEPT_NOT,  /* with errno */
    KEPT_COPY, /* on its own */
    KEPT_LINK  /* the file has two names: it must not be written in place, and one of them is to go */
};
/* Keeps it at path; the file itself may become it when may_link. */
enum kept keep_old(const struct target *target, const char *path, bool may_link);
/* Flushes the name of what was kept, and those of so many new folders above it. */
bool keep_flush(const char *path, int made);

/* A temporary file beside the target, open for writing, with the permissions mode less the umask. Its name is
 * appended to name. -1 with errno. */
int temporary_open(const struct target *target, mode_t mode, struct str *name);
/* Removes what sessions that were cut off left of temporary_open(). */
void temporary_tidy(const struct target *target);

/* Writes in place. On failure errno says why; *rescued holds the path of the rescue copy when the file may be
 * damaged, else "". */
bool write_in_place(const struct target *target, const struct replacement *request,
                    struct file_identity *identity, struct str *rescued);

#endif
