/*
 * To be preloaded: a disk that others keep busy. Each flush takes $SLOW_FLUSH_MS, and each file or folder
 * that is made, renamed or removed $SLOW_NAME_MS, as when packages are being installed.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static void wait_for(const char *variable) {
    const char *value = getenv(variable);
    long ms = value ? atol(value) : 0;
    struct timespec left = {ms / 1000, ms % 1000 * 1000000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR)
        continue;
}

static void flushing(void) {
    wait_for("SLOW_FLUSH_MS");
}

static void naming(void) {
    wait_for("SLOW_NAME_MS");
}

/* The function of that name that would have been called without this file. */
#define REAL(name) ((__typeof__(&(name)))dlsym(RTLD_NEXT, #name))

int fsync(int fd) {
    flushing();
    return REAL(fsync)(fd);
}

int fdatasync(int fd) {
    flushing();
    return REAL(fdatasync)(fd);
}

int mkdir(const char *path, mode_t mode) {
    naming();
    return REAL(mkdir)(path, mode);
}

int rename(const char *from, const char *to) {
    naming();
    return REAL(rename)(from, to);
}

int unlink(const char *path) {
    naming();
    return REAL(unlink)(path);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (flags & O_CREAT) naming();
    return REAL(open)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (flags & O_CREAT) naming();
    return REAL(openat)(folder, path, flags, mode);
}
