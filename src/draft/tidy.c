#include "draft/tidy.h"

#include "base/disk.h"
#include "base/paths.h"
#include "draft/journal/journal_file.h"
#include "draft/journal/journal_replay.h"
#include "draft/journal/places.h"
#include "draft/version.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int64_t AGE_MS = (int64_t)TIDY_DAYS * 24 * 3600 * 1000;

enum { DAY_MS = 24 * 3600 * 1000, SEEN_BYTES_MAX = 4 << 20 };

/* Something that was found to be old, on so many days; the last of them. */
struct seen {
    char *path;
    size_t days;
    long long day;
};

struct seen_list {
    VEC(struct seen) list;
};

struct tidy {
    int64_t now_ms;
    struct seen_list before, now;
};

static void seen_free(struct seen_list *seen) {
    vec_each(struct seen, one, &seen->list)
        free(one->path);
    vec_free(&seen->list);
}

/* A line is "DAYS DAY PATH". */
static void read_seen(struct seen_list *seen) {
    struct str path = {0}, bytes = {0};
    if (path_user(&path, PATH_STATE, "tidy")) file_read(str_text(&path), SEEN_BYTES_MAX, &bytes, NULL);
    for (struct slice rest = str_slice(&bytes); rest.len;) {
        struct slice line = slice_cut(&rest, '\n');
        char *days = slice_copy(slice_cut(&line, ' ')), *day = slice_copy(slice_cut(&line, ' '));
        if (line.len)
            vec_push(&seen->list, (struct seen){slice_copy(line), (size_t)strtoul(days, NULL, 10),
                                                strtoll(day, NULL, 10)});
        free(days);
        free(day);
    }
    str_free(&path);
    str_free(&bytes);
}

static void write_seen(const struct tidy *tidy) {
    struct str folder = {0}, bytes = {0};
    for (size_t i = 0; i < tidy->now.list.count; i++) {
        const struct seen *one = &tidy->now.list.items[i];
        str_printf(&bytes, "%zu %lld %s\n", one->days, one->day, one->path);
    }
    bool needed = tidy->before.list.count || tidy->now.list.count;
    if (needed && path_user(&folder, PATH_STATE, "")) {
        folder.len -= slice_ends(str_slice(&folder), SLICE("/"));
        folder.data[folder.len] = 0;
        disk_put(str_text(&folder), "tidy", str_slice(&bytes));
    }
    str_free(&folder);
    str_free(&bytes);
}

/* It is old, as today's clock says: true when the clocks of enough days have said so. */
static bool is_old_for_long(struct tidy *tidy, const char *path) {
    long long today = (long long)(tidy->now_ms / DAY_MS);
    struct seen found = {.path = slice_copy(slice_of(path)), .days = 1, .day = today};
    for (size_t i = 0; i < tidy->before.list.count; i++) {
        const struct seen *one = &tidy->before.list.items[i];
        if (strcmp(one->path, path) == 0) found.days = one->days + (one->day != today);
    }
    vec_push(&tidy->now.list, found);
    return found.days >= TIDY_SEEN;
}

/* Calls remove_old for each file or folder in the state folder name that matches and is that old. */
static void each_old(const char *name, const char *pattern, struct tidy *tidy,
                     void (*remove_old)(const char *path, struct tidy *tidy)) {
    struct str folder = {0}, path = {0};
    DIR *listing = path_user(&folder, PATH_STATE, name) ? opendir(str_text(&folder)) : NULL;
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        struct stat st;
        if (entry->d_name[0] == '.' || fnmatch(pattern, entry->d_name, 0) != 0 ||
            fstatat(dirfd(listing), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
            (int64_t)st.st_mtim.tv_sec * 1000 + AGE_MS > tidy->now_ms)
            continue;
        str_clear(&path);
        str_printf(&path, "%s/%s", str_text(&folder), entry->d_name);
        remove_old(str_text(&path), tidy);
    }
    if (listing) closedir(listing);
    str_free(&folder);
    str_free(&path);
}

static void remove_journal(const char *path, struct tidy *tidy) {
    struct journal_file file = {.fd = -1};
    struct str bytes = {0};
    str_append_text(&file.path, path);
    if (journal_file_open(&file, false) == JOURNAL_HELD) {
        journal_file_read(&file, &bytes);
        if (!journal_has_unsaved(str_slice(&bytes)) && is_old_for_long(tidy, path)) unlink(path);
    }
    journal_file_close(&file);
    str_free(&file.path);
    str_free(&bytes);
}

/* The file is as old as the work in it; what counts is since when it lies there. */
static void remove_asides_in(const char *folder, struct tidy *tidy) {
    struct versions versions = {0};
    versions_find(&versions, folder, "*" PLACE_ASIDE);
    for (size_t i = 0; i < versions.list.count; i++) {
        const struct version *version = &versions.list.items[i];
        if (version->time_ms + AGE_MS <= tidy->now_ms && is_old_for_long(tidy, version->path))
            unlink(version->path);
    }
    versions_free(&versions);
}

static void remove_asides(const char *name, struct tidy *tidy) {
    struct str folder = {0};
    if (path_user(&folder, PATH_STATE, name)) remove_asides_in(str_text(&folder), tidy);
    str_free(&folder);
}

/* Without a note of its path, or with one that never reached the disk, a draft cannot be looked for. */
static bool draft_is_gone(const char *note) {
    struct str path = {0};
    struct stat st;
    bool gone = file_read(note, PATH_MAX, &path, NULL) && slice_starts(str_slice(&path), SLICE("/")) &&
                lstat(str_text(&path), &st) != 0 && errno == ENOENT;
    str_free(&path);
    return gone;
}

/* The folder changes with each copy that comes to it, so the newest is as old. */
static void remove_backups(const char *folder, struct tidy *tidy) {
    struct str note = {0};
    struct versions versions = {0};
    str_printf(&note, "%s/path", folder);
    if (!draft_is_gone(str_text(&note))) {
        remove_asides_in(folder, tidy);
    } else if (is_old_for_long(tidy, folder)) {
        versions_find(&versions, folder, "*");
        versions_trim(&versions, 0);
        unlink(str_text(&note));
        rmdir(folder);
    }
    versions_free(&versions);
    str_free(&note);
}

void tidy_state(int64_t now_ms) {
    struct tidy tidy = {.now_ms = now_ms};
    read_seen(&tidy.before);
    each_old("journal", PLACE_JOURNALS, &tidy, remove_journal);
    remove_asides("journal", &tidy);
    remove_asides("rescue", &tidy);
    each_old("backup", "*", &tidy, remove_backups);
    write_seen(&tidy);
    seen_free(&tidy.before);
    seen_free(&tidy.now);
}
