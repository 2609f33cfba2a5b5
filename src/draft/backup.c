#include "draft/backup.h"

#include "base/disk.h"
#include "base/paths.h"
#include "draft/draft.h"
#include "draft/journal/owner.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The folder of the copies; real, if any, becomes the path that it is made from. */
static bool find_folder(const char *path, struct str *folder, struct str *real) {
    char name[40], *resolved = realpath(path, NULL);
    if (!resolved) return false;
    snprintf(name, sizeof name, "backup/%016llx", (unsigned long long)slice_hash(slice_of(resolved)));
    if (real) str_append_text(real, resolved);
    free(resolved);
    return path_user(folder, PATH_STATE, name);
}

void backups_list(struct versions *versions, const char *path) {
    struct str folder = {0};
    if (find_folder(path, &folder, NULL)) versions_find(versions, str_text(&folder), "*");
    str_free(&folder);
}

static bool is_equal(const struct version *version, struct slice bytes) {
    struct str old = {0};
    bool equal = file_read(version->path, bytes.len, &old, NULL) && slice_equal(str_slice(&old), bytes);
    str_free(&old);
    return equal;
}

static bool add_copy(const char *folder, const struct versions *old, struct slice bytes) {
    char name[24];
    int64_t time_ms = moment_now();
    if (old->list.count && old->list.items[0].time_ms >= time_ms) time_ms = old->list.items[0].time_ms + 1;
    snprintf(name, sizeof name, "%lld", (long long)time_ms);
    return disk_put(folder, name, bytes);
}

/* So that the copies of a draft that is gone can be told (draft/tidy.h). */
static void note_path(const char *folder, struct slice real) {
    struct str path = {0};
    str_printf(&path, "%s/path", folder);
    if (access(str_text(&path), F_OK) != 0) disk_put(folder, "path", real);
    str_free(&path);
}

bool backup_make(const char *path, size_t keep) {
    struct str folder = {0}, real = {0}, bytes = {0};
    struct versions old = {0};
    bool ok = true;
    if (!find_folder(path, &folder, &real)) goto out; /* no file yet, or no home to keep copies in */
    ok = file_read(path, DRAFT_LIMIT, &bytes, NULL);
    if (!ok) goto out;
    versions_find(&old, str_text(&folder), "*");
    if (old.list.count && is_equal(&old.list.items[0], str_slice(&bytes))) goto out;
    ok = add_copy(str_text(&folder), &old, str_slice(&bytes));
    if (ok) versions_trim(&old, keep - 1);
    if (ok) note_path(str_text(&folder), str_slice(&real));
out:
    versions_free(&old);
    str_free(&folder);
    str_free(&real);
    str_free(&bytes);
    return ok;
}
