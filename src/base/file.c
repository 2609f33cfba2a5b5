#include "base/file.h"

#include "base/disk.h"
#include "base/memory.h"
#include "base/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
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

struct file_identity file_identity_hashed(const struct stat *st, size_t size, uint64_t hash) {
    return (struct file_identity){.exists = true,
                                  .device = st->st_dev,
                                  .inode = st->st_ino,
                                  .size = size,
                                  .modified = st->st_mtim,
                                  .hash = hash};
}

struct file_identity file_identity_of(const struct stat *st, struct slice content) {
    return file_identity_hashed(st, content.len, slice_hash(content));
}

bool file_is_version(const struct file_identity *a, const struct file_identity *b) {
    return a->exists && b->exists && a->size == b->size && a->hash == b->hash;
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

bool file_identify_open(int fd, struct file_identity *identity) {
    enum { PART = 4 * HASH_LONG };
    struct stat st;
    if (fstat(fd, &st) != 0) return false;
    errno = EINVAL;
    if (!S_ISREG(st.st_mode)) return false;
    char *part = memory_alloc(PART);
    struct hash hash = HASH_START;
    size_t size = 0;
    ssize_t n;
    while ((n = disk_read_at(fd, part, PART, (off_t)size)) == PART) {
        hash_add(&hash, (struct slice){part, PART});
        size += PART;
    }
    struct slice rest = {part, n > 0 ? (size_t)n : 0};
    *identity = file_identity_hashed(&st, size + rest.len, size ? hash_end(&hash, rest) : slice_hash(rest));
    int saved = errno;
    free(part);
    errno = saved;
    return n >= 0;
}

bool file_identify(const char *path, struct file_identity *identity) {
    int fd = disk_open(AT_FDCWD, path, O_RDONLY, 0);
    bool ok = fd >= 0 && file_identify_open(fd, identity);
    if (fd >= 0) close(fd);
    return ok;
}

/* -1 with a sentence in e when it cannot be opened. */
static int open_to_read(const char *path, struct error *e) {
    int fd = disk_open(AT_FDCWD, path, O_RDONLY, 0);
    if (fd < 0 && errno == ENOENT)
        error_set(e, FILE_MISSING, path);
    else if (fd < 0 && errno == ENXIO)
        error_set(e, FILE_NOT_REGULAR, path);
    else if (fd < 0)
        error_set(e, FILE_UNREADABLE, path, error_reason(e, errno));
    return fd;
}

bool file_read_version(const char *path, size_t limit, struct str *out, struct file_identity *identity,
                       struct error *e) {
    if (strcmp(path, "-") == 0) return read_all(STDIN_FILENO, path, limit, out, e);
    int fd = open_to_read(path, e);
    if (fd < 0) return false;
    bool ok = file_read_open(fd, path, limit, out, identity, e);
    close(fd);
    return ok;
}

static bool map_open(int fd, const char *path, size_t limit, struct slice *out, struct error *e) {
    struct stat st;
    if (fstat(fd, &st) != 0) return error_set(e, FILE_UNREADABLE, path, error_reason(e, errno));
    if (!S_ISREG(st.st_mode)) return error_set(e, FILE_NOT_REGULAR, path);
    if ((size_t)st.st_size > limit) return error_set(e, FILE_TOO_LARGE, path, limit >> 20);
    *out = SLICE("");
    if (st.st_size == 0) return true;
    void *bytes = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED) return error_set(e, FILE_UNREADABLE, path, error_reason(e, errno));
    *out = (struct slice){bytes, (size_t)st.st_size};
    return true;
}

bool file_map(const char *path, size_t limit, struct slice *out, struct error *e) {
    int fd = open_to_read(path, e);
    if (fd < 0) return false;
    bool ok = map_open(fd, path, limit, out, e);
    close(fd);
    return ok;
}

void file_unmap(struct slice *mapped) {
    if (mapped->len) munmap((void *)(uintptr_t)mapped->data, mapped->len);
    *mapped = (struct slice){0};
}

void file_forget(struct slice mapped) {
    if (mapped.len) madvise((void *)(uintptr_t)mapped.data, mapped.len, MADV_DONTNEED);
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
