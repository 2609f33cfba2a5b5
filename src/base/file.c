#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(int fd, const char *path, size_t limit, struct str *out, struct error *e) {
    size_t before = out->len;
    for (;;) {
        str_reserve(out, 65536);
        ssize_t n = read(fd, out->data + out->len, out->capacity - out->len - 1);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return error_set(e, FILE_UNREADABLE, path, strerror(errno));
        out->len += (size_t)n;
        out->data[out->len] = 0;
        if (out->len - before > limit) return error_set(e, FILE_TOO_LARGE, path, limit >> 20);
        if (n == 0) return true;
    }
}

bool file_read(const char *path, size_t limit, struct str *out, struct error *e) {
    if (strcmp(path, "-") == 0) return read_all(STDIN_FILENO, path, limit, out, e);
    /* O_NONBLOCK: opening a FIFO must not wait for a writer. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0 && errno == ENOENT) return error_set(e, FILE_MISSING, path);
    if (fd < 0) return error_set(e, FILE_UNREADABLE, path, strerror(errno));
    struct stat st;
    bool ok = fstat(fd, &st) == 0;
    if (!ok)
        error_set(e, FILE_UNREADABLE, path, strerror(errno));
    else if (!S_ISREG(st.st_mode))
        ok = error_set(e, FILE_NOT_REGULAR, path);
    else if ((size_t)st.st_size > limit)
        ok = error_set(e, FILE_TOO_LARGE, path, limit >> 20);
    else {
        str_reserve(out, (size_t)st.st_size + 1);
        ok = read_all(fd, path, limit, out, e);
    }
    close(fd);
    return ok;
}
