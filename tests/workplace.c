#include "workplace.h"

#include "base/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <cmocka.h>

static char folder[] = "/tmp/sunting-work-XXXXXX";

int work_enter(void **state) {
    (void)state;
    umask(022);
    if (!mkdtemp(folder) || chdir(folder) != 0 || mkdir("kerja", 0755) != 0) return -1;
    setenv("XDG_STATE_HOME", folder, 1);
    return chdir("kerja");
}

int work_leave(void **state) {
    (void)state;
    char command[80];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") || system(command);
}

const char *work_folder(void) {
    return folder;
}

void work_put(const char *name, struct slice bytes) {
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    assert_true(fd >= 0);
    assert_true(disk_write(fd, bytes));
    close(fd);
}

bool work_holds(const char *name, struct slice expected) {
    struct str got = {0};
    bool same = file_read(name, DRAFT_LIMIT, &got, NULL) && slice_equal(str_slice(&got), expected);
    str_free(&got);
    return same;
}

void work_expect(const char *name, struct slice expected) {
    struct str got = {0};
    assert_true(file_read(name, DRAFT_LIMIT, &got, NULL));
    assert_int_equal(got.len, expected.len);
    assert_memory_equal(str_text(&got), expected.data, expected.len);
    str_free(&got);
}

ino_t work_inode(const char *name) {
    struct stat st;
    assert_int_equal(lstat(name, &st), 0);
    return st.st_ino;
}

size_t work_clean(void) {
    size_t count = 0;
    DIR *d = opendir(".");
    for (struct dirent *entry; d && (entry = readdir(d));)
        if (strstr(entry->d_name, ".sunting-")) {
            count++;
            unlink(entry->d_name);
        }
    if (d) closedir(d);
    return count;
}

size_t work_open_files(void) {
    size_t count = 0;
    DIR *d = opendir("/proc/self/fd");
    while (d && readdir(d))
        count++;
    if (d) closedir(d);
    return count;
}

struct draft *work_load(const char *name) {
    struct draft *draft = draft_load(name, DRAFT_LIMIT, NULL);
    assert_non_null(draft);
    return draft;
}

void work_type(struct draft *draft, size_t at, struct slice inserted) {
    struct edit edit = {.offset = at, .inserted = inserted};
    text_apply(draft->text, &edit);
}

void work_edit_and_save(const char *name, enum replaced expected, const char *word) {
    struct error e = {.lang = LANG_EN};
    struct draft *draft = work_load(name);
    work_type(draft, 0, SLICE("X"));
    enum replaced result = draft_save(draft, &(struct save_options){.backups = 5}, &e);
    if (result != expected) fail_msg("%s: result %d: %s", name, result, str_text(&e.text));
    if (word && !strstr(str_text(&e.text), word)) fail_msg("%s: says %s", name, str_text(&e.text));
    draft_free(draft);
    error_free(&e);
    assert_int_equal(work_clean(), 0);
}

void work_expect_saved(enum replaced result, const struct error *e) {
    if (result != REPLACED) fail_msg("result %d: %s", result, str_text(&e->text));
}

static void become_nobody(void) {
    enum { NOBODY = 65534 };
    char own[sizeof folder + 16];
    snprintf(own, sizeof own, "%s/nobody", folder);
    mkdir(own, 0777);
    if (chown(own, NOBODY, NOBODY) || chown(folder, NOBODY, NOBODY) || setenv("XDG_STATE_HOME", own, 1) ||
        setgid(NOBODY) || setuid(NOBODY))
        _exit(3);
}

int work_fork(void (*work)(void), bool as_nobody) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (as_nobody && geteuid() == 0) become_nobody();
        work();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
