#ifndef SUNTING_BASE_FILE_H
#define SUNTING_BASE_FILE_H

#include "base/message.h"

#include <sys/stat.h>
#include <time.h>

/*
 * Reading files. Writing them: base/replace.h.
 */

/* Which file, and which version of it, was read. The content decides (size and hash); the rest tells cheaply
 * that something may have happened. Zero-initialised: there is no file. */
struct file_identity {
    bool exists;
    dev_t device;
    ino_t inode;
    uint64_t size; /* bytes */
    struct timespec modified;
    uint64_t hash; /* slice_hash of the content */
};

/* The version of a file that holds content. */
struct file_identity file_identity_of(const struct stat *st, struct slice content);
/* The same, of size bytes with this slice_hash. */
struct file_identity file_identity_hashed(const struct stat *st, size_t size, uint64_t hash);

/* True when the content is the same. */
bool file_is_version(const struct file_identity *a, const struct file_identity *b);

/* Reads a whole regular file, or standard input for "-", and appends it to out. Fails with a sentence in e
 * when it is missing, unreadable, no regular file, or larger than limit bytes. */
bool file_read(const char *path, size_t limit, struct str *out, struct error *e);
/* The same, and tells which version was read; standard input leaves identity as it is. */
bool file_read_version(const char *path, size_t limit, struct str *out, struct file_identity *identity,
                       struct error *e);
/* The same for a file that is already open and stays so; path is only named in messages. */
bool file_read_open(int fd, const char *path, size_t limit, struct str *out, struct file_identity *identity,
                    struct error *e);

/* Which version a file is that is open, whose content nobody needs: nothing but a part of it is in memory at
 * a time. False with errno; EINVAL: it is no regular file. */
bool file_identify_open(int fd, struct file_identity *identity);
/* The same for a path. */
bool file_identify(const char *path, struct file_identity *identity);

/* Maps a regular file to be read, for files that nobody changes in place (what was installed): pages come
 * from the disk when they are looked at. Fails as file_read(). Release with file_unmap(). */
bool file_map(const char *path, size_t limit, struct slice *out, struct error *e);
void file_unmap(struct slice *mapped);
/* Gives back the memory of what was looked at; it comes again when it is looked at again. */
void file_forget(struct slice mapped);

/* True when nothing that the system tells of path differs from identity; costs one system call. */
bool file_seems_same(const char *path, const struct file_identity *identity);

#endif
