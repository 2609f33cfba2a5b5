#ifndef SUNTING_BASE_DISK_H
#define SUNTING_BASE_DISK_H

#include "base/str.h"

#include <sys/types.h>

/*
 * System calls as they should be: interrupted ones go on, short writes are completed. False with errno.
 */
bool disk_write(int fd, struct slice bytes);
bool disk_write_at(int fd, struct slice bytes, off_t at);
/* As write(), to a pipe or another process: that its reader has hung up is an error and no reason to die. */
ssize_t disk_write_quietly(int fd, const void *bytes, size_t len);
/* Reads as many bytes, also of a pipe; false when there are fewer. */
bool disk_read(int fd, void *bytes, size_t len);
/* Reads from a place in a file, and returns how many bytes: fewer only at its end; -1 with errno. */
ssize_t disk_read_at(int fd, void *bytes, size_t len, off_t at);
/* Flushes to the disk; a file system that cannot is no error. */
bool disk_sync(int fd);
/* Closes; false when something written before could not be kept (NFS, quotas). */
bool disk_close(int fd);
/* openat() that goes on when interrupted, and does not wait for whoever writes to a FIFO. */
int disk_open(int folder, const char *name, int flags, mode_t mode);
/* Makes a folder and those above it, for the user alone; their names are flushed, or all that is flushed
 * inside may be lost. */
bool disk_make_folder(const char *path);
/* The same without flushing, which takes seconds on a busy disk: disk_sync_names() of what lies in path is to
 * follow. *made: how many are new. */
bool disk_make_folder_unflushed(const char *path, int *made);
/* Flushes the folder that path lies in and as many above it as were made. Allocates nothing. */
void disk_sync_names(const char *path, int made);
/* Writes a file of the program's own (a backup, a rescue copy) through a temporary one, for the user alone,
 * and flushes it and its folder, which is made when missing. */
bool disk_put(const char *folder, const char *name, struct slice bytes);
/* The same with this mode and unflushed: for what others read now, and nobody misses after a power failure.
 * The folder must be there. */
bool disk_publish(const char *folder, const char *name, struct slice bytes, mode_t mode);
/* A file that the kernel makes up as it is read (/proc, /sys): no place for a draft. */
bool disk_is_made_up(int fd);
/* Flushes the folder itself: names made, changed or removed in it. */
bool disk_sync_folder(const char *path);

#endif
