#include "faults.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>

enum { ATTEMPTS_MAX = 400 };

static struct {
    bool on, struck, kept_a_file;
    struct fault fault;
    int calls;
    int allocation, allocations;
} faults;

void faults_begin(struct fault fault) {
    faults.fault = fault;
    faults.on = true;
    faults.struck = faults.kept_a_file = false;
    faults.calls = 0;
}

int faults_end(bool *struck) {
    faults.on = false;
    *struck = faults.struck;
    return faults.calls;
}

bool faults_kept_a_file(void) {
    return faults.kept_a_file;
}

static bool attempt_once(bool (*attempt)(const void *, struct fault), const void *context, int at,
                         bool persistent, int error) {
    return attempt(context, (struct fault){.at = at,
                                           .persistent = persistent,
                                           .error = error,
                                           .kind = error ? FAULT_ERROR : FAULT_SHORT});
}

int faults_each(int least, bool (*attempt)(const void *context, struct fault fault), const void *context) {
    static const int errors[] = {EINTR,  ENOSPC, EDQUOT, EIO,    EROFS,
                                 EACCES, EXDEV,  EMFILE, ENOLCK, 0 /* half */};
    int attempts = 0;
    for (size_t k = 0; k < sizeof errors / sizeof *errors; k++)
        for (int persistent = 0; persistent < 2; persistent++) {
            if (persistent && errors[k] == EINTR) continue; /* nothing would ever end */
            bool struck = true;
            for (int at = 1; at <= least || (struck && at < ATTEMPTS_MAX); at++, attempts++)
                struck = attempt_once(attempt, context, at, persistent, errors[k]);
        }
    return attempts;
}

void fault_describe(struct fault fault, char *where, size_t size) {
    snprintf(where, size, "call %d %s: %s", fault.at, fault.persistent ? "and on" : "once",
             fault.error ? strerror(fault.error) : "half");
}

void faults_allocation(int at) {
    faults.allocation = at;
    faults.allocations = 0;
}

/* Whether this call is the one. */
static bool strikes(bool data) {
    if (!faults.on) return false;
    faults.calls++;
    bool now = faults.calls == faults.fault.at || (faults.fault.persistent && faults.calls > faults.fault.at);
    if (!now || !faults.fault.at || (faults.fault.kind == FAULT_SHORT && !data)) return false;
    faults.struck = true;
    errno = faults.fault.error;
    return true;
}

#define WRAP(type, name, parameters, arguments)                                                              \
    type __real_##name parameters;                                                                           \
    type __wrap_##name parameters;                                                                           \
    type __wrap_##name parameters {                                                                          \
        return strikes(false) ? (type)-1 : __real_##name arguments;                                          \
    }
#define WRAP_DATA(type, name, parameters, arguments, half)                                                   \
    type __real_##name parameters;                                                                           \
    type __wrap_##name parameters;                                                                           \
    type __wrap_##name parameters {                                                                          \
        if (!strikes(true)) return __real_##name arguments;                                                  \
        return faults.fault.kind == FAULT_SHORT ? __real_##name half : (type)-1;                             \
    }
#define WRAP_REMOVE(name, parameters, arguments)                                                             \
    int __real_##name parameters;                                                                            \
    int __wrap_##name parameters;                                                                            \
    int __wrap_##name parameters {                                                                           \
        if (!strikes(false)) return __real_##name arguments;                                                 \
        faults.kept_a_file = true;                                                                           \
        return -1;                                                                                           \
    }

WRAP_DATA(ssize_t, read, (int fd, void *to, size_t n), (fd, to, n), (fd, to, (n + 1) / 2))
WRAP_DATA(ssize_t, write, (int fd, const void *from, size_t n), (fd, from, n), (fd, from, (n + 1) / 2))
WRAP_DATA(ssize_t, pread, (int fd, void *to, size_t n, off_t at), (fd, to, n, at), (fd, to, (n + 1) / 2, at))
WRAP_DATA(ssize_t, pwrite, (int fd, const void *from, size_t n, off_t at), (fd, from, n, at),
          (fd, from, (n + 1) / 2, at))
WRAP(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
WRAP(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags),
     (a, from, b, to, flags))
WRAP(int, rename, (const char *from, const char *to), (from, to))
WRAP(int, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
WRAP(int, fchown, (int fd, uid_t user, gid_t group), (fd, user, group))
WRAP(int, fchmod, (int fd, mode_t mode), (fd, mode))
WRAP(int, fstat, (int fd, struct stat *st), (fd, st))
WRAP(int, fstatat, (int folder, const char *name, struct stat *st, int flags), (folder, name, st, flags))
WRAP(int, fallocate, (int fd, int mode, off_t at, off_t len), (fd, mode, at, len))
WRAP(int, ftruncate, (int fd, off_t len), (fd, len))
WRAP(int, stat, (const char *path, struct stat *st), (path, st))
WRAP(int, access, (const char *path, int mode), (path, mode))
WRAP(int, flock, (int fd, int operation), (fd, operation))
WRAP(int, mkdir, (const char *path, mode_t mode), (path, mode))
WRAP(int, faccessat, (int folder, const char *name, int mode, int flags), (folder, name, mode, flags))
WRAP(ssize_t, readlinkat, (int folder, const char *name, char *to, size_t n), (folder, name, to, n))
WRAP(ssize_t, flistxattr, (int fd, char *to, size_t n), (fd, to, n))
WRAP(ssize_t, fgetxattr, (int fd, const char *name, void *to, size_t n), (fd, name, to, n))
WRAP(int, fsetxattr, (int fd, const char *name, const void *from, size_t n, int flags),
     (fd, name, from, n, flags))
WRAP(int, fremovexattr, (int fd, const char *name), (fd, name))
WRAP_REMOVE(unlink, (const char *path), (path))
WRAP_REMOVE(unlinkat, (int folder, const char *name, int flags), (folder, name, flags))

int __real_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *name, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = va_arg(arguments, mode_t); /* garbage without O_CREAT, and not looked at then */
    va_end(arguments);
    return strikes(false) ? -1 : __real_openat(folder, name, flags, mode);
}

int __wrap_fsync(int fd);
int __wrap_fsync(int fd) {
    (void)fd;
    return strikes(false) ? -1 : 0;
}

int __wrap_fdatasync(int fd);
int __wrap_fdatasync(int fd) {
    (void)fd;
    return strikes(false) ? -1 : 0;
}

/* A close that fails has closed all the same. */
int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd) {
    bool struck = strikes(false);
    int error = errno, result = __real_close(fd);
    if (struck) errno = error;
    return struck ? -1 : result;
}

static bool has_memory(void) {
    return !faults.allocation || ++faults.allocations < faults.allocation;
}

void *__real_malloc(size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_malloc(size_t n) {
    return has_memory() ? __real_malloc(n) : NULL;
}

void *__real_calloc(size_t count, size_t n);
void *__wrap_calloc(size_t count, size_t n);
void *__wrap_calloc(size_t count, size_t n) {
    return has_memory() ? __real_calloc(count, n) : NULL;
}

void *__real_realloc(void *block, size_t n);
void *__wrap_realloc(void *block, size_t n);
void *__wrap_realloc(void *block, size_t n) {
    return has_memory() ? __real_realloc(block, n) : NULL;
}
