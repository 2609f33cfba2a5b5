/* Journals with unsaved work that no session holds. */
#include "base/paths.h"
#include "draft/journal/journal_file.h"
#include "draft/journal/journal_state.h"
#include "draft/journal/places.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <unistd.h>

enum { CLOSED_BYTES = 25 }; /* of that record */

/* Most journals are of sessions that ended well: their last record says so. */
static bool ends_closed(int fd, off_t size) {
    char end[CLOSED_BYTES];
    struct journal_record record;
    size_t at = 0;
    return size >= CLOSED_BYTES && pread(fd, end, CLOSED_BYTES, size - CLOSED_BYTES) == CLOSED_BYTES &&
           journal_decode((struct slice){end, CLOSED_BYTES}, &at, &record) && record.kind == JOURNAL_CLOSED;
}

/* What is left unsaved in the journal at path, read without holding it: another session may want that now. */
static bool read_left(const char *path, struct str *bytes) {
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    bool worth = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
                 st.st_size > 0 && !ends_closed(fd, st.st_size);
    struct journal_file file = {.fd = fd};
    if (worth) journal_file_read(&file, bytes);
    if (fd >= 0) close(fd);
    return worth && journal_has_unsaved(str_slice(bytes));
}

static bool nobody_holds(const char *path) {
    struct journal_file file = {.fd = -1};
    str_append_text(&file.path, path);
    bool free_now = journal_file_open(&file, false) == JOURNAL_HELD;
    journal_file_close(&file);
    str_free(&file.path);
    return free_now;
}

/* The file holds all of it: the session was cut off before it could note that. */
static bool is_on_disk(struct slice disk, const struct text *text) {
    return disk.len == text_length(text) && slice_hash(disk) == text_hash(text);
}

static int64_t time_of(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 ? (int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000 : 0;
}

static bool is_file(const char *path, const struct file_identity *file) {
    struct stat st;
    return stat(path, &st) == 0 && st.st_dev == file->device && st.st_ino == file->inode;
}

/* The entry of the folder that is the file; its name is appended to path. */
static bool find_in(const char *folder, const struct file_identity *file, struct str *path) {
    DIR *listing = opendir(folder);
    bool found = false;
    for (struct dirent *entry; listing && !found && (entry = readdir(listing));) {
        if (entry->d_ino != file->inode || entry->d_name[0] == '.') continue;
        str_clear(path);
        str_printf(path, "%s/%s", folder, entry->d_name);
        found = is_file(str_text(path), file);
    }
    if (listing) closedir(listing);
    return found;
}

/* Where the draft is now: at its path, or in the same folder under another name. */
static char *find_draft(const struct journal_content *content) {
    struct str moved = {0};
    char *path = slice_copy(content->known ? content->saved.path : SLICE(""));
    char *folder = slice_copy(path_folder(slice_of(path)));
    if (*path && content->saved.file.exists && !is_file(path, &content->saved.file) &&
        find_in(folder, &content->saved.file, &moved)) {
        free(path);
        path = slice_copy(str_slice(&moved));
    }
    free(folder);
    str_free(&moved);
    return path;
}

static void add(struct journals_left *left, const char *journal, struct slice bytes) {
    if (!nobody_holds(journal)) return; /* the one of this session too, whose draft may be large */
    struct journal_content content = journal_scan(bytes);
    struct str disk = {0};
    char *path = find_draft(&content);
    bool is_there = *path && file_read(path, JOURNAL_BASE_MAX * 8, &disk, NULL);
    struct rebuilt rebuilt = journal_rebuild(bytes, &content, str_slice(&disk));
    bool done = is_there && rebuilt.text && rebuilt.complete && is_on_disk(str_slice(&disk), rebuilt.text);
    if (!done)
        vec_push(&left->list,
                 (struct journal_left){.journal = slice_copy(slice_of(journal)),
                                       .path = path,
                                       .last_ms = content.last_ms ? content.last_ms : time_of(journal),
                                       .words = rebuilt.text ? text_words(rebuilt.text) : 0});
    else
        free(path);
    rebuilt_free(&rebuilt);
    str_free(&disk);
}

/* Calls visit for each journal of the folder that holds unsaved work, until it says that it is enough. */
static void each_left(const char *folder, const char *pattern,
                      bool (*visit)(void *context, const char *journal, struct slice bytes), void *context) {
    DIR *listing = opendir(folder);
    bool more = true;
    for (struct dirent *entry; listing && more && (entry = readdir(listing));) {
        struct str path = {0}, bytes = {0};
        if (fnmatch(pattern, entry->d_name, FNM_PERIOD) != 0) continue;
        str_printf(&path, "%s/%s", folder, entry->d_name);
        if (read_left(str_text(&path), &bytes)) more = visit(context, str_text(&path), str_slice(&bytes));
        str_free(&path);
        str_free(&bytes);
    }
    if (listing) closedir(listing);
}

static void each_place(bool (*visit)(void *context, const char *journal, struct slice bytes), void *context) {
    struct str folder = {0};
    if (place_journals(&folder)) each_left(str_text(&folder), PLACE_JOURNALS, visit, context);
    each_left(".", PLACE_JOURNALS_BESIDE, visit, context);
    str_free(&folder);
}

static bool add_one(void *context, const char *journal, struct slice bytes) {
    add(context, journal, bytes);
    return true;
}

static int newest_first(const void *a, const void *b) {
    const struct journal_left *x = a, *y = b;
    return (x->last_ms < y->last_ms) - (x->last_ms > y->last_ms);
}

void journals_left(struct journals_left *left) {
    *left = (struct journals_left){0};
    each_place(add_one, left);
    if (left->list.count) qsort(left->list.items, left->list.count, sizeof *left->list.items, newest_first);
}

void journals_left_free(struct journals_left *left) {
    vec_each(struct journal_left, one, &left->list) {
        free(one->journal);
        free(one->path);
    }
    vec_free(&left->list);
}

struct journal_search {
    const struct file_identity *file;
    struct slice real;
    struct str *journal;
};

/* The file had another name when it was written last, and that name does not lead to it any more. */
static bool look_by(void *context, const char *journal, struct slice bytes) {
    struct journal_search *search = context;
    struct journal_content content = journal_scan(bytes);
    if (!content.known || !content.saved.path.len || !content.saved.file.exists ||
        content.saved.file.device != search->file->device ||
        content.saved.file.inode != search->file->inode || slice_equal(content.saved.path, search->real))
        return true;
    char *before = slice_copy(content.saved.path);
    bool found = !is_file(before, search->file) && nobody_holds(journal);
    if (found) str_append_text(search->journal, journal);
    free(before);
    return !found;
}

bool journal_left_by(const struct file_identity *file, struct slice real, struct str *journal) {
    struct journal_search search = {file, real, journal};
    if (file->exists) each_place(look_by, &search);
    return journal->len > 0;
}
