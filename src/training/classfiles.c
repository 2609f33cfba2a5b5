/* What the trainer hands out to the class, and collects from it. */
#include "base/disk.h"
#include "base/file.h"
#include "training/classroom.h"
#include "training/classview.h"
#include "training/lesson.h"
#include "training/messages.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { DRAFT_BYTES = 4 << 20, SHARED_MODE = 0644 };

bool classview_hand_out(struct classview *view, const char *path, struct error *e) {
    struct str bytes = {0}, folder = {0}, name = {0};
    const char *slash = strrchr(path, '/');
    struct slice plain = slice_of(slash ? slash + 1 : path);
    str_append(&name, plain);
    if (!slice_ends(plain, SLICE(".md"))) str_append_text(&name, ".md");
    str_printf(&folder, "%s/%s", str_text(&view->shared), CLASS_LESSONS);
    bool ok = file_read(path, DRAFT_BYTES, &bytes, e);
    if (ok && !disk_publish(str_text(&folder), str_text(&name), str_slice(&bytes), SHARED_MODE))
        ok = error_set(e, CLASS_UNMADE, str_text(&folder), error_reason(e, errno));
    struct str whole = {0};
    str_printf(&whole, "%s/%s", str_text(&folder), str_text(&name));
    struct lesson *lesson = ok ? lesson_load(str_text(&whole), NULL) : NULL;
    if (ok) {
        view->notice.handout = (size_t)time(NULL);
        str_clear(&view->notice.title);
        str_append(&view->notice.title, lesson ? str_slice(&lesson->title) : str_slice(&name));
        ok = notice_write(&view->notice, str_text(&view->shared), e);
    }
    lesson_free(lesson);
    str_free(&whole);
    str_free(&bytes);
    str_free(&folder);
    str_free(&name);
    return ok;
}

static bool is_draft(const char *name) {
    return *name != '.' &&
           (slice_ends(slice_of(name), SLICE(".md")) || slice_ends(slice_of(name), SLICE(".txt")));
}

/* A plain file, and no link. */
static bool read_draft(int folder, const char *name, struct str *bytes) {
    int fd = disk_open(folder, name, O_RDONLY | O_NOFOLLOW, 0);
    bool ok = fd >= 0 && file_read_open(fd, name, DRAFT_BYTES, bytes, NULL, NULL);
    if (fd >= 0) close(fd);
    return ok;
}

/* The drafts in one folder of a participant. */
static size_t collect_folder(const char *from, const char *to) {
    int fd = disk_open(AT_FDCWD, from, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
    DIR *entries = fd >= 0 ? fdopendir(fd) : NULL;
    size_t count = 0;
    if (fd >= 0 && !entries) close(fd);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        struct str bytes = {0};
        if (is_draft(entry->d_name) && read_draft(dirfd(entries), entry->d_name, &bytes) &&
            disk_make_folder(to))
            count += disk_publish(to, entry->d_name, str_slice(&bytes), S_IRUSR | S_IWUSR);
        str_free(&bytes);
    }
    if (entries) closedir(entries);
    return count;
}

/* What she has open counts as it stands on her screen. */
static void collect_open(const struct class_person *person, const char *to) {
    struct str bytes = {0};
    const char *slash = strrchr(str_text(&person->where.draft), '/');
    const char *name = slash ? slash + 1 : str_text(&person->where.draft);
    if (is_draft(name) && !strchr(name, '/') && whereabouts_read_text(&bytes, str_text(&person->folder)) &&
        disk_make_folder(to))
        disk_publish(to, name, str_slice(&bytes), S_IRUSR | S_IWUSR);
    str_free(&bytes);
}

static void name_folder(const struct classview *view, int64_t now, struct str *out) {
    time_t at = (time_t)now;
    struct tm tm = {0};
    char moment[32] = "";
    if (localtime_r(&at, &tm)) strftime(moment, sizeof moment, "%Y-%m-%d-%H%M%S", &tm);
    str_clear(out);
    str_printf(out, "%s/%s/%s", str_text(&view->folder), CLASS_COLLECTED, moment);
}

bool classview_collect(struct classview *view, int64_t now, struct str *out, size_t *count, struct error *e) {
    struct str from = {0}, to = {0};
    *count = 0;
    name_folder(view, now, out);
    bool ok =
        disk_make_folder(str_text(out)) || error_set(e, CLASS_UNMADE, str_text(out), error_reason(e, errno));
    vec_each(const struct class_person, person, &view->people) {
        if (!ok) break;
        str_clear(&to);
        str_clear(&from);
        str_printf(&to, "%s/%s", str_text(out), str_text(&person->who->login));
        str_printf(&from, "%s/%s", str_text(&person->folder), CLASS_LESSONS);
        *count += collect_folder(str_text(&person->folder), str_text(&to));
        *count += collect_folder(str_text(&from), str_text(&to));
        if (person->known) collect_open(person, str_text(&to));
    }
    str_free(&from);
    str_free(&to);
    return ok;
}
