#include "draft/backup.h"

#include "base/disk.h"
#include "base/replace.h"
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

static bool is_equal(const struct version *version, const char *path) {
    struct stat old, now;
    struct file_identity a, b;
    return stat(version->path, &old) == 0 && stat(path, &now) == 0 && old.st_size == now.st_size &&
           file_identify(version->path, &a) && file_identify(path, &b) && file_is_version(&a, &b);
}

/* So that the copies of a draft that is gone can be told (draft/tidy.h). No save waits for it to be flushed:
 * one that was lost or is empty is written again, and one that names no path tells nothing. */
static void note_path(const char *folder, struct slice real) {
    struct str path = {0};
    str_printf(&path, "%s/path", folder);
    struct stat st;
    if (stat(str_text(&path), &st) != 0 || (size_t)st.st_size != real.len)
        disk_publish(folder, "path", real, 0600);
    str_free(&path);
}

/* Of a session that was cut off as it took the file for a copy, before another had the file's name: what is
 * written to the file would be written to that. */
static void drop_names_of_the_file(struct versions *versions, const char *path) {
    struct stat file, copy;
    size_t kept = 0;
    for (size_t i = 0; i < versions->list.count; i++) {
        struct version *version = &versions->list.items[i];
        bool same = stat(path, &file) == 0 && lstat(version->path, &copy) == 0 &&
                    file.st_dev == copy.st_dev && file.st_ino == copy.st_ino;
        if (same && unlink(version->path) == 0)
            free(version->path);
        else
            versions->list.items[kept++] = *version;
    }
    versions->list.count = kept;
}

static void name_copy(struct backup *backup, const char *prefix) {
    const struct versions *old = &backup->old;
    struct str name = {0};
    int64_t time_ms = moment_now();
    if (old->list.count && old->list.items[0].time_ms >= time_ms) time_ms = old->list.items[0].time_ms + 1;
    if (*prefix)
        place_aside(prefix, time_ms, &name);
    else
        str_printf(&name, "%lld", (long long)time_ms);
    str_printf(&backup->path, "%s/%s", str_text(&backup->folder), str_text(&name));
    str_free(&name);
}

/* prefix: of their names; "" for those of every save. */
static bool begin(struct backup *backup, const char *path, const char *prefix, size_t keep) {
    struct str pattern = {0};
    *backup = (struct backup){.keep = keep};
    place_real(path, &backup->real);
    if (access(path, F_OK) != 0) return true; /* no file yet */
    errno = ENOENT;
    if (!place_copies(str_slice(&backup->real), &backup->folder))
        return !*prefix; /* without a home only what must be kept is missed */
    if (!disk_make_folder_unflushed(str_text(&backup->folder), &backup->made)) return false;
    str_printf(&pattern, "%s[.0-9]*", prefix);
    versions_find(&backup->old, str_text(&backup->folder), str_text(&pattern));
    str_free(&pattern);
    drop_names_of_the_file(&backup->old, path);
    if (!backup->old.list.count || !is_equal(&backup->old.list.items[0], path)) name_copy(backup, prefix);
    return true;
}

bool backup_begin(struct backup *backup, const char *path, size_t keep) {
    return begin(backup, path, "", keep);
}

void backup_end(struct backup *backup, bool made) {
    if (made && backup->path.len) {
        versions_trim(&backup->old, backup->keep - 1);
        note_path(str_text(&backup->folder), str_slice(&backup->real));
    }
    versions_free(&backup->old);
    str_free(&backup->path);
    str_free(&backup->folder);
    str_free(&backup->real);
}

bool backup_set_aside(const char *path) {
    struct backup backup;
    bool ok = begin(&backup, path, "others", ASIDE_MAX) &&
              (!backup.path.len || file_keep(path, str_text(&backup.path), backup.made));
    int saved = errno;
    backup_end(&backup, ok);
    errno = saved;
    return ok;
}
