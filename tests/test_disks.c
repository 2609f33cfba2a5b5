/* draft/save on disks that are full, read-only or mounted in odd ways: real ones, in a mount namespace of
 * their own. Where the system allows none, the tests are skipped. */
#include "draft/save.h"
#include "workplace.h"

#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/mount.h>

#include <cmocka.h>

enum { NO_MOUNTS = 77 };

static void write_line(const char *path, const char *line) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0 || write(fd, line, strlen(line)) < 0) _exit(NO_MOUNTS);
    close(fd);
}

/* This user is root there. */
static void map_user(const char *path, unsigned id) {
    char line[40];
    snprintf(line, sizeof line, "0 %u 1", id);
    write_line(path, line);
}

/* From here on this process may mount, and nobody else sees it. */
static void own_mounts(void) {
    unsigned user = geteuid(), group = getegid();
    if (unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0) _exit(NO_MOUNTS);
    if (user != 0) {
        write_line("/proc/self/setgroups", "deny");
        map_user("/proc/self/uid_map", user);
        map_user("/proc/self/gid_map", group);
    }
    if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) _exit(NO_MOUNTS);
}

static void mount_small(const char *folder) {
    if (mount("none", folder, "tmpfs", 0, "size=64k") != 0) _exit(NO_MOUNTS);
}

static void mount_again(const char *what, bool read_only) {
    if (mount(what, what, NULL, MS_BIND, NULL) != 0) _exit(NO_MOUNTS);
    /* refused to a user where the folder of the tests is mounted with options that only root may drop */
    if (read_only && mount("none", what, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) != 0) _exit(NO_MOUNTS);
}

/* Many lines, so that the draft needs several blocks of the disk. */
static void append_lines(struct str *out, int count) {
    for (int i = 0; i < count; i++)
        str_append_text(out, "Sebuah kalimat yang panjang supaya berkas ini tumbuh.\n");
}

static struct draft *edited(const char *path, int lines) {
    struct str more = {0};
    struct draft *draft = draft_load(path, DRAFT_LIMIT, NULL);
    require(draft);
    append_lines(&more, lines);
    work_type(draft, 0, str_slice(&more));
    str_free(&more);
    return draft;
}

/* Saving fails with a sentence, the file is as it was, and the text still is in the editor. */
static void require_refused(const char *path, int lines, size_t backups, const char *word,
                            const char *advice) {
    struct error e = {.lang = LANG_EN};
    struct str before = {0}, text = {0}, kept = {0};
    require(file_read(path, DRAFT_LIMIT, &before, NULL));
    struct draft *draft = edited(path, lines);
    draft_bytes(draft, &text);
    require(draft_save(draft, &(struct save_options){.backups = backups}, &e) == REPLACE_FAILED);
    if (!strstr(str_text(&e.text), word) || !strstr(str_text(&e.text), advice)) {
        fprintf(stderr, "%s: %s\n", path, str_text(&e.text));
        _exit(1);
    }
    require(work_holds(path, str_slice(&before)));
    draft_bytes(draft, &kept);
    require(slice_equal(str_slice(&kept), str_slice(&text)) && draft_is_changed(draft));
    draft_free(draft);
    str_free(&before);
    str_free(&text);
    str_free(&kept);
    error_free(&e);
}

static void require_saved(const char *path, int lines, size_t backups) {
    struct error e = {.lang = LANG_EN};
    struct str text = {0};
    struct draft *draft = edited(path, lines);
    draft_bytes(draft, &text);
    if (draft_save(draft, &(struct save_options){.backups = backups}, &e) != REPLACED) {
        fprintf(stderr, "%s: %s\n", path, str_text(&e.text));
        _exit(1);
    }
    require(work_holds(path, str_slice(&text)) && !draft_is_changed(draft));
    draft_free(draft);
    str_free(&text);
    error_free(&e);
}

static void require_clean(const char *folder) {
    require(chdir(folder) == 0 && work_clean() == 0 && chdir("..") == 0);
}

static void start(const char *folder) {
    own_mounts();
    require(mkdir(folder, 0755) == 0);
}

static void save_on_small_disk(void) {
    struct str half = {0};
    start("kecil");
    mount_small("kecil");
    append_lines(&half, 550); /* 30 KB: no room for it twice */
    work_put("kecil/naskah.md", str_slice(&half));
    require_refused("kecil/naskah.md", 200, 0, "the disk is full", "save elsewhere");
    require_clean("kecil");
    /* Written in place, there is room for some growth, but not for all of it. */
    require(link("kecil/naskah.md", "kecil/kembar.md") == 0);
    ino_t inode = work_inode("kecil/naskah.md");
    require_refused("kecil/naskah.md", 900, 0, "the disk is full", "save elsewhere");
    require_saved("kecil/naskah.md", 200, 0);
    require(work_inode("kecil/naskah.md") == inode);
    require_clean("kecil");
    /* The text is not lost: it can be saved elsewhere. */
    struct draft *draft = edited("kecil/naskah.md", 900);
    require(draft_save_as(draft, "di-tempat-lain.md", &(struct save_options){0}, NULL) == REPLACED);
    draft_free(draft);
    str_free(&half);
}

/* No room for backups and rescue copies: a draft that is renamed into place is saved all the same, and told;
 * one that can only be written in place is not touched without its copy. */
static void save_beside_full_state(void) {
    struct str filling = {0};
    start("keadaan");
    mount_small("keadaan");
    char *state = realpath("keadaan", NULL);
    require(state && setenv("XDG_STATE_HOME", state, 1) == 0);
    free(state);
    while (filling.len < 4096)
        str_append_text(&filling, "x");
    for (int i = 0; i < 16; i++) {
        char name[40];
        snprintf(name, sizeof name, "keadaan/%d", i);
        int fd = open(name, O_WRONLY | O_CREAT, 0600);
        ssize_t n = write(fd, filling.data, filling.len);
        (void)n; /* until it is full */
        close(fd);
    }
    work_put("naskah.md", SLICE("satu\n"));
    struct error e = {.lang = LANG_EN};
    struct draft *draft = edited("naskah.md", 1);
    require(draft_save(draft, &(struct save_options){.backups = 5}, &e) == REPLACED);
    require(strstr(str_text(&draft->notices), "No backup"));
    draft_free(draft);
    require(link("naskah.md", "kembar.md") == 0);
    require_refused("naskah.md", 1, 0, "the disk is full", "save elsewhere");
    str_free(&filling);
    error_free(&e);
}

static void save_on_read_only_disk(void) {
    start("baca");
    work_put("baca/naskah.md", SLICE("satu\n"));
    mount_again("baca", true);
    require_refused("baca/naskah.md", 1, 5, "read-only", "Save elsewhere");
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_new("baca/baru.md");
    work_type(draft, 0, SLICE("Isi\n"));
    require(draft_save(draft, &(struct save_options){0}, &e) == REPLACE_FAILED);
    require(strstr(str_text(&e.text), "read-only"));
    draft_free(draft);
    error_free(&e);
}

/* The draft is a mount point (a file given to a container): it cannot be renamed over. */
static void save_a_mount_point(void) {
    struct str rescue = {0};
    start("pasang");
    work_put("pasang/naskah.md", SLICE("satu\ndua\n"));
    mount_again("pasang/naskah.md", false);
    ino_t inode = work_inode("pasang/naskah.md");
    require_saved("pasang/naskah.md", 100, 5);
    require(work_inode("pasang/naskah.md") == inode);
    require(!draft_rescue_find("pasang/naskah.md", &rescue));
    require_clean("pasang");
    work_put("pasang/tetap.md", SLICE("satu\n"));
    mount_again("pasang/tetap.md", true);
    require_refused("pasang/tetap.md", 1, 5, "read-only", "Save elsewhere");
    require_clean("pasang");
    str_free(&rescue);
}

/* What is looked at is on another disk than its name says. */
static void save_through_a_link(void) {
    start("lain");
    mount_small("lain");
    work_put("lain/naskah.md", SLICE("satu\n"));
    require(symlink("lain/naskah.md", "tautan.md") == 0);
    require_saved("tautan.md", 100, 5);
    require_refused("tautan.md", 2000, 0, "the disk is full", "save elsewhere");
    require_clean("lain");
}

static void run(void (*work)(void)) {
    int status = work_fork(work, false);
    if (status == NO_MOUNTS) skip();
    assert_int_equal(status, 0);
}

#define DISK_TEST(work)                                                                                      \
    static void test_##work(void **state) {                                                                  \
        (void)state;                                                                                         \
        run(work);                                                                                           \
    }
DISK_TEST(save_on_small_disk)
DISK_TEST(save_beside_full_state)
DISK_TEST(save_on_read_only_disk)
DISK_TEST(save_a_mount_point)
DISK_TEST(save_through_a_link)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_save_on_small_disk),     cmocka_unit_test(test_save_beside_full_state),
        cmocka_unit_test(test_save_on_read_only_disk), cmocka_unit_test(test_save_a_mount_point),
        cmocka_unit_test(test_save_through_a_link),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
