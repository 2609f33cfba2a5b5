#include "base/replace.h"

#include "base/disk.h"
#include "base/messages.h"
#include "base/replace_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* errno as a sentence that says what to do. */
static enum replaced failed(const char *path, struct error *e) {
    switch (errno) {
    case ENOSPC:
        error_set(e, SAVE_FULL, path);
        break;
    case EFBIG: /* setrlimit() */
        error_set(e, SAVE_LIMITED, path);
        break;
    case EDQUOT:
        error_set(e, SAVE_QUOTA, path);
        break;
    case EROFS:
        error_set(e, SAVE_READ_ONLY, path);
        break;
    case EACCES:
    case EPERM:
        error_set(e, SAVE_FORBIDDEN, path);
        break;
    case ENOENT:
    case ENOTDIR:
        error_set(e, SAVE_NO_FOLDER, path);
        break;
    case ENAMETOOLONG:
        error_set(e, SAVE_NAME_TOO_LONG, path);
        break;
    case EIO:
        error_set(e, SAVE_DISK_ERROR, path);
        break;
    default:
        error_set(e, SAVE_FAILED, path, error_reason(e, errno));
    }
    return REPLACE_FAILED;
}

static enum replaced refuse(const char *path, struct error *e) {
    error_set(e, SAVE_NOT_REGULAR, path);
    return REPLACE_FAILED;
}

/* Opens and reads what stands there now, and compares it with what the caller knows. */
static enum replaced examine(struct target *target, const struct replacement *request, struct error *e) {
    const struct file_identity *expected = request->expected;
    if (!target->exists) return expected && expected->exists && !request->recreate ? REPLACE_GONE : REPLACED;
    if (!S_ISREG(target->st.st_mode)) return refuse(request->path, e);
    if (expected && !expected->exists) return REPLACE_CHANGED;
    if (faccessat(target->folder, target->name, W_OK, AT_EACCESS) != 0) return failed(request->path, e);
    target->fd = disk_open(target->folder, target->name, O_RDONLY | O_NOFOLLOW, 0);
    if (target->fd < 0) return errno == ENOENT ? REPLACE_GONE : failed(request->path, e);
    if (disk_is_made_up(target->fd)) return refuse(request->path, e);
    struct file_identity now;
    if (fstat(target->fd, &target->st) != 0 || !file_identify_open(target->fd, &now))
        return failed(request->path, e);
    bool same = !expected || file_is_version(&now, expected);
    return same ? REPLACED : REPLACE_CHANGED;
}

/* Renames without ever replacing a file that came meanwhile, when there was none. */
static bool rename_over(const struct target *target, const char *temporary) {
    if (!target_stands(target)) {
        errno = ESTALE;
        return false;
    }
    if (!target->exists) {
        if (renameat2(target->folder, temporary, target->folder, target->name, RENAME_NOREPLACE) == 0)
            return true;
        if (errno == EEXIST) errno = ESTALE;
        if (errno != EINVAL && errno != ENOSYS) return false;
    }
    return renameat(target->folder, temporary, target->folder, target->name) == 0;
}

enum way { WAY_DONE, WAY_FAILED, WAY_IN_PLACE };

/* What errno of an attempt to replace by renaming means for a file that could be written in place. */
static bool is_in_the_way(int error) {
    return error == EACCES || error == EPERM || error == EBUSY || error == EXDEV || error == ENOTSUP;
}

static enum kept keep(const struct target *target, const struct replacement *request, bool may_link) {
    return request->keep && target->exists ? keep_old(target, request->keep, may_link) : KEPT_NOT;
}

/* Before the file is touched; where keeping it fails, it is replaced all the same. */
static enum kept keep_settled(const struct target *target, const struct replacement *request,
                              enum kept kept) {
    if (!request->keep || !target->exists) return KEPT_NOT;
    if (kept && keep_flush(request->keep, request->keep_made)) return kept;
    if (kept) unlink(request->keep);
    if (request->lost) *request->lost = true;
    return KEPT_NOT;
}

/* Fills and closes the temporary file. The old one is kept before the flush: a file system that has a journal
 * takes both at once. */
static bool fill(int fd, const struct target *target, const struct replacement *request,
                 struct file_identity *identity, enum kept *kept) {
    struct stat st;
    uint64_t hash;
    bool ok = content_write(fd, request, &hash);
    if (ok) *kept = keep(target, request, true);
    ok = ok && disk_sync(fd) && fstat(fd, &st) == 0;
    int saved = errno;
    bool closed = disk_close(fd);
    if (!ok) errno = saved;
    if (ok && closed) *identity = file_identity_hashed(&st, content_length(request), hash);
    return ok && closed;
}

/* Renames the temporary file over the old one. What is kept of that has lost its name as a draft: it is for
 * the user alone, as a copy is. Or has not: then it is no copy, and would change with the draft. */
static bool exchange(const struct target *target, const struct replacement *request, const char *temporary,
                     enum kept kept) {
    kept = keep_settled(target, request, kept);
    if (request->ready) request->ready(request->context);
    bool renamed = rename_over(target, temporary);
    int saved = errno;
    if (kept == KEPT_LINK && renamed && fchmod(target->fd, 0600) != 0)
        errno = saved; /* its folder hides it */
    if (kept == KEPT_LINK && !renamed) unlink(request->keep);
    errno = saved;
    return renamed;
}

static enum way replace_by_renaming(const struct target *target, const struct replacement *request,
                                    struct file_identity *identity) {
    if (target->exists && target->st.st_nlink > 1) return WAY_IN_PLACE;
    struct str name = {0};
    struct file_identity written;
    enum way way = WAY_FAILED;
    enum kept kept = KEPT_NOT;
    int fd = temporary_open(target, target->exists ? 0600 : 0666, &name), saved = errno;
    if (fd < 0) {
        way = target->exists && is_in_the_way(errno) ? WAY_IN_PLACE : WAY_FAILED;
        goto out;
    }
    if (target->exists && !attributes_copy(target, fd)) {
        close(fd);
        way = WAY_IN_PLACE;
    } else if (!fill(fd, target, request, &written, &kept)) {
        saved = errno;
        if (kept == KEPT_LINK) unlink(request->keep);
    } else if (exchange(target, request, str_text(&name), kept)) {
        *identity = written;
        way = WAY_DONE;
        goto out;
    } else {
        saved = errno;
        if (target->exists && is_in_the_way(saved)) way = WAY_IN_PLACE;
    }
    unlinkat(target->folder, str_text(&name), 0);
out:
    str_free(&name);
    errno = saved;
    return way;
}

static enum replaced in_place(const struct target *target, const struct replacement *request,
                              struct file_identity *identity, struct error *e) {
    if (!request->rescue) {
        errno = EACCES;
        return failed(request->path, e);
    }
    struct str rescued = {0}, bytes = {0};
    struct replacement whole = *request; /* is written twice, from its end on */
    enum replaced result = REPLACED;
    if (request->content) {
        request->content->copy(request->content->of, 0, request->content->length, &bytes);
        whole.bytes = str_slice(&bytes);
    }
    keep_settled(target, request, keep(target, request, false));
    if (request->ready) request->ready(request->context);
    if (!write_in_place(target, &whole, identity, &rescued)) {
        result = errno == ESTALE ? REPLACE_CHANGED : failed(request->path, e);
        if (rescued.len) error_set(e, SAVE_DAMAGED, request->path, str_text(&rescued));
    }
    str_free(&rescued);
    str_free(&bytes);
    return result;
}

enum replaced file_replace(const struct replacement *request, struct file_identity *identity,
                           struct error *e) {
    struct target target;
    enum replaced result = REPLACE_FAILED;
    if (!target_find(&target, request->path)) {
        if (errno == EISDIR)
            refuse(request->path, e);
        else
            failed(request->path, e);
        goto out;
    }
    result = examine(&target, request, e);
    if (result != REPLACED) goto out;
    switch (replace_by_renaming(&target, request, identity)) {
    case WAY_IN_PLACE:
        result = in_place(&target, request, identity, e);
        break;
    case WAY_FAILED:
        result = errno == ESTALE ? REPLACE_CHANGED : failed(request->path, e);
        break;
    case WAY_DONE:
        if (!disk_sync(target.folder) && errno != EBADF) {
            error_set(e, SAVE_NOT_FLUSHED, request->path);
            result = REPLACE_FAILED;
        }
        temporary_tidy(&target);
    }
out:
    target_free(&target);
    return result;
}
