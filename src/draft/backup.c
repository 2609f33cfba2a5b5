#include "draft/backup.h"

#include "base/disk.h"
#include "base/paths.h"
#include "draft/draft.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static bool find_folder(const char *path, struct str *folder) {
    char *real = realpath(path, NULL);
    if (!real) return false;
    char name[40];
    snprintf(name, sizeof name, "backup/%016llx", (unsigned long long)slice_hash(slice_of(real)));
    free(real);
    return path_user(folder, PATH_STATE, name);
}

static int newest_first(const void *left, const void *right) {
    const struct backup *a = left, *b = right;
    return a->time_ms < b->time_ms ? 1 : a->time_ms > b->time_ms ? -1 : 0;
}

static void list_folder(struct backups *backups, const char *path) {
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char *end;
        long long time_ms = strtoll(entry->d_name, &end, 10);
        struct stat st;
        if (*end || end == entry->d_name || fstatat(dirfd(folder), entry->d_name, &st, 0) != 0 ||
            !S_ISREG(st.st_mode))
            continue;
        struct str whole = {0};
        str_printf(&whole, "%s/%s", path, entry->d_name);
        vec_push(&backups->list,
                 (struct backup){.path = str_steal(&whole), .time_ms = time_ms, .size = (size_t)st.st_size});
    }
    if (folder) closedir(folder);
    if (backups->list.count)
        qsort(backups->list.items, backups->list.count, sizeof *backups->list.items, newest_first);
}

void backups_list(struct backups *backups, const char *path) {
    struct str folder = {0};
    *backups = (struct backups){0};
    if (find_folder(path, &folder)) list_folder(backups, str_text(&folder));
    str_free(&folder);
}

void backups_free(struct backups *backups) {
    for (size_t i = 0; i < backups->list.count; i++)
        free(backups->list.items[i].path);
    vec_free(&backups->list);
}

static bool is_equal(const struct backup *backup, struct slice bytes) {
    struct str old = {0};
    bool equal = backup->size == bytes.len && file_read(backup->path, bytes.len, &old, NULL) &&
                 slice_equal(str_slice(&old), bytes);
    str_free(&old);
    return equal;
}

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool add_copy(const char *folder, const struct backups *old, struct slice bytes) {
    char name[24];
    int64_t time_ms = now_ms();
    if (old->list.count && old->list.items[0].time_ms >= time_ms) time_ms = old->list.items[0].time_ms + 1;
    snprintf(name, sizeof name, "%lld", (long long)time_ms);
    return disk_put(folder, name, bytes);
}

bool backup_make(const char *path, size_t keep) {
    struct str folder = {0}, bytes = {0};
    struct backups old = {0};
    bool ok = true;
    if (!find_folder(path, &folder)) goto out; /* no file yet, or no home to keep copies in */
    ok = file_read(path, DRAFT_LIMIT, &bytes, NULL);
    if (!ok) goto out;
    list_folder(&old, str_text(&folder));
    if (old.list.count && is_equal(&old.list.items[0], str_slice(&bytes))) goto out;
    ok = add_copy(str_text(&folder), &old, str_slice(&bytes));
    for (size_t i = keep - 1; ok && i < old.list.count; i++)
        unlink(old.list.items[i].path);
out:
    backups_free(&old);
    str_free(&folder);
    str_free(&bytes);
    return ok;
}

bool backup_restore(struct draft_edit *made, const struct text *text, const struct backup *backup,
                    struct error *e) {
    *made = (struct draft_edit){0};
    struct draft *draft = draft_load(backup->path, DRAFT_LIMIT, e);
    if (!draft) return false;
    struct str whole = {0};
    text_copy(draft->text, 0, text_length(draft->text), &whole);
    bool differs = draft_edit_to(made, text, str_slice(&whole));
    str_free(&whole);
    draft_free(draft);
    return differs;
}
