#include "draft/version.h"

#include "base/paths.h"
#include "draft/backup.h"
#include "draft/journal/journal_file.h"
#include "draft/journal/journal_replay.h"
#include "draft/journal/owner.h"
#include "draft/journal/places.h"
#include "draft/messages.h"
#include "draft/save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <unistd.h>

/* The number at the end of the name, or before ".aside". */
static bool read_name(struct slice name, struct version *version) {
    version->aside = slice_ends(name, SLICE(PLACE_ASIDE));
    size_t end = name.len - (version->aside ? sizeof PLACE_ASIDE - 1 : 0), start = end;
    while (start && name.data[start - 1] >= '0' && name.data[start - 1] <= '9')
        start--;
    bool stands_alone = version->aside ? start && name.data[start - 1] == '.' : !start;
    if (start == end || end - start > 15 || !stands_alone) return false;
    version->time_ms = strtoll(name.data + start, NULL, 10);
    return true;
}

static int newest_first(const void *left, const void *right) {
    const struct version *a = left, *b = right;
    return a->time_ms < b->time_ms ? 1 : a->time_ms > b->time_ms ? -1 : 0;
}

void versions_find(struct versions *versions, const char *folder, const char *pattern) {
    DIR *listing = opendir(folder);
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        struct version version = {0};
        struct stat st;
        if (fnmatch(pattern, entry->d_name, 0) != 0 || !read_name(slice_of(entry->d_name), &version) ||
            fstatat(dirfd(listing), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
            continue;
        struct str path = {0};
        str_printf(&path, "%s/%s", folder, entry->d_name);
        version.path = str_steal(&path);
        vec_push(&versions->list, version);
    }
    if (listing) closedir(listing);
    if (versions->list.count)
        qsort(versions->list.items, versions->list.count, sizeof *versions->list.items, newest_first);
}

/* Where the file at path would be put aside. */
static void find_asides(struct versions *versions, const char *path, const char *any) {
    struct str pattern = {0};
    char *folder = slice_copy(path_folder(slice_of(path)));
    str_printf(&pattern, "%s.*" PLACE_ASIDE, any ? any : path_name(path));
    versions_find(versions, folder, str_text(&pattern));
    free(folder);
    str_free(&pattern);
}

void versions_list(struct versions *versions, const char *path) {
    struct str real = {0}, journal = {0}, rescue = {0};
    *versions = (struct versions){0};
    if (*path) place_real(path, &real);
    journal_path(str_slice(&real), &journal, NULL);
    find_asides(versions, str_text(&journal), *path ? NULL : PLACE_JOURNALS_UNNAMED);
    if (*path) {
        draft_rescue_find(path, &rescue);
        find_asides(versions, str_text(&rescue), NULL);
        backups_list(versions, path);
    }
    str_free(&real);
    str_free(&journal);
    str_free(&rescue);
}

void versions_free(struct versions *versions) {
    for (size_t i = 0; i < versions->list.count; i++)
        free(versions->list.items[i].path);
    vec_free(&versions->list);
}

void versions_trim(const struct versions *versions, size_t keep) {
    for (size_t i = keep; i < versions->list.count; i++)
        unlink(versions->list.items[i].path);
}

static struct text *text_of_journal(const struct version *version, struct slice bytes, struct slice base,
                                    struct error *e) {
    struct journal_content content = journal_scan(bytes);
    struct rebuilt rebuilt = journal_rebuild(bytes, &content, base);
    struct text *text = rebuilt.text;
    rebuilt.text = NULL;
    rebuilt_free(&rebuilt);
    if (!text) error_set(e, VERSION_UNREADABLE, version->path);
    return text;
}

struct text *version_text(const struct version *version, struct slice base, struct error *e) {
    struct str bytes = {0};
    struct text *text = NULL;
    if (version->aside && file_read(version->path, SIZE_MAX >> 1, &bytes, e) &&
        (slice_starts(str_slice(&bytes), JOURNAL_MAGIC) || journal_scan(str_slice(&bytes)).end)) {
        text = text_of_journal(version, str_slice(&bytes), base, e);
    } else {
        struct draft *draft = draft_load(version->path, DRAFT_LIMIT, e);
        if (draft) {
            text = draft->text;
            draft->text = NULL;
        }
        draft_free(draft);
    }
    str_free(&bytes);
    return text;
}

bool version_put_aside(const char *path) {
    struct str to = {0};
    struct versions versions = {0};
    int64_t time_ms = moment_now();
    find_asides(&versions, path, NULL);
    /* Newer than the newest, also when the clock has gone back: the oldest goes, not this one. */
    if (versions.list.count && versions.list.items[0].time_ms >= time_ms)
        time_ms = versions.list.items[0].time_ms + 1;
    place_aside(path, time_ms, &to);
    bool ok = rename(path, str_text(&to)) == 0;
    int saved = errno;
    if (ok) versions_trim(&versions, ASIDE_MAX - 1);
    versions_free(&versions);
    str_free(&to);
    errno = saved;
    return ok;
}
