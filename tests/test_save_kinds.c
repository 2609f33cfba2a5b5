/* draft/save: every kind of file of the table in the reliability design. */
#include "draft/save.h"
#include "workplace.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/xattr.h>

#include <cmocka.h>

static void test_permissions_and_attributes_stay(void **state) {
    (void)state;
    work_put("izin.md", SLICE("satu\n"));
    assert_int_equal(chmod("izin.md", 0604), 0);
    bool has_attributes = setxattr("izin.md", "user.catatan", "penting", 7, 0) == 0;
    work_edit_and_save("izin.md", REPLACED, NULL);
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
    work_put("daftar.md", SLICE("satu\n"));
    if (setxattr("daftar.md", "system.posix_acl_access", list, sizeof list, 0) != 0) {
        print_message("access lists: not on this file system\n");
        return;
    }
    work_edit_and_save("daftar.md", REPLACED, NULL);
    assert_int_equal(getxattr("daftar.md", "system.posix_acl_access", got, sizeof got), sizeof list);
    assert_memory_equal(got, list, sizeof list);
}

static void test_links(void **state) {
    (void)state;
    assert_int_equal(mkdir("dalam", 0755), 0);
    work_put("dalam/asli.md", SLICE("satu\n"));
    assert_int_equal(symlink("dalam/asli.md", "l1"), 0);
    assert_int_equal(symlink("l1", "l2"), 0);
    assert_int_equal(symlink("../l2", "dalam/l3"), 0);
    assert_int_equal(symlink("dalam/l3", "l4"), 0);
    char absolute[PATH_MAX];
    assert_true(snprintf(absolute, sizeof absolute, "%s/kerja/l4", work_folder()) > 0);
    assert_int_equal(symlink(absolute, "l5"), 0);
    work_edit_and_save("l5", REPLACED, NULL);
    work_expect("dalam/asli.md", SLICE("Xsatu\n"));
    struct stat st;
    for (const char *const *link = (const char *const[]){"l1", "l2", "dalam/l3", "l4", "l5", NULL}; *link;
         link++) {
        assert_int_equal(lstat(*link, &st), 0);
        assert_true(S_ISLNK(st.st_mode));
    }
    assert_int_equal(chdir("dalam"), 0);
    assert_int_equal(work_clean(), 0);
    assert_int_equal(chdir(".."), 0);

    assert_int_equal(symlink("dalam/kelak.md", "menggantung"), 0);
    struct error e = {0};
    struct draft *draft = draft_new("menggantung");
    work_type(draft, 0, SLICE("Isi"));
    work_expect_saved(draft_save(draft, &(struct save_options){.backups = 5}, &e), &e);
    work_expect("dalam/kelak.md", SLICE("Isi"));
    draft_free(draft);

    assert_int_equal(symlink("putar2", "putar1"), 0);
    assert_int_equal(symlink("putar1", "putar2"), 0);
    draft = draft_new("putar1");
    assert_int_equal(draft_save(draft, &(struct save_options){.backups = 5}, &e), REPLACE_FAILED);
    draft_free(draft);
    error_free(&e);
}

static void test_hard_links_stay(void **state) {
    (void)state;
    static const struct slice contents[] = {SLICE("satu\ndua\n"), SLICE("")};
    for (size_t i = 0; i < 2; i++) {
        work_put("keras.md", contents[i]);
        assert_int_equal(link("keras.md", "kembar.md"), 0);
        ino_t before = work_inode("keras.md");
        work_edit_and_save("keras.md", REPLACED, NULL);
        assert_int_equal(work_inode("keras.md"), before);
        struct str expected = {0};
        str_printf(&expected, "X%.*s", SLICE_ARG(contents[i]));
        work_expect("kembar.md", str_slice(&expected));
        str_free(&expected);

        struct draft *draft = work_load("kembar.md"); /* and shrinks */
        struct str old = {0}, rescue = {0};
        text_copy(draft->text, 0, 1, &old);
        text_apply(draft->text, &(struct edit){.removed = str_slice(&old)});
        struct error e = {0};
        work_expect_saved(draft_save(draft, &(struct save_options){.backups = 5}, &e), &e);
        work_expect("keras.md", contents[i]);
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
    work_put(name, SLICE("satu\n"));
    work_edit_and_save(name, REPLACED, NULL);
    work_expect(name, SLICE("Xsatu\n"));
    name[NAME_MAX] = 'n';
    name[NAME_MAX + 1] = 0;
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_new(name);
    assert_int_equal(draft_save(draft, &(struct save_options){.backups = 5}, &e), REPLACE_FAILED);
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
        work_type(draft, 0, SLICE("Isi"));
        struct save_options over = {.over = SAVE_OVER};
        if (draft_save(draft, &over, &e) != REPLACE_FAILED || !strstr(str_text(&e.text), "not a regular"))
            fail_msg("%s: %s", names[i], str_text(&e.text));
        draft_free(draft);
        error_free(&e);
    }
    struct stat st;
    assert_true(lstat("pipa", &st) == 0 && S_ISFIFO(st.st_mode));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_permissions_and_attributes_stay),
        cmocka_unit_test(test_access_list_stays),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_hard_links_stay),
        cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_what_is_no_file_is_refused),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
