/* draft/save: what is written, and every kind of file of the table in the reliability design. */
#include "base/disk.h"
#include "draft/backup.h"
#include "draft/save.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/sunting-save-XXXXXX";
static const struct save_options usual = {.backups = 5};

static int enter_folder(void **state) {
    (void)state;
    umask(022);
    if (!mkdtemp(folder) || chdir(folder) != 0 || mkdir("kerja", 0755) != 0) return -1;
    setenv("XDG_STATE_HOME", folder, 1);
    return chdir("kerja");
}

static int leave_folder(void **state) {
    (void)state;
    char command[80];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") || system(command);
}

static void put(const char *name, struct slice bytes) {
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    assert_true(fd >= 0);
    assert_true(disk_write(fd, bytes));
    close(fd);
}

static void assert_file(const char *name, struct slice expected) {
    struct str got = {0};
    assert_true(file_read(name, DRAFT_LIMIT, &got, NULL));
    assert_int_equal(got.len, expected.len);
    assert_memory_equal(str_text(&got), expected.data, expected.len);
    str_free(&got);
}

static void type(struct draft *draft, size_t at, struct slice inserted) {
    struct edit edit = {.offset = at, .inserted = inserted};
    text_apply(draft->text, &edit);
}

static struct draft *load(const char *name) {
    struct draft *draft = draft_load(name, DRAFT_LIMIT, NULL);
    assert_non_null(draft);
    return draft;
}

static void assert_saved(enum replaced result, struct error *e) {
    if (result != REPLACED) fail_msg("result %d: %s", result, str_text(&e->text));
}

/* Nothing but the files named may be left: no temporary file. */
static void assert_no_temporary(const char *name) {
    DIR *d = opendir(name);
    assert_non_null(d);
    for (struct dirent *entry; (entry = readdir(d));)
        if (strstr(entry->d_name, ".sunting-")) fail_msg("left behind: %s", entry->d_name);
    closedir(d);
}

/* Loads, types "X" at the start, saves. */
static void edit_and_save(const char *name, enum replaced expected, const char *word) {
    struct error e = {.lang = LANG_EN};
    struct draft *draft = load(name);
    type(draft, 0, SLICE("X"));
    enum replaced result = draft_save(draft, &usual, &e);
    if (result != expected) fail_msg("%s: result %d: %s", name, result, str_text(&e.text));
    if (word && !strstr(str_text(&e.text), word)) fail_msg("%s: says %s", name, str_text(&e.text));
    draft_free(draft);
    error_free(&e);
    assert_no_temporary(".");
}

static void test_form_of_the_file_stays(void **state) {
    (void)state;
    static const struct {
        struct slice before, after;
    } cases[] = {
        {SLICE("satu\ndua\n"), SLICE("Xsatu\ndua\n")},
        {SLICE("satu\ndua"), SLICE("Xsatu\ndua")},
        {SLICE(""), SLICE("X")},
        {SLICE("satu\r\ndua\r\n"), SLICE("Xsatu\r\ndua\r\n")},
        {SLICE("satu\r\ndua\n"), SLICE("Xsatu\r\ndua\n")},
        {SLICE("\xEF\xBB\xBFsatu\r\n"), SLICE("\xEF\xBB\xBFXsatu\r\n")},
        {SLICE("\xFF\xFEs\0a\0\r\0\n\0"), SLICE("Xsa\r\n")},
        {SLICE("\x93satu\x94 dan dua\n"), SLICE("X\xE2\x80\x9Csatu\xE2\x80\x9D dan dua\n")},
        {SLICE("kafe \xC3\xA9 rusak \x9D di sini"), SLICE("Xkafe \xC3\xA9 rusak \x9D di sini")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put("naskah.md", cases[i].before);
        struct draft *draft = load("naskah.md");
        struct error e = {0};
        struct file_identity before = draft->disk;
        assert_false(draft_is_changed(draft));
        assert_saved(draft_save(draft, &usual, &e), &e);
        assert_true(file_seems_same("naskah.md", &before)); /* not written at all */
        assert_file("naskah.md", cases[i].before);
        type(draft, 0, SLICE("X"));
        assert_true(draft_is_changed(draft));
        assert_saved(draft_save(draft, &usual, &e), &e);
        assert_file("naskah.md", cases[i].after);
        assert_false(draft_is_changed(draft));
        assert_true(file_seems_same("naskah.md", &draft->disk));
        assert_int_equal(draft_file_offset(draft, text_length(draft->text)), cases[i].after.len);
        type(draft, 0, SLICE("Y"));
        assert_saved(draft_save(draft, &usual, &e), &e); /* its own version is the expected one */
        draft_free(draft);
        error_free(&e);
    }
    assert_no_temporary(".");
}

static void test_new_file(void **state) {
    (void)state;
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_new("baru.md");
    type(draft, 0, SLICE("Isi\n"));
    assert_saved(draft_save(draft, &usual, &e), &e);
    assert_file("baru.md", SLICE("Isi\n"));
    struct stat st;
    assert_int_equal(stat("baru.md", &st), 0);
    assert_int_equal(st.st_mode & 07777, 0644);
    draft_free(draft);

    draft = draft_new("baru.md"); /* somebody else made it meanwhile */
    type(draft, 0, SLICE("Lain\n"));
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_CHANGED);
    assert_file("baru.md", SLICE("Isi\n"));
    draft_free(draft);

    draft = draft_new("tidak/ada/baru.md");
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_FAILED);
    assert_non_null(strstr(str_text(&e.text), "folder does not exist"));
    draft_free(draft);
    error_free(&e);
}

static void test_changes_outside_are_seen(void **state) {
    (void)state;
    struct error e = {0};
    put("naskah.md", SLICE("satu\n"));
    struct draft *draft = load("naskah.md");
    type(draft, 0, SLICE("X"));

    put("naskah.md", SLICE("dua!\n")); /* the same size */
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_CHANGED);
    assert_file("naskah.md", SLICE("dua!\n"));

    unlink("naskah.md");
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_GONE);
    assert_int_equal(access("naskah.md", F_OK), -1);
    struct save_options recreate = {.over = SAVE_RECREATE};
    assert_saved(draft_save(draft, &recreate, &e), &e);
    assert_file("naskah.md", SLICE("Xsatu\n"));

    put("lain.md", SLICE("Xsatu\n")); /* another file with the same content: nothing is lost */
    assert_int_equal(rename("lain.md", "naskah.md"), 0);
    type(draft, 0, SLICE("Y"));
    assert_saved(draft_save(draft, &usual, &e), &e);

    put("naskah.md", SLICE("tiga\n"));
    type(draft, 0, SLICE("Z"));
    struct save_options over = {.over = SAVE_OVER};
    assert_saved(draft_save(draft, &over, &e), &e);
    assert_file("naskah.md", SLICE("ZYXsatu\n"));
    draft_free(draft);
    error_free(&e);
}

/* Nothing was edited, so there is nothing to write; but the file must be there for it to be saved. */
static void test_changes_outside_are_seen_without_edits(void **state) {
    (void)state;
    struct error e = {0};
    put("naskah.md", SLICE("satu\n"));
    struct draft *draft = load("naskah.md");
    put("naskah.md", SLICE("dua!\n"));
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_CHANGED);
    assert_file("naskah.md", SLICE("dua!\n"));
    unlink("naskah.md");
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_GONE);
    assert_int_equal(access("naskah.md", F_OK), -1);
    draft_free(draft);
    error_free(&e);
}

static void test_permissions_and_attributes_stay(void **state) {
    (void)state;
    put("izin.md", SLICE("satu\n"));
    assert_int_equal(chmod("izin.md", 0604), 0);
    bool has_attributes = setxattr("izin.md", "user.catatan", "penting", 7, 0) == 0;
    edit_and_save("izin.md", REPLACED, NULL);
    struct stat st;
    assert_int_equal(stat("izin.md", &st), 0);
    assert_int_equal(st.st_mode & 07777, 0604);
    char value[16];
    if (has_attributes)
        assert_int_equal(getxattr("izin.md", "user.catatan", value, sizeof value), 7);
    else
        print_message("user attributes: not on this file system\n");
}

static void test_access_list_stays(void **state) {
    (void)state;
    /* user::rw- user:65534:r-- group::r-- mask::r-- other::--- */
    static const unsigned char list[] = {2, 0,   0,   0,   1,   0,   6,  0, 255, 255, 255, 255, 2,   0,  4,
                                         0, 254, 255, 0,   0,   4,   0,  4, 0,   255, 255, 255, 255, 16, 0,
                                         4, 0,   255, 255, 255, 255, 32, 0, 0,   0,   255, 255, 255, 255};
    char got[64];
    put("daftar.md", SLICE("satu\n"));
    if (setxattr("daftar.md", "system.posix_acl_access", list, sizeof list, 0) != 0) {
        print_message("access lists: not on this file system\n");
        return;
    }
    edit_and_save("daftar.md", REPLACED, NULL);
    assert_int_equal(getxattr("daftar.md", "system.posix_acl_access", got, sizeof got), sizeof list);
    assert_memory_equal(got, list, sizeof list);
}

static ino_t inode_of(const char *name) {
    struct stat st;
    assert_int_equal(lstat(name, &st), 0);
    return st.st_ino;
}

static void test_links(void **state) {
    (void)state;
    assert_int_equal(mkdir("dalam", 0755), 0);
    put("dalam/asli.md", SLICE("satu\n"));
    assert_int_equal(symlink("dalam/asli.md", "l1"), 0);
    assert_int_equal(symlink("l1", "l2"), 0);
    assert_int_equal(symlink("../l2", "dalam/l3"), 0);
    assert_int_equal(symlink("dalam/l3", "l4"), 0);
    char absolute[PATH_MAX];
    assert_true(snprintf(absolute, sizeof absolute, "%s/kerja/l4", folder) > 0);
    assert_int_equal(symlink(absolute, "l5"), 0);
    edit_and_save("l5", REPLACED, NULL);
    assert_file("dalam/asli.md", SLICE("Xsatu\n"));
    struct stat st;
    for (const char *const *link = (const char *const[]){"l1", "l2", "dalam/l3", "l4", "l5", NULL}; *link;
         link++) {
        assert_int_equal(lstat(*link, &st), 0);
        assert_true(S_ISLNK(st.st_mode));
    }
    assert_no_temporary("dalam");

    assert_int_equal(symlink("dalam/kelak.md", "menggantung"), 0);
    struct error e = {0};
    struct draft *draft = draft_new("menggantung");
    type(draft, 0, SLICE("Isi"));
    assert_saved(draft_save(draft, &usual, &e), &e);
    assert_file("dalam/kelak.md", SLICE("Isi"));
    draft_free(draft);

    assert_int_equal(symlink("putar2", "putar1"), 0);
    assert_int_equal(symlink("putar1", "putar2"), 0);
    draft = draft_new("putar1");
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_FAILED);
    draft_free(draft);
    error_free(&e);
}

static void test_hard_links_stay(void **state) {
    (void)state;
    static const struct slice contents[] = {SLICE("satu\ndua\n"), SLICE("")};
    for (size_t i = 0; i < 2; i++) {
        put("keras.md", contents[i]);
        assert_int_equal(link("keras.md", "kembar.md"), 0);
        ino_t before = inode_of("keras.md");
        edit_and_save("keras.md", REPLACED, NULL);
        assert_int_equal(inode_of("keras.md"), before);
        struct str expected = {0};
        str_printf(&expected, "X%.*s", SLICE_ARG(contents[i]));
        assert_file("kembar.md", str_slice(&expected));
        str_free(&expected);

        struct draft *draft = load("kembar.md"); /* and shrinks */
        struct str old = {0}, rescue = {0};
        text_copy(draft->text, 0, 1, &old);
        text_apply(draft->text, &(struct edit){.removed = str_slice(&old)});
        struct error e = {0};
        assert_saved(draft_save(draft, &usual, &e), &e);
        assert_file("keras.md", contents[i]);
        assert_true(file_seems_same("keras.md", &draft->disk));
        assert_false(draft_rescue_find("keras.md", &rescue));
        draft_free(draft);
        str_free(&old);
        str_free(&rescue);
        unlink("keras.md");
        unlink("kembar.md");
    }
}

static void test_long_name(void **state) {
    (void)state;
    char name[NAME_MAX + 2];
    memset(name, 'n', sizeof name);
    name[NAME_MAX] = 0;
    put(name, SLICE("satu\n"));
    edit_and_save(name, REPLACED, NULL);
    assert_file(name, SLICE("Xsatu\n"));
    name[NAME_MAX] = 'n';
    name[NAME_MAX + 1] = 0;
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_new(name);
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_FAILED);
    assert_non_null(strstr(str_text(&e.text), "too long"));
    draft_free(draft);
    error_free(&e);
}

static void test_what_is_no_file_is_refused(void **state) {
    (void)state;
    assert_int_equal(mkfifo("pipa", 0600), 0);
    assert_int_equal(mkdir("map", 0755), 0);
    static const char *const names[] = {"pipa", "map", "map/", ".", "/dev/full", "/proc/self/comm", "/"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct error e = {.lang = LANG_EN};
        struct draft *draft = draft_new(names[i]);
        type(draft, 0, SLICE("Isi"));
        struct save_options over = {.over = SAVE_OVER};
        if (draft_save(draft, &over, &e) != REPLACE_FAILED || !strstr(str_text(&e.text), "not a regular"))
            fail_msg("%s: %s", names[i], str_text(&e.text));
        draft_free(draft);
        error_free(&e);
    }
    struct stat st;
    assert_true(lstat("pipa", &st) == 0 && S_ISFIFO(st.st_mode));
}

/* Runs check as the user nobody, where the tests run as root. */
static void as_nobody(void (*check)(void)) {
    if (geteuid() != 0) {
        check();
        return;
    }
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        char own[sizeof folder + 16];
        snprintf(own, sizeof own, "%s/nobody", folder);
        mkdir(own, 0777);
        if (chown(own, 65534, 65534) || chown("..", 65534, 65534) || setenv("XDG_STATE_HOME", own, 1))
            _exit(3);
        if (setgid(65534) || setuid(65534)) _exit(3);
        check();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* In a child an assertion cannot reach cmocka, so it is an exit status. */
#define require(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                  \
            _exit(1);                                                                                        \
        }                                                                                                    \
    } while (0)

static void save_in_closed_folder(void) {
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_load("tutup/naskah.md", DRAFT_LIMIT, &e);
    require(draft);
    type(draft, 0, SLICE("X"));
    require(draft_save(draft, &usual, &e) == REPLACED);
    draft_free(draft);
    draft = draft_new("tutup/baru.md");
    require(draft_save(draft, &usual, &e) == REPLACE_FAILED);
    require(strstr(str_text(&e.text), "may not write"));
    draft_free(draft);
    error_free(&e);
}

static void save_file_of_another(void) {
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_load("umum/milik-root.md", DRAFT_LIMIT, &e);
    require(draft);
    type(draft, 0, SLICE("X"));
    require(draft_save(draft, &usual, &e) == REPLACED);
    draft_free(draft);
    draft = draft_load("umum/hanya-baca.md", DRAFT_LIMIT, &e);
    require(draft);
    type(draft, 0, SLICE("X"));
    require(draft_save(draft, &usual, &e) == REPLACE_FAILED);
    require(strstr(str_text(&e.text), "may not write"));
    draft_free(draft);
    error_free(&e);
}

static void test_folder_that_may_not_be_written(void **state) {
    (void)state;
    assert_int_equal(mkdir("tutup", 0755), 0);
    put("tutup/naskah.md", SLICE("satu\n"));
    assert_int_equal(chmod("tutup/naskah.md", 0666), 0);
    if (geteuid() != 0) assert_int_equal(chmod("tutup", 0555), 0);
    ino_t before = inode_of("tutup/naskah.md");
    as_nobody(save_in_closed_folder);
    assert_file("tutup/naskah.md", SLICE("Xsatu\n"));
    assert_int_equal(inode_of("tutup/naskah.md"), before);
    chmod("tutup", 0755);
}

static void test_owner_stays(void **state) {
    (void)state;
    if (geteuid() != 0) {
        print_message("another owner: needs root\n");
        return;
    }
    assert_int_equal(mkdir("umum", 0777), 0);
    assert_int_equal(chmod("umum", 0777), 0);
    put("umum/milik-root.md", SLICE("satu\n"));
    put("umum/hanya-baca.md", SLICE("satu\n"));
    assert_int_equal(chmod("umum/milik-root.md", 0666), 0);
    assert_int_equal(chmod("umum/hanya-baca.md", 0644), 0);
    as_nobody(save_file_of_another);
    struct stat st;
    assert_int_equal(stat("umum/milik-root.md", &st), 0);
    assert_int_equal(st.st_uid, 0);
    assert_int_equal(st.st_mode & 0777, 0666);
    assert_file("umum/milik-root.md", SLICE("Xsatu\n"));
    assert_file("umum/hanya-baca.md", SLICE("satu\n"));

    put("milik-lain.md", SLICE("satu\n")); /* and root keeps the owner of a file it edits */
    assert_int_equal(chown("milik-lain.md", 65534, 65534), 0);
    assert_int_equal(chmod("milik-lain.md", 0600), 0);
    edit_and_save("milik-lain.md", REPLACED, NULL);
    assert_int_equal(stat("milik-lain.md", &st), 0);
    assert_int_equal(st.st_uid, 65534);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void save_on_full_disk(void) {
    struct error e = {.lang = LANG_EN};
    struct rlimit small = {4096, 4096};
    struct draft *draft = draft_load("penuh.md", DRAFT_LIMIT, &e);
    require(draft);
    signal(SIGXFSZ, SIG_IGN);
    require(setrlimit(RLIMIT_FSIZE, &small) == 0);
    for (int i = 0; i < 500; i++)
        type(draft, 0, SLICE("kalimat baru\n"));
    struct save_options plain = {0};
    require(draft_save(draft, &plain, &e) == REPLACE_FAILED);
    require(strstr(str_text(&e.text), "ulimit"));
    require(draft_is_changed(draft));
    draft_free(draft);
    error_free(&e);
}

static void test_full_disk(void **state) {
    (void)state;
    for (int linked = 0; linked < 2; linked++) {
        put("penuh.md", SLICE("satu\n"));
        if (linked) assert_int_equal(link("penuh.md", "penuh-2.md"), 0);
        pid_t child = fork();
        if (child == 0) {
            save_on_full_disk();
            _exit(0);
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        assert_file("penuh.md", SLICE("satu\n"));
        assert_no_temporary(".");
    }
}

static void test_left_overs_are_removed(void **state) {
    (void)state;
    put("sisa.md", SLICE("satu\n"));
    put(".sisa.md.sunting-00c0ffee", SLICE("lama"));
    put(".sisa.md.sunting-12345678", SLICE("baru"));
    struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(AT_FDCWD, ".sisa.md.sunting-00c0ffee", old, 0), 0);
    struct error e = {0};
    struct draft *draft = load("sisa.md");
    type(draft, 0, SLICE("X"));
    assert_saved(draft_save(draft, &usual, &e), &e);
    assert_int_equal(access(".sisa.md.sunting-00c0ffee", F_OK), -1);
    assert_int_equal(access(".sisa.md.sunting-12345678", F_OK), 0); /* another session's, perhaps */
    unlink(".sisa.md.sunting-12345678");
    draft_free(draft);
    error_free(&e);
}

static void test_save_as_and_copy(void **state) {
    (void)state;
    struct error e = {0};
    put("asal.md", SLICE("satu\r\n"));
    put("ada.md", SLICE("ada\n"));
    struct draft *draft = load("asal.md");
    type(draft, 0, SLICE("X"));
    assert_int_equal(draft_save_as(draft, "ada.md", &usual, &e), REPLACE_CHANGED);
    assert_string_equal(draft->path, "asal.md");
    assert_true(draft->disk.exists && draft_is_changed(draft));
    assert_saved(draft_save_copy(draft, "salinan.md", SAVE_EXPECTED, &e), &e);
    assert_file("salinan.md", SLICE("Xsatu\r\n"));
    assert_true(draft_is_changed(draft));
    assert_saved(draft_save_as(draft, "baru-nama.md", &usual, &e), &e);
    assert_string_equal(draft->path, "baru-nama.md");
    assert_file("baru-nama.md", SLICE("Xsatu\r\n"));
    assert_file("asal.md", SLICE("satu\r\n"));
    assert_file("ada.md", SLICE("ada\n"));
    draft_free(draft);
    error_free(&e);
}

static void test_backups(void **state) {
    (void)state;
    struct error e = {0};
    put("cadang.md", SLICE("0\r\n"));
    struct draft *draft = load("cadang.md");
    struct save_options three = {.backups = 3};
    for (char c = '1'; c <= '5'; c++) {
        type(draft, 0, (struct slice){&c, 1});
        assert_saved(draft_save(draft, &three, &e), &e);
    }
    struct backups backups;
    backups_list(&backups, "./cadang.md");
    assert_int_equal(backups.list.count, 3);
    assert_file(backups.list.items[0].path, SLICE("43210\r\n"));
    assert_file(backups.list.items[2].path, SLICE("210\r\n"));
    assert_int_equal(backups.list.items[2].size, 5);
    struct stat st;
    assert_int_equal(stat(backups.list.items[0].path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);

    struct draft_edit made;
    assert_true(backup_restore(&made, draft->text, &backups.list.items[2], &e));
    assert_int_equal(made.removed.len, 3); /* only what differs */
    text_apply(draft->text, &made.edit);
    draft_edit_free(&made);
    assert_saved(draft_save(draft, &three, &e), &e);
    assert_file("cadang.md", SLICE("210\r\n"));
    assert_string_equal(str_text(&draft->notices), "");
    backups_free(&backups);
    draft_free(draft);
    error_free(&e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_form_of_the_file_stays),
        cmocka_unit_test(test_new_file),
        cmocka_unit_test(test_changes_outside_are_seen),
        cmocka_unit_test(test_changes_outside_are_seen_without_edits),
        cmocka_unit_test(test_permissions_and_attributes_stay),
        cmocka_unit_test(test_access_list_stays),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_hard_links_stay),
        cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_what_is_no_file_is_refused),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_left_overs_are_removed),
        cmocka_unit_test(test_save_as_and_copy),
        cmocka_unit_test(test_backups),
        cmocka_unit_test(test_owner_stays),
        cmocka_unit_test(test_folder_that_may_not_be_written),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
