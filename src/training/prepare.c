#include "training/prepare.h"

#include "base/disk.h"
#include "base/file.h"
#include "base/paths.h"
#include "training/lesson.h"
#include "training/messages.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BYTES = 1 << 20 };
enum { OPEN_TO_ALL = 0755, PASSABLE = 0711, READABLE = 0644, SCRIPT = 0700 };

/* The name stands in scripts and in sshd_config. */
static bool is_plain(const char *path) {
    for (const char *c = path; *c; c++) {
        bool letter = (*c | 32) >= 'a' && (*c | 32) <= 'z', digit = *c >= '0' && *c <= '9';
        if (!letter && !digit && !strchr("./_-", *c)) return false;
    }
    return *path == '/';
}

static bool failed(struct error *e, const char *path) {
    return error_set(e, CLASS_UNMADE, path, error_reason(e, errno));
}

/* A folder below that of the class, with this mode; an old one keeps its own. */
static bool make_folder(const char *folder, const char *below, mode_t mode, struct error *e) {
    struct str path = {0};
    struct stat st;
    str_printf(&path, "%s/%s", folder, below);
    bool there = stat(str_text(&path), &st) == 0;
    bool ok = disk_make_folder(str_text(&path)) && (there || chmod(str_text(&path), mode) == 0);
    if (!ok) failed(e, str_text(&path));
    str_free(&path);
    return ok;
}

static bool make_file(const char *folder, const char *name, struct slice bytes, mode_t mode,
                      struct error *e) {
    struct str path = {0};
    str_printf(&path, "%s/%s", folder, name);
    bool ok = disk_put(folder, name, bytes) && chmod(str_text(&path), mode) == 0;
    if (!ok) failed(e, str_text(&path));
    str_free(&path);
    return ok;
}

/* A lesson that the trainer has changed, or put there, stays. */
static bool copy_lesson(const char *name, const char *to, struct error *e) {
    struct str from = {0}, bytes = {0}, file = {0}, there = {0};
    str_printf(&file, "%s.md", name);
    str_printf(&there, "%s/%s", to, str_text(&file));
    bool ok = access(str_text(&there), F_OK) == 0 ||
              (lesson_path(NULL, name, &from) && file_read(str_text(&from), FILE_BYTES, &bytes, e) &&
               make_file(to, str_text(&file), str_slice(&bytes), READABLE, e));
    str_free(&from);
    str_free(&bytes);
    str_free(&file);
    str_free(&there);
    return ok;
}

static bool copy_lessons(const char *folder, struct error *e) {
    struct lesson_names names = {0};
    struct str to = {0};
    bool ok = true;
    str_printf(&to, "%s/%s/%s", folder, CLASS_SHARED, CLASS_LESSONS);
    lesson_names_find(NULL, &names);
    for (size_t i = 0; ok && i < names.list.count; i++)
        ok = copy_lesson(names.list.items[i], str_text(&to), e);
    lesson_names_free(&names);
    str_free(&to);
    return ok;
}

/* Home, drafts, and the lines that the report takes name, office and login from. */
static bool make_person(const char *folder, const struct roster_person *person, struct error *e) {
    struct str home = {0}, settings = {0}, bytes = {0};
    str_printf(&home, "%s/%s/%s", str_text(&person->login), CLASS_DRAFTS, ".config/sunting");
    str_printf(&settings, "%s/%s", folder, str_text(&home));
    str_printf(&bytes, "%s\n%s\n%s\n", str_text(&person->name), str_text(&person->office),
               str_text(&person->login));
    bool ok = make_folder(folder, str_text(&person->login), PASSABLE, e) &&
              make_folder(folder, str_text(&home), SCRIPT, e) &&
              make_file(str_text(&settings), "peserta", str_slice(&bytes), READABLE, e);
    str_free(&home);
    str_free(&settings);
    str_free(&bytes);
    return ok;
}

/* The script comes with the program; what it is about stands in its first lines. */
static bool make_script(const struct prepare *prepare, struct error *e) {
    char program[PATH_MAX] = "";
    struct str path = {0}, bytes = {0}, made = {0};
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
    program[n > 0 ? n : 0] = 0;
    path_data(&path, "lessons");
    str_append_text(&path, "/akun.sh");
    bool ok = file_read(str_text(&path), FILE_BYTES, &bytes, e);
    ok = ok && (is_plain(program) || error_set(e, CLASS_NAME, program));
    struct slice rest = str_slice(&bytes);
    str_printf(&made, "%.*s\n", SLICE_ARG(slice_cut(&rest, '\n')));
    str_printf(&made, "folder=%s\nsunting=%s\n", prepare->folder, program);
    str_append(&made, rest);
    ok = ok && make_file(prepare->folder, "akun.sh", str_slice(&made), SCRIPT, e);
    str_free(&path);
    str_free(&bytes);
    str_free(&made);
    return ok;
}

static bool write_lists(const struct prepare *prepare, const struct roster *roster, struct error *e) {
    struct str list = {0}, sheet = {0};
    roster_append(roster, &list);
    sheet_append(roster, prepare->host, e ? e->lang : LANG_ID, &sheet);
    bool ok = make_file(prepare->folder, CLASS_ROSTER, str_slice(&list), S_IRUSR | S_IWUSR, e) &&
              make_file(prepare->folder, "lembar.html", str_slice(&sheet), S_IRUSR | S_IWUSR, e);
    str_free(&list);
    str_free(&sheet);
    return ok;
}

static bool make_all(const struct prepare *prepare, const struct roster *roster, struct error *e) {
    const char *folder = prepare->folder;
    bool ok = make_folder(folder, ".", PASSABLE, e) && chmod(folder, PASSABLE) == 0 &&
              make_folder(folder, CLASS_SHARED, OPEN_TO_ALL, e) &&
              make_folder(folder, CLASS_SHARED "/" CLASS_LESSONS, OPEN_TO_ALL, e) && copy_lessons(folder, e);
    for (size_t i = 0; ok && i < roster->people.count; i++)
        if (roster->people.items[i].fresh) ok = make_person(folder, &roster->people.items[i], e);
    return ok && make_script(prepare, e) && write_lists(prepare, roster, e);
}

bool prepare_class(const struct prepare *prepare, struct str *told, struct error *e) {
    struct roster roster = {0};
    struct str kept = {0};
    if (!is_plain(prepare->folder)) return error_set(e, CLASS_NAME, prepare->folder);
    str_printf(&kept, "%s/%s", prepare->folder, CLASS_ROSTER);
    bool ok = roster_read(&roster, str_text(&kept), e);
    size_t before = roster.people.count;
    ok = ok && roster_add(&roster, prepare->csv, told, e) && make_all(prepare, &roster, e);
    if (ok)
        message(told, e ? e->lang : LANG_ID, CLASS_MADE, roster.people.count - before, before,
                prepare->folder, prepare->folder, prepare->folder);
    roster_free(&roster);
    str_free(&kept);
    return ok;
}
