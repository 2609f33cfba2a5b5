#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static bool read_all(int fd, const char *path, size_t limit, struct str *out, struct error *e) {
    size_t before = out->len;
    for (;;) {
        str_reserve(out, 65536);
        ssize_t n = read(fd, out->data + out->len, out->capacity - out->len - 1);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return error_set(e, FILE_UNREADABLE, path, error_reason(e, errno));
        out->len += (size_t)n;
        out->data[out->len] = 0;
        if (out->len - before > limit) return error_set(e, FILE_TOO_LARGE, path, limit >> 20);
        if (n == 0) return true;
    }
}

struct file_identity file_identity_of(const struct stat *st, struct slice content) {
    return (struct file_identity){.exists = true,
                                  .device = st->st_dev,
                                  .inode = st->st_ino,
                                  .size = content.len,
                                  .modified = st->st_mtim,
                                  .hash = slice_hash(content)};
}

bool file_read_open(int fd, const char *path, size_t limit, struct str *out, struct file_identity *identity,
                    struct error *e) {
    struct stat st;
    size_t before = out->len;
    if (fstat(fd, &st) != 0) return error_set(e, FILE_UNREADABLE, path, error_reason(e, errno));
    if (!S_ISREG(st.st_mode)) return error_set(e, FILE_NOT_REGULAR, path);
    if (st.st_size > 0 && (size_t)st.st_size > limit) return error_set(e, FILE_TOO_LARGE, path, limit >> 20);
    str_reserve(out, (size_t)st.st_size + 1);
    if (!read_all(fd, path, limit, out, e)) return false;
    if (identity) *identity = file_identity_of(&st, slice_range(str_slice(out), before, out->len));
    return true;
}

bool file_read_version(const char *path, size_t limit, struct str *out, struct file_identity *identity,
                       struct error *e) {
    if (strcmp(path, "-") == 0) return read_all(STDIN_FILENO, path, limit, out, e);
    int fd;
    do /* O_NONBLOCK: opening a FIFO must not wait for a writer. */
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0 && errno == ENOENT) return error_set(e, FILE_MISSING, path);
    if (fd < 0 && errno == ENXIO) return error_set(e, FILE_NOT_REGULAR, path);
    if (fd < 0) return error_set(e, FILE_UNREADABLE, path, error_reason(e, errno));
    bool ok = file_read_open(fd, path, limit, out, identity, e);
    close(fd);
    return ok;
}

bool file_read(const char *path, size_t limit, struct str *out, struct error *e) {
    return file_read_version(path, limit, out, NULL, e);
}

bool file_seems_same(const char *path, const struct file_identity *identity) {
    struct stat st;
    if (stat(path, &st) != 0) return !identity->exists && errno == ENOENT;
    return identity->exists && st.st_dev == identity->device && st.st_ino == identity->inode &&
           (uint64_t)st.st_size == identity->size && st.st_mtim.tv_sec == identity->modified.tv_sec &&
           st.st_mtim.tv_nsec == identity->modified.tv_nsec;
}
