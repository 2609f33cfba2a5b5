#include "base/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

bool disk_write(int fd, struct slice bytes) {
    while (bytes.len) {
        ssize_t n = write(fd, bytes.data, bytes.len);
        if (n < 0 && errno == EINTR) continue;
        if (n == 0) errno = EIO;
        if (n <= 0) return false;
        bytes = slice_range(bytes, (size_t)n, bytes.len);
    }
    return true;
}

bool disk_write_at(int fd, struct slice bytes, off_t at) {
    while (bytes.len) {
        ssize_t n = pwrite(fd, bytes.data, bytes.len, at);
        if (n < 0 && errno == EINTR) continue;
        if (n == 0) errno = EIO;
        if (n <= 0) return false;
        bytes = slice_range(bytes, (size_t)n, bytes.len);
        at += n;
    }
    return true;
}

/* To ignore SIGPIPE in the whole process is not this room's to decide: it is blocked in this thread, and one
 * that came of this write, and was not waiting before, is taken away. */
ssize_t disk_write_quietly(int fd, const void *bytes, size_t len) {
    sigset_t pipe, before;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before);
    ssize_t written = write(fd, bytes, len);
    int problem = errno;
    if (written < 0 && problem == EPIPE && !sigismember(&before, SIGPIPE))
        sigtimedwait(&pipe, NULL, &(struct timespec){0});
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = problem;
    return written;
}

bool disk_read(int fd, void *bytes, size_t len) {
    for (char *to = bytes; len;) {
        ssize_t n = read(fd, to, len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        to += n;
        len -= (size_t)n;
    }
    return true;
}

ssize_t disk_read_at(int fd, void *bytes, size_t len, off_t at) {
    size_t done = 0;
    while (done < len) {
        ssize_t n = pread(fd, (char *)bytes + done, len - done, at + (off_t)done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return -1;
        if (n == 0) break;
        done += (size_t)n;
    }
    return (ssize_t)done;
}

bool disk_sync(int fd) {
    while (fsync(fd) != 0)
        if (errno != EINTR) return errno == EINVAL || errno == ENOSYS;
    return true;
}

bool disk_close(int fd) {
    return close(fd) == 0 || errno == EINTR; /* Linux has closed it then */
}

int disk_open(int folder, const char *name, int flags, mode_t mode) {
    for (;;) {
        int fd = openat(folder, name, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, mode);
        if (fd >= 0 || errno != EINTR) return fd;
    }
}

bool disk_make_folder_unflushed(const char *path, int *made) {
    struct stat st;
    *made = 0;
    if (stat(path, &st) == 0) {
        errno = ENOTDIR;
        return S_ISDIR(st.st_mode);
    }
    const char *slash = strrchr(path, '/');
    if (errno != ENOENT) return false;
    char *above = slash && slash != path ? slice_copy((struct slice){path, (size_t)(slash - path)}) : NULL;
    bool ok = !above || disk_make_folder_unflushed(above, made);
    free(above);
    ok = ok && (mkdir(path, 0700) == 0 || errno == EEXIST);
    if (ok) ++*made;
    return ok;
}

bool disk_make_folder(const char *path) {
    int made;
    bool ok = disk_make_folder_unflushed(path, &made);
    if (ok && made) disk_sync_names(path, made - 1);
    return ok;
}

void disk_sync_names(const char *path, int made) {
    char above[PATH_MAX];
    snprintf(above, sizeof above, "%s", path);
    for (int i = 0; i <= made; i++) {
        char *slash = strrchr(above, '/');
        if (!slash)
            strcpy(above, ".");
        else
            slash[slash == above ? 1 : 0] = 0;
        disk_sync_folder(above); /* one that may not be read cannot be flushed */
    }
}

bool disk_sync_folder(const char *path) {
    int fd = disk_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0) return false;
    bool ok = disk_sync(fd);
    close(fd);
    return ok;
}

static bool put(const char *folder, const char *name, struct slice bytes, mode_t mode, bool flush) {
    struct str path = {0}, temporary = {0};
    str_printf(&path, "%s/%s", folder, name);
    str_printf(&temporary, "%s.%ld", str_text(&path), (long)getpid());
    bool ok = false;
    int saved = 0;
    if (flush && !disk_make_folder(folder)) goto out;
    unlink(str_text(&temporary));
    int fd = disk_open(AT_FDCWD, str_text(&temporary), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (fd < 0) goto out;
    ok = disk_write(fd, bytes) && (!flush || disk_sync(fd)) && (mode == 0600 || fchmod(fd, mode) == 0);
    saved = errno;
    if (!disk_close(fd) && ok) {
        ok = false;
        saved = errno;
    }
    errno = saved;
    ok = ok && rename(str_text(&temporary), str_text(&path)) == 0 && (!flush || disk_sync_folder(folder));
    saved = errno;
    if (!ok) unlink(str_text(&temporary));
    errno = saved;
out:
    saved = errno;
    str_free(&path);
    str_free(&temporary);
    errno = saved;
    return ok;
}

bool disk_put(const char *folder, const char *name, struct slice bytes) {
    return put(folder, name, bytes, 0600, true);
}

bool disk_publish(const char *folder, const char *name, struct slice bytes, mode_t mode) {
    return put(folder, name, bytes, mode, false);
}

bool disk_is_made_up(int fd) {
    static const long kinds[] = {PROC_SUPER_MAGIC, SYSFS_MAGIC,         DEBUGFS_MAGIC,
                                 TRACEFS_MAGIC,    CGROUP2_SUPER_MAGIC, SECURITYFS_MAGIC};
    struct statfs fs;
    if (fstatfs(fd, &fs) != 0) return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if ((unsigned long)fs.f_type == (unsigned long)kinds[i]) return true;
    return false;
}
