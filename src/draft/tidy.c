#include "draft/tidy.h"

#include "base/paths.h"
#include "draft/journal/journal_file.h"
#include "draft/journal/journal_replay.h"
#include "draft/version.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <unistd.h>

static const int64_t AGE_MS = (int64_t)TIDY_DAYS * 24 * 3600 * 1000;

/* Calls remove_old for each file or folder in the state folder name that matches and is that old. */
static void each_old(const char *name, const char *pattern, int64_t now_ms,
                     void (*remove_old)(const char *path, int64_t now_ms)) {
    struct str folder = {0}, path = {0};
    DIR *listing = path_user(&folder, PATH_STATE, name) ? opendir(str_text(&folder)) : NULL;
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        struct stat st;
        if (entry->d_name[0] == '.' || fnmatch(pattern, entry->d_name, 0) != 0 ||
            fstatat(dirfd(listing), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
            (int64_t)st.st_mtim.tv_sec * 1000 + AGE_MS > now_ms)
            continue;
        str_clear(&path);
        str_printf(&path, "%s/%s", str_text(&folder), entry->d_name);
        remove_old(str_text(&path), now_ms);
    }
    if (listing) closedir(listing);
    str_free(&folder);
    str_free(&path);
}

static void remove_journal(const char *path, int64_t now_ms) {
    struct journal_file file = {.fd = -1};
    struct str bytes = {0};
    (void)now_ms;
    str_append_text(&file.path, path);
    if (journal_file_open(&file, false) == JOURNAL_HELD) {
        journal_file_read(&file, &bytes);
        if (!journal_has_unsaved(str_slice(&bytes))) unlink(path);
    }
    journal_file_close(&file);
    str_free(&file.path);
    str_free(&bytes);
}

/* The file is as old as the work in it; what counts is since when it lies there. */
static void remove_asides(const char *name, int64_t now_ms) {
    struct str folder = {0};
    struct versions versions = {0};
    if (path_user(&folder, PATH_STATE, name)) versions_find(&versions, str_text(&folder), "*.aside");
    for (size_t i = 0; i < versions.list.count; i++)
        if (versions.list.items[i].time_ms + AGE_MS <= now_ms) unlink(versions.list.items[i].path);
    versions_free(&versions);
    str_free(&folder);
}

/* Without a note of its path, a draft cannot be looked for. */
static bool draft_is_gone(const char *note) {
    struct str path = {0};
    struct stat st;
    bool gone = file_read(note, PATH_MAX, &path, NULL) && lstat(str_text(&path), &st) != 0 && errno == ENOENT;
    str_free(&path);
    return gone;
}

/* The folder changes with each copy that comes to it, so the newest is as old. */
static void remove_backups(const char *folder, int64_t now_ms) {
    struct str note = {0};
    struct versions versions = {0};
    (void)now_ms;
    str_printf(&note, "%s/path", folder);
    if (draft_is_gone(str_text(&note))) {
        versions_find(&versions, folder, "*");
        versions_trim(&versions, 0);
        unlink(str_text(&note));
        rmdir(folder);
    }
    versions_free(&versions);
    str_free(&note);
}

void tidy_state(int64_t now_ms) {
    each_old("journal", "*.journal", now_ms, remove_journal);
    remove_asides("journal", now_ms);
    remove_asides("rescue", now_ms);
    each_old("backup", "*", now_ms, remove_backups);
}
