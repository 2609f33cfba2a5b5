#include "power_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
    struct power_disk disk;
    void (*fail)(struct power_disk *disk);
    enum power_links links;
} watched;

void power_links(enum power_links links) {
    watched.links = links;
}

struct power_disk *power_calls(void (*fail)(struct power_disk *disk)) {
    watched.fail = fail;
    watched.disk.seed = 1;
    return &watched.disk;
}

static void fail_power(void) {
    if (watched.disk.on) watched.fail(&watched.disk);
}

int __real_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    struct stat st;
    bool existed = fstatat(folder, path, &st, 0) == 0;
    int fd = __real_openat(folder, path, flags, mode);
    if (!watched.disk.on || fd < 0 || existed || !(flags & O_CREAT) || fstat(fd, &st) != 0) return fd;
    fail_power();
    power_note_new(&watched.disk, folder, path, st.st_ino);
    return fd;
}

ssize_t __real_write(int fd, const void *from, size_t n);
ssize_t __wrap_write(int fd, const void *from, size_t n);
ssize_t __wrap_write(int fd, const void *from, size_t n) {
    fail_power();
    struct stat st;
    bool appends = fcntl(fd, F_GETFL) & O_APPEND && fstat(fd, &st) == 0;
    off_t at = appends ? st.st_size : lseek(fd, 0, SEEK_CUR);
    power_note_write(&watched.disk, fd, (struct slice){from, n}, at, false);
    return __real_write(fd, from, n);
}

ssize_t __real_pwrite(int fd, const void *from, size_t n, off_t at);
ssize_t __wrap_pwrite(int fd, const void *from, size_t n, off_t at);
ssize_t __wrap_pwrite(int fd, const void *from, size_t n, off_t at) {
    fail_power();
    power_note_write(&watched.disk, fd, (struct slice){from, n}, at, false);
    return __real_pwrite(fd, from, n, at);
}

int __real_ftruncate(int fd, off_t len);
int __wrap_ftruncate(int fd, off_t len);
int __wrap_ftruncate(int fd, off_t len) {
    fail_power();
    power_note_write(&watched.disk, fd, SLICE(""), len, true);
    return __real_ftruncate(fd, len);
}

static int flush(int fd) {
    if (watched.disk.broken) {
        errno = EIO;
        return -1;
    }
    fail_power();
    power_note_flush(&watched.disk, fd);
    fail_power();
    return 0;
}

int __wrap_fsync(int fd);
int __wrap_fsync(int fd) {
    return flush(fd);
}

int __wrap_fdatasync(int fd);
int __wrap_fdatasync(int fd) {
    return flush(fd);
}

int __real_mkdir(const char *path, mode_t mode);
int __wrap_mkdir(const char *path, mode_t mode);
int __wrap_mkdir(const char *path, mode_t mode) {
    int failed = __real_mkdir(path, mode);
    struct stat st;
    if (failed || stat(path, &st) != 0) return failed;
    fail_power();
    power_note_new(&watched.disk, AT_FDCWD, path, st.st_ino);
    return 0;
}

int __real_renameat(int a, const char *from, int b, const char *to);
int __wrap_renameat(int a, const char *from, int b, const char *to);
int __wrap_renameat(int a, const char *from, int b, const char *to) {
    fail_power();
    power_note_rename(&watched.disk, a, from, b, to);
    return __real_renameat(a, from, b, to);
}

int __real_renameat2(int a, const char *from, int b, const char *to, unsigned flags);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned flags);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    fail_power();
    power_note_rename(&watched.disk, a, from, b, to);
    return __real_renameat2(a, from, b, to, flags);
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to) {
    fail_power();
    power_note_rename(&watched.disk, AT_FDCWD, from, AT_FDCWD, to);
    return __real_rename(from, to);
}

int __real_linkat(int a, const char *from, int b, const char *to, int flags);
int __wrap_linkat(int a, const char *from, int b, const char *to, int flags);
int __wrap_linkat(int a, const char *from, int b, const char *to, int flags) {
    if (watched.links == POWER_NO_LINKS) {
        errno = EPERM;
        return -1;
    }
    fail_power();
    power_note_link(&watched.disk, a, from, b, to);
    return __real_linkat(a, from, b, to, flags);
}

/* A file system that shares blocks, where there is none. */
static int share_blocks(int to, int from) {
    char part[4096];
    off_t at = 0;
    for (ssize_t n; (n = pread(from, part, sizeof part, at)) > 0; at += n)
        if (__wrap_write(to, part, (size_t)n) != n) return -1;
    return 0;
}

int __wrap_ioctl(int fd, unsigned long request, ...);
int __wrap_ioctl(int fd, unsigned long request, ...) {
    va_list arguments;
    va_start(arguments, request);
    int from = va_arg(arguments, int);
    va_end(arguments);
    if (request == FICLONE && watched.links == POWER_SHARED_BLOCKS) return share_blocks(fd, from);
    errno = EOPNOTSUPP;
    return -1;
}

int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
int __wrap_unlink(const char *path) {
    fail_power();
    power_note_unlink(&watched.disk, AT_FDCWD, path);
    return __real_unlink(path);
}

int __real_unlinkat(int folder, const char *name, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags);
int __wrap_unlinkat(int folder, const char *name, int flags) {
    fail_power();
    power_note_unlink(&watched.disk, folder, name);
    return __real_unlinkat(folder, name, flags);
}
