/* The old file, before another takes its place. */
#include "base/disk.h"
#include "base/memory.h"
#include "base/paths.h"
#include "base/replace_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* From the beginning of the file, which another may have read to its end. */
static bool copy_bytes(int from, int to) {
    enum { PART = 1 << 18 };
    char *part = memory_alloc(PART);
    ssize_t n = PART;
    bool ok = true;
    for (off_t at = 0; ok && n == PART; at += n) {
        n = disk_read_at(from, part, PART, at);
        ok = n >= 0 && disk_write(to, (struct slice){part, (size_t)n});
    }
    int saved = errno;
    free(part);
    errno = saved;
    return ok;
}

static void remove_keeping_errno(const char *path) {
    int saved = errno;
    unlink(path);
    errno = saved;
}

/* Another name for the file itself. Should it not be the one that was examined, that one is not here any more
 * to be kept. */
static bool link_old(const struct target *target, const char *path) {
    struct stat st;
    if (linkat(target->folder, target->name, AT_FDCWD, path, 0) != 0) return false;
    bool same = fstatat(AT_FDCWD, path, &st, AT_SYMLINK_NOFOLLOW) == 0 && st.st_dev == target->st.st_dev &&
                st.st_ino == target->st.st_ino;
    if (!same) errno = ESTALE;
    if (same) return true;
    remove_keeping_errno(path);
    return false;
}

static bool close_written(int fd, bool ok) {
    ok = ok && disk_sync(fd);
    int saved = errno;
    bool closed = disk_close(fd);
    if (!ok) errno = saved;
    return ok && closed;
}

/* Under a name of its own first: what has the name of a version is a whole one. */
static bool copy_old(const struct target *target, const char *path) {
    struct str temporary = {0};
    str_printf(&temporary, "%s.%ld", path, (long)getpid());
    unlink(str_text(&temporary));
    int fd = disk_open(AT_FDCWD, str_text(&temporary), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    bool filled = fd >= 0 && (ioctl(fd, FICLONE, target->fd) == 0 || copy_bytes(target->fd, fd));
    bool ok = fd >= 0 && close_written(fd, filled) && rename(str_text(&temporary), path) == 0;
    if (fd >= 0 && !ok) remove_keeping_errno(str_text(&temporary));
    int saved = errno;
    str_free(&temporary);
    errno = saved;
    return ok;
}

/* A name is the cheapest of all: nothing is written, no file is made. */
enum kept keep_old(const struct target *target, const char *path, bool may_link) {
    if (may_link && link_old(target, path)) return KEPT_LINK;
    return copy_old(target, path) ? KEPT_COPY : KEPT_NOT;
}

bool keep_flush(const char *path, int made) {
    char *folder = slice_copy(path_folder(slice_of(path)));
    bool ok = disk_sync_folder(folder);
    if (ok && made) disk_sync_names(folder, made - 1);
    int saved = errno;
    free(folder);
    errno = saved;
    return ok;
}

bool file_keep(const char *path, const char *keep, int made) {
    struct target target;
    bool ok = target_find(&target, path) && target.exists;
    if (ok) target.fd = disk_open(target.folder, target.name, O_RDONLY | O_NOFOLLOW, 0);
    ok = ok && target.fd >= 0 && keep_old(&target, keep, false) && keep_flush(keep, made);
    target_free(&target);
    return ok;
}
