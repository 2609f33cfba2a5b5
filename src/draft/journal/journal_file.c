#include "draft/journal/journal_file.h"

#include "base/disk.h"
#include "draft/journal/owner.h"
#include "draft/journal/places.h"
#include "draft/version.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

enum { JOURNAL_MODE = 0600, TRIES = 8 };
static const size_t JOURNAL_LIMIT = (size_t)512 << 20;

static bool state_folder(struct str *folder, int *made) {
    if (!place_journals(folder)) return false;
    bool there =
        made ? disk_make_folder_unflushed(str_text(folder), made) : disk_make_folder(str_text(folder));
    return there && access(str_text(folder), W_OK | X_OK) == 0;
}

/* A journal of this user that lies there from a time when the state folder could not be written. */
static bool is_left(const char *path) {
    struct stat st;
    return lstat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid();
}

void journal_path(struct slice real, struct str *path, int *made) {
    struct str name = {0}, folder = {0};
    if (made) *made = 0;
    place_journal_name(real, &name);
    place_beside(real, str_slice(&name), path);
    if (!is_left(str_text(path)) && state_folder(&folder, made)) {
        str_clear(path);
        str_printf(path, "%s/%s", str_text(&folder), str_text(&name));
    }
    str_free(&name);
    str_free(&folder);
}

static int open_again(const char *path, int flags) {
    return disk_open(AT_FDCWD, path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, JOURNAL_MODE);
}

static char *path_with(const struct journal_file *file, const char *suffix) {
    struct str path = {0};
    str_printf(&path, "%s%s", str_text(&file->path), suffix);
    return str_steal(&path);
}

static void read_rest(int fd, struct str *bytes) {
    while (bytes->len < JOURNAL_LIMIT) {
        str_reserve(bytes, 65536);
        ssize_t n = pread(fd, bytes->data + bytes->len, bytes->capacity - bytes->len - 1, (off_t)bytes->len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return;
        bytes->len += (size_t)n;
        bytes->data[bytes->len] = 0;
    }
}

static bool write_rest(int fd, struct str *pending) {
    size_t done = 0;
    int failed = 0;
    while (done < pending->len && !failed) {
        ssize_t n = write(fd, pending->data + done, pending->len - done);
        if (n > 0)
            done += (size_t)n;
        else if (n == 0 || errno != EINTR)
            failed = n == 0 ? EIO : errno;
    }
    if (done) memmove(pending->data, pending->data + done, pending->len - done);
    pending->len -= done;
    errno = failed;
    return !failed;
}

/* Nobody else may have laid it there: beside a draft, others may write. */
static bool is_ours(int fd) {
    struct stat st;
    if (fstat(fd, &st) != 0) return false;
    errno = EACCES;
    return S_ISREG(st.st_mode) && st.st_uid == geteuid() && st.st_nlink <= 1;
}

/* Reads an owner record from a small file of this user. */
static bool read_owner(const char *path, struct str *bytes, struct owner *owner) {
    int fd = open_again(path, O_RDONLY);
    if (fd < 0) return false;
    if (is_ours(fd)) read_rest(fd, bytes);
    close(fd);
    return owner_decode(str_slice(bytes), owner);
}

/* A lock for file systems without flock. One whose owner is certainly dead is removed. */
static enum journal_held hold_lock_file(const struct journal_file *file) {
    char *path = path_with(file, ".lock");
    enum journal_held held = JOURNAL_HELD_BY_OTHER;
    for (int i = 0; i < 2 && held == JOURNAL_HELD_BY_OTHER; i++) {
        int fd = open_again(path, O_WRONLY | O_CREAT | O_EXCL);
        struct str bytes = {0};
        struct owner owner;
        if (fd >= 0) {
            owner_here(&bytes);
            held = write_rest(fd, &bytes) ? JOURNAL_HELD : JOURNAL_NOT_HELD;
            close(fd);
        } else if (errno != EEXIST) {
            held = JOURNAL_NOT_HELD;
        } else if (read_owner(path, &bytes, &owner) && !owner_may_live(&owner)) {
            unlink(path);
        }
        str_free(&bytes);
    }
    free(path);
    return held;
}

static enum journal_held hold(struct journal_file *file) {
    int failed;
    do
        failed = flock(file->fd, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    while (failed == EINTR);
    if (!failed) return JOURNAL_HELD;
    if (failed == EWOULDBLOCK) return JOURNAL_HELD_BY_OTHER;
    enum journal_held held = hold_lock_file(file);
    file->lock_file = held == JOURNAL_HELD;
    return held;
}

bool journal_file_stands(const struct journal_file *file) {
    struct stat ours, there;
    return fstat(file->fd, &ours) == 0 && stat(str_text(&file->path), &there) == 0 &&
           ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

static void close_keeping_errno(struct journal_file *file) {
    int saved = errno;
    journal_file_close(file);
    errno = saved;
}

enum journal_held journal_file_open(struct journal_file *file, bool create) {
    for (int i = 0; i < TRIES; i++) {
        file->fd = open_again(str_text(&file->path), O_RDWR | O_APPEND | (create ? O_CREAT : 0));
        if (file->fd < 0) return JOURNAL_NOT_HELD;
        if (!is_ours(file->fd)) break;
        enum journal_held held = hold(file);
        if (held == JOURNAL_NOT_HELD) break;
        /* Between opening and locking, the holder may have put a new file in its place. */
        if (held == JOURNAL_HELD_BY_OTHER || journal_file_stands(file)) return held;
        journal_file_close(file);
        errno = EAGAIN;
    }
    close_keeping_errno(file);
    return JOURNAL_NOT_HELD;
}

void journal_file_close(struct journal_file *file) {
    int failed;
    journal_file_flush_over(file, true, &failed);
    if (file->lock_file) {
        char *path = path_with(file, ".lock");
        unlink(path);
        free(path);
        file->lock_file = false;
    }
    if (file->fd >= 0) close(file->fd);
    file->fd = -1;
}

void journal_file_read(const struct journal_file *file, struct str *bytes) {
    read_rest(file->fd, bytes);
}

bool journal_file_write(const struct journal_file *file, struct str *pending) {
    return write_rest(file->fd, pending);
}

/* Flushes the name of a new file, if the system lets us. Allocates nothing. */
static void flush_name(struct journal_file *file) {
    disk_sync_names(str_text(&file->path), file->made);
    file->named = true;
}

static bool flush_bytes(int fd) {
    int failed;
    do
        failed = fdatasync(fd) == 0 ? 0 : errno;
    while (failed == EINTR);
    errno = failed;
    return !failed || failed == EINVAL || failed == ENOSYS || failed == EROFS;
}

bool journal_file_flush(struct journal_file *file) {
    if (!flush_bytes(file->fd)) return false;
    if (!file->named) flush_name(file);
    return true;
}

bool journal_file_replace(struct journal_file *file, struct slice bytes) {
    char *path = path_with(file, ".new");
    unlink(path);
    int fd = open_again(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL);
    bool ok = fd >= 0 && disk_write(fd, bytes) && flush_bytes(fd) &&
              (file->lock_file || flock(fd, LOCK_EX | LOCK_NB) == 0) &&
              rename(path, str_text(&file->path)) == 0;
    int saved = errno;
    if (ok) {
        journal_file_flush_over(file, true, &saved); /* of the file that is not needed any more */
        close(file->fd);
        file->fd = fd;
        flush_name(file);
    } else if (fd >= 0) {
        close(fd);
        unlink(path);
    }
    free(path);
    errno = saved;
    return ok;
}

void journal_file_put_aside(struct journal_file *file) {
    version_put_aside(str_text(&file->path));
    journal_file_close(file);
}

bool journal_request(const struct journal_file *file, struct slice owner) {
    char *path = path_with(file, ".takeover");
    unlink(path);
    int fd = open_again(path, O_WRONLY | O_CREAT | O_EXCL);
    struct str bytes = {0};
    str_append(&bytes, owner);
    bool ok = fd >= 0 && write_rest(fd, &bytes);
    if (fd >= 0) close(fd);
    str_free(&bytes);
    free(path);
    return ok;
}

bool journal_requested(const struct journal_file *file, struct str *owner) {
    char *path = path_with(file, ".takeover");
    struct owner who;
    bool ok = read_owner(path, owner, &who);
    free(path);
    return ok;
}

void journal_request_remove(const struct journal_file *file) {
    char *path = path_with(file, ".takeover");
    unlink(path);
    free(path);
}
