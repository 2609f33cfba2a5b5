#include "ui/panels/folder.h"

#include "base/paths.h"
#include "draft/draft.h"
#include "draft/import/import.h"
#include "draft/messages.h"
#include "ui/panels/messages.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static int compare(const void *left, const void *right) {
    const struct folder_entry *a = left, *b = right;
    if (a->folder != b->folder) return a->folder ? -1 : 1;
    if (!a->folder && a->time_ms != b->time_ms) return a->time_ms > b->time_ms ? -1 : 1;
    return strcmp(a->name, b->name);
}

static void clear(struct folder *folder) {
    vec_each(struct folder_entry, entry, &folder->entries)
        free(entry->name);
    vec_clear(&folder->entries);
}

static void add(struct folder *folder, const char *name, const struct stat *st) {
    bool draft = S_ISREG(st->st_mode) && (draft_has_name(name) || import_has_name(name));
    if (!draft && !S_ISDIR(st->st_mode)) return;
    vec_push(&folder->entries,
             (struct folder_entry){slice_copy(slice_of(name)), S_ISDIR(st->st_mode),
                                   (int64_t)st->st_mtim.tv_sec * 1000 + st->st_mtim.tv_nsec / 1000000});
}

bool folder_read(struct desk *desk, struct folder *folder) {
    bool within = path_is_within(str_text(&folder->path));
    DIR *dir = within ? opendir(str_text(&folder->path)) : NULL;
    struct dirent *found;
    struct stat st;
    clear(folder);
    if (!within) {
        desk_say(desk, FILE_OUTSIDE, str_text(&folder->path));
        return false;
    }
    if (!dir) {
        desk_say(desk, FOLDER_UNREADABLE, str_text(&folder->path), strerror(errno));
        return false;
    }
    while ((found = readdir(dir)) && folder->entries.count < FOLDER_ENTRIES_MAX)
        if (found->d_name[0] != '.' && fstatat(dirfd(dir), found->d_name, &st, 0) == 0)
            add(folder, found->d_name, &st);
    closedir(dir);
    if (folder->entries.count)
        qsort(folder->entries.items, folder->entries.count, sizeof *folder->entries.items, compare);
    return true;
}

void folder_free(struct folder *folder) {
    clear(folder);
    vec_free(&folder->entries);
    str_free(&folder->path);
}
