#include "draft/backup.h"

#include "base/disk.h"
#include "draft/draft.h"
#include "draft/journal/owner.h"
#include "draft/journal/places.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void backups_list(struct versions *versions, const char *path) {
    struct str folder = {0}, real = {0};
    place_real(path, &real);
    if (place_copies(str_slice(&real), &folder)) versions_find(versions, str_text(&folder), "*");
    str_free(&folder);
    str_free(&real);
}

static bool is_equal(const struct version *version, struct slice bytes) {
    struct str old = {0};
    struct stat st;
    bool equal = stat(version->path, &st) == 0 && (size_t)st.st_size == bytes.len &&
                 file_read(version->path, bytes.len, &old, NULL) && slice_equal(str_slice(&old), bytes);
    str_free(&old);
    return equal;
}

static bool add_copy(const char *folder, const char *prefix, const struct versions *old, struct slice bytes) {
    struct str name = {0};
    int64_t time_ms = moment_now();
    if (old->list.count && old->list.items[0].time_ms >= time_ms) time_ms = old->list.items[0].time_ms + 1;
    if (*prefix)
        place_aside(prefix, time_ms, &name);
    else
        str_printf(&name, "%lld", (long long)time_ms);
    bool ok = disk_put(folder, str_text(&name), bytes);
    int saved = errno;
    str_free(&name);
    errno = saved;
    return ok;
}

/* So that the copies of a draft that is gone can be told (draft/tidy.h). */
static void note_path(const char *folder, struct slice real) {
    struct str path = {0};
    str_printf(&path, "%s/path", folder);
    if (access(str_text(&path), F_OK) != 0) disk_put(folder, "path", real);
    str_free(&path);
}

/* prefix: of their names; "" for those of every save. */
static bool make(const char *path, const char *prefix, size_t keep) {
    struct str folder = {0}, real = {0}, bytes = {0}, pattern = {0};
    struct versions old = {0};
    bool ok = true;
    place_real(path, &real);
    if (access(path, F_OK) != 0) goto out; /* no file yet */
    errno = ENOENT;
    ok = !*prefix; /* without a home only what must be kept is missed */
    if (!place_copies(str_slice(&real), &folder)) goto out;
    ok = file_read(path, DRAFT_LIMIT, &bytes, NULL);
    if (!ok) goto out;
    str_printf(&pattern, "%s[.0-9]*", prefix);
    versions_find(&old, str_text(&folder), str_text(&pattern));
    if (old.list.count && is_equal(&old.list.items[0], str_slice(&bytes))) goto out;
    ok = add_copy(str_text(&folder), prefix, &old, str_slice(&bytes));
    if (ok) versions_trim(&old, keep - 1);
    if (ok) note_path(str_text(&folder), str_slice(&real));
out:
    versions_free(&old);
    str_free(&folder);
    str_free(&real);
    str_free(&bytes);
    str_free(&pattern);
    return ok;
}

bool backup_make(const char *path, size_t keep) {
    return make(path, "", keep);
}

bool backup_set_aside(const char *path) {
    return make(path, "others", ASIDE_MAX);
}
