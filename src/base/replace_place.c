#include "base/disk.h"
#include "base/replace_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* The rescue copy's name for a path. */
static void rescue_name(const char *path, struct str *out) {
    char *real = realpath(path, NULL);
    str_printf(out, "%016llx", (unsigned long long)slice_hash(slice_of(real ? real : path)));
    free(real);
}

bool file_rescue_find(const char *path, const char *rescue, struct str *out) {
    str_clear(out);
    str_printf(out, "%s/", rescue);
    rescue_name(path, out);
    return access(str_text(out), R_OK) == 0;
}

/* Makes sure of the space for growth before a byte of the old content changes. Where the file system cannot
 * promise space, the new end is written first. */
static bool grow(int fd, struct slice old, struct slice bytes) {
    if (bytes.len <= old.len) return true;
    off_t from = (off_t)old.len, more = (off_t)(bytes.len - old.len);
    while (fallocate(fd, FALLOC_FL_KEEP_SIZE, from, more) != 0) {
        if (errno == EINTR) continue;
        if (errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL) break;
        return false;
    }
    return disk_write_at(fd, slice_range(bytes, old.len, bytes.len), from) && disk_sync(fd);
}

static bool cut(int fd, size_t len) {
    while (ftruncate(fd, (off_t)len) != 0)
        if (errno != EINTR) return false;
    return true;
}

static bool overwrite(int fd, struct slice old, struct slice bytes) {
    struct slice front = slice_range(bytes, 0, bytes.len < old.len ? bytes.len : old.len);
    if (!disk_write_at(fd, front, 0)) return false;
    if (bytes.len < old.len && (!disk_sync(fd) || !cut(fd, bytes.len))) return false;
    return disk_sync(fd);
}

/* Puts the old content back; the file is then as it was, unless the disk refuses that as well. */
static bool restore(int fd, struct slice old) {
    return disk_write_at(fd, old, 0) && cut(fd, old.len) && disk_sync(fd);
}

bool write_in_place(const struct target *target, const struct replacement *request,
                    struct file_identity *identity, struct str *rescued) {
    struct str name = {0}, content = {0};
    struct stat st;
    bool ok = false;
    int saved;
    rescue_name(request->path, &name);
    int fd = disk_open(target->folder, target->name, O_WRONLY | O_NOFOLLOW, 0);
    if (fd < 0 || !file_read_open(target->fd, request->path, SIZE_MAX >> 1, &content, NULL, NULL)) goto out;
    struct slice old = str_slice(&content);
    if (!disk_put(request->rescue, str_text(&name), request->bytes)) goto out;
    str_printf(rescued, "%s/%s", request->rescue, str_text(&name));
    if (!target_stands(target) || fstat(fd, &st) != 0 || st.st_ino != target->st.st_ino) {
        errno = ESTALE;
    } else if (!grow(fd, old, request->bytes)) {
        saved = errno;
        if (!cut(fd, old.len)) goto damaged;
        errno = saved;
    } else if (!overwrite(fd, old, request->bytes)) {
        saved = errno;
        if (!restore(fd, old)) goto damaged;
        errno = saved;
    } else {
        if (fstat(fd, &st) != 0) st = target->st;
        ok = true;
        *identity = file_identity_of(&st, request->bytes);
    }
    saved = errno;
    unlink(str_text(rescued));
    str_clear(rescued);
    errno = saved;
    goto out;
damaged:
    errno = saved;
out:
    saved = errno;
    if (fd >= 0 && !disk_close(fd) && ok) {
        ok = false;
        saved = errno;
    }
    str_free(&name);
    str_free(&content);
    errno = saved;
    return ok;
}
