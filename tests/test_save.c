/* draft/save: what is written, and when. */
#include "base/disk.h"
#include "draft/forget.h"
#include "draft/journal/places.h"
#include "draft/save.h"
#include "draft/version.h"
#include "texts.h"
#include "workplace.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct save_options usual = {.backups = 5};

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
        work_put("naskah.md", cases[i].before);
        struct draft *draft = work_load("naskah.md");
        struct error e = {0};
        struct file_identity before = draft->disk;
        assert_false(draft_is_changed(draft));
        work_expect_saved(draft_save(draft, &usual, &e), &e);
        assert_true(file_seems_same("naskah.md", &before)); /* not written at all */
        work_expect("naskah.md", cases[i].before);
        work_type(draft, 0, SLICE("X"));
        assert_true(draft_is_changed(draft));
        work_expect_saved(draft_save(draft, &usual, &e), &e);
        work_expect("naskah.md", cases[i].after);
        assert_false(draft_is_changed(draft));
        assert_true(file_seems_same("naskah.md", &draft->disk));
        work_type(draft, 0, SLICE("Y"));
        work_expect_saved(draft_save(draft, &usual, &e), &e); /* its own version is the expected one */
        draft_free(draft);
        error_free(&e);
    }
    assert_int_equal(work_clean(), 0);
}

static ino_t inode_of_newest_backup(const char *path, struct slice expected) {
    struct versions versions;
    struct stat st;
    versions_list(&versions, path);
    assert_true(versions.list.count > 0);
    work_expect(versions.list.items[0].path, expected);
    assert_int_equal(stat(versions.list.items[0].path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0600);
    versions_free(&versions);
    return st.st_ino;
}

/* What is written part by part is what is put together, to the byte, and known again. */
static void test_large_draft(void **state) {
    (void)state;
    struct str before = {0}, after = {0};
    while (before.len < 10 * HASH_LONG)
        str_printf(&before, "Baris ke-%zu dari kelurahan yang warganya senang menulis.\n", before.len);
    for (int linked = 0; linked < 2; linked++) {
        struct error e = {0};
        struct file_identity now;
        work_put("besar.md", str_slice(&before));
        if (linked) assert_int_equal(link("besar.md", "kembar.md"), 0);
        struct draft *draft = work_load("besar.md");
        work_type(draft, 5 * HASH_LONG, SLICE("sisipan é"));
        str_clear(&after);
        draft_bytes(draft, &after);
        work_expect_saved(draft_save(draft, &usual, &e), &e);
        work_expect("besar.md", str_slice(&after));
        if (linked) work_expect("kembar.md", str_slice(&after));
        assert_true(file_identify("besar.md", &now));
        assert_true(file_is_version(&now, &draft->disk));
        assert_false(draft_is_changed(draft));
        inode_of_newest_backup("besar.md", str_slice(&before));
        draft_free(draft);
        error_free(&e);
        unlink("kembar.md");
    }
    str_free(&before);
    str_free(&after);
}

static void test_new_file(void **state) {
    (void)state;
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_new("baru.md");
    work_type(draft, 0, SLICE("Isi\n"));
    work_expect_saved(draft_save(draft, &usual, &e), &e);
    work_expect("baru.md", SLICE("Isi\n"));
    struct stat st;
    assert_int_equal(stat("baru.md", &st), 0);
    assert_int_equal(st.st_mode & 07777, 0644);
    draft_free(draft);

    draft = draft_new("baru.md"); /* somebody else made it meanwhile */
    work_type(draft, 0, SLICE("Lain\n"));
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_CHANGED);
    work_expect("baru.md", SLICE("Isi\n"));
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
    work_put("naskah.md", SLICE("satu\n"));
    struct draft *draft = work_load("naskah.md");
    work_type(draft, 0, SLICE("X"));

    work_put("naskah.md", SLICE("dua!\n")); /* the same size */
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_CHANGED);
    work_expect("naskah.md", SLICE("dua!\n"));

    unlink("naskah.md");
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_GONE);
    assert_int_equal(access("naskah.md", F_OK), -1);
    struct save_options recreate = {.over = SAVE_RECREATE};
    work_expect_saved(draft_save(draft, &recreate, &e), &e);
    work_expect("naskah.md", SLICE("Xsatu\n"));

    work_put("lain.md", SLICE("Xsatu\n")); /* another file with the same content: nothing is lost */
    assert_int_equal(rename("lain.md", "naskah.md"), 0);
    work_type(draft, 0, SLICE("Y"));
    work_expect_saved(draft_save(draft, &usual, &e), &e);

    work_put("naskah.md", SLICE("tiga\n"));
    work_type(draft, 0, SLICE("Z"));
    struct save_options over = {.over = SAVE_OVER};
    work_expect_saved(draft_save(draft, &over, &e), &e);
    work_expect("naskah.md", SLICE("ZYXsatu\n"));
    draft_free(draft);
    error_free(&e);
}

/* Nothing was edited, so there is nothing to write; but the file must be there for it to be saved. */
static void test_changes_outside_are_seen_without_edits(void **state) {
    (void)state;
    struct error e = {0};
    work_put("naskah.md", SLICE("satu\n"));
    struct draft *draft = work_load("naskah.md");
    work_put("naskah.md", SLICE("dua!\n"));
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_CHANGED);
    work_expect("naskah.md", SLICE("dua!\n"));
    unlink("naskah.md");
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_GONE);
    assert_int_equal(access("naskah.md", F_OK), -1);
    draft_free(draft);
    error_free(&e);
}

static void test_left_overs_are_removed(void **state) {
    (void)state;
    work_put("sisa.md", SLICE("satu\n"));
    work_put(".sisa.md.sunting-00c0ffee", SLICE("lama"));
    work_put(".sisa.md.sunting-12345678", SLICE("baru"));
    struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(AT_FDCWD, ".sisa.md.sunting-00c0ffee", old, 0), 0);
    struct error e = {0};
    struct draft *draft = work_load("sisa.md");
    work_type(draft, 0, SLICE("X"));
    work_expect_saved(draft_save(draft, &usual, &e), &e);
    assert_int_equal(access(".sisa.md.sunting-00c0ffee", F_OK), -1);
    assert_int_equal(access(".sisa.md.sunting-12345678", F_OK), 0); /* another session's, perhaps */
    unlink(".sisa.md.sunting-12345678");
    draft_free(draft);
    error_free(&e);
}

static void test_save_as(void **state) {
    (void)state;
    struct error e = {0};
    work_put("asal.md", SLICE("satu\r\n"));
    work_put("ada.md", SLICE("ada\n"));
    struct draft *draft = work_load("asal.md");
    work_type(draft, 0, SLICE("X"));
    assert_int_equal(draft_save_as(draft, "ada.md", &usual, &e), REPLACE_CHANGED);
    assert_string_equal(draft->path, "asal.md");
    assert_true(draft->disk.exists && draft_is_changed(draft));
    work_expect_saved(draft_save_as(draft, "baru-nama.md", &usual, &e), &e);
    assert_string_equal(draft->path, "baru-nama.md");
    work_expect("baru-nama.md", SLICE("Xsatu\r\n"));
    work_expect("asal.md", SLICE("satu\r\n"));
    work_expect("ada.md", SLICE("ada\n"));
    draft_free(draft);
    error_free(&e);
}

static void test_backups(void **state) {
    (void)state;
    struct error e = {0};
    work_put("cadang.md", SLICE("0\r\n"));
    struct draft *draft = work_load("cadang.md");
    struct save_options three = {.backups = 3};
    for (char c = '1'; c <= '5'; c++) {
        work_type(draft, 0, (struct slice){&c, 1});
        work_expect_saved(draft_save(draft, &three, &e), &e);
    }
    struct versions versions;
    versions_list(&versions, "./cadang.md");
    assert_int_equal(versions.list.count, 3);
    work_expect(versions.list.items[0].path, SLICE("43210\r\n"));
    work_expect(versions.list.items[2].path, SLICE("210\r\n"));
    struct stat st;
    assert_int_equal(stat(versions.list.items[0].path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    struct text *text = version_text(&versions.list.items[2], SLICE(""), &e);
    assert_non_null(text);
    expect_text(text, SLICE("210\n"), "backup");
    text_free(text);
    assert_string_equal(str_text(&draft->notices), "");
    versions_free(&versions);
    draft_free(draft);
    error_free(&e);
}

/* The old file itself becomes the copy, so nothing is written twice; the draft has one name all the same, its
 * own permissions, and what other programs write to it does not reach the copy. */
static void test_backup_is_the_old_file(void **state) {
    (void)state;
    struct error e = {0};
    struct stat st;
    work_put("sendiri.md", SLICE("satu\n"));
    ino_t before = work_inode("sendiri.md");
    struct draft *draft = work_load("sendiri.md");
    work_type(draft, 0, SLICE("X"));
    work_expect_saved(draft_save(draft, &usual, &e), &e);
    assert_int_equal(inode_of_newest_backup("sendiri.md", SLICE("satu\n")), before);
    assert_int_equal(stat("sendiri.md", &st), 0);
    assert_int_equal(st.st_nlink, 1);
    assert_int_equal(st.st_mode & 07777, 0640);
    work_put("sendiri.md", SLICE("program lain\n"));
    inode_of_newest_backup("sendiri.md", SLICE("satu\n"));
    draft_free(draft);
    error_free(&e);
}

/* Cut off as the file had become a copy, and nothing else had its name: it is a draft and no copy, and not
 * written in place for having two names. With a name of the writer's own it is. */
static void test_cut_off_before_the_name(void **state) {
    (void)state;
    for (int linked = 0; linked < 2; linked++) {
        struct error e = {0};
        struct str folder = {0}, real = {0}, copy = {0};
        work_put("putus.md", SLICE("satu\n"));
        ino_t before = work_inode("putus.md");
        place_real("putus.md", &real);
        assert_true(place_copies(str_slice(&real), &folder) && disk_make_folder(str_text(&folder)));
        str_printf(&copy, "%s/1700000000000", str_text(&folder));
        assert_int_equal(link("putus.md", str_text(&copy)), 0);
        if (linked) assert_int_equal(link("putus.md", "milik.md"), 0);
        struct draft *draft = work_load("putus.md");
        work_type(draft, 0, SLICE("X"));
        work_expect_saved(draft_save(draft, &usual, &e), &e);
        assert_int_equal(access(str_text(&copy), F_OK), -1);
        assert_true(linked == (work_inode("putus.md") == before));
        ino_t kept = inode_of_newest_backup("putus.md", SLICE("satu\n"));
        assert_true(linked == (kept != before));
        if (linked) work_expect("milik.md", SLICE("Xsatu\n"));
        assert_int_equal(draft_forget("putus.md", true, &(struct forgotten){0}, &e), true);
        unlink("putus.md");
        unlink("milik.md");
        draft_free(draft);
        str_free(&folder);
        str_free(&real);
        str_free(&copy);
        error_free(&e);
    }
}

struct call_before {
    int calls;
    bool was_old;
};

static void note_call(void *context) {
    struct call_before *call = context;
    call->calls++;
    call->was_old = work_holds("siap.md", SLICE("satu\n"));
}

/* Once, before the file changes, whichever way it is written; not when nothing is. */
static void test_ready_before_the_file_changes(void **state) {
    (void)state;
    for (int linked = 0; linked < 2; linked++) {
        struct call_before call = {0};
        const struct save_options options = {.ready = note_call, .context = &call};
        struct error e = {0};
        work_put("siap.md", SLICE("satu\n"));
        if (linked) assert_int_equal(link("siap.md", "siap2.md"), 0);
        struct draft *draft = work_load("siap.md");
        work_expect_saved(draft_save(draft, &options, &e), &e);
        assert_int_equal(call.calls, 0);
        work_type(draft, 0, SLICE("X"));
        work_expect_saved(draft_save(draft, &options, &e), &e);
        assert_int_equal(call.calls, 1);
        assert_true(call.was_old);
        unlink("siap.md");
        unlink("siap2.md");
        draft_free(draft);
        error_free(&e);
    }
}

/* What others wrote is kept before it is replaced, whatever is set; without a place for it, it stays. */
static void test_what_others_wrote_is_kept(void **state) {
    (void)state;
    const struct save_options over = {.over = SAVE_OVER, .backups = 0};
    struct error e = {.lang = LANG_EN};
    struct versions versions;
    work_put("rekan.md", SLICE("Satu.\n"));
    struct draft *draft = work_load("rekan.md");
    work_type(draft, 0, SLICE("X"));
    work_put("rekan.md", SLICE("Tulisan rekan.\n"));
    setenv("XDG_STATE_HOME", "/proc/nowhere", 1);
    assert_int_equal(draft_save(draft, &over, &e), REPLACE_FAILED);
    assert_non_null(strstr(str_text(&e.text), "somebody else wrote"));
    work_expect("rekan.md", SLICE("Tulisan rekan.\n"));
    setenv("XDG_STATE_HOME", work_folder(), 1);
    str_clear(&e.text);
    work_expect_saved(draft_save(draft, &over, &e), &e);
    work_expect("rekan.md", SLICE("XSatu.\n"));
    for (int i = 0; i < 9; i++) { /* it does not go with the copies of later saves */
        work_type(draft, 0, SLICE("Y"));
        work_expect_saved(draft_save(draft, &usual, &e), &e);
    }
    versions_list(&versions, "rekan.md");
    size_t aside = 0;
    for (size_t i = 0; i < versions.list.count; i++)
        if (versions.list.items[i].aside &&
            work_holds(versions.list.items[i].path, SLICE("Tulisan rekan.\n")))
            aside++;
    assert_int_equal(aside, 1);
    versions_free(&versions);
    draft_free(draft);
    error_free(&e);
}

/* A copy that could not be made is said of the save that it was for, not of a later one. */
static void test_notice_is_of_this_save(void **state) {
    (void)state;
    struct error e = {.lang = LANG_EN};
    work_put("salin.md", SLICE("Satu.\n"));
    struct draft *draft = work_load("salin.md");
    work_type(draft, 0, SLICE("X"));
    setenv("XDG_STATE_HOME", "/proc/nowhere", 1);
    work_put("salin.md", SLICE("Lain.\n"));
    assert_int_equal(draft_save(draft, &usual, &e), REPLACE_CHANGED);
    assert_true(draft->notices.len > 0);
    setenv("XDG_STATE_HOME", work_folder(), 1);
    work_expect_saved(draft_save(draft, &(struct save_options){.over = SAVE_OVER, .backups = 5}, &e), &e);
    assert_string_equal(str_text(&draft->notices), "");
    draft_free(draft);
    error_free(&e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_form_of_the_file_stays),
        cmocka_unit_test(test_large_draft),
        cmocka_unit_test(test_new_file),
        cmocka_unit_test(test_changes_outside_are_seen),
        cmocka_unit_test(test_changes_outside_are_seen_without_edits),
        cmocka_unit_test(test_left_overs_are_removed),
        cmocka_unit_test(test_save_as),
        cmocka_unit_test(test_backups),
        cmocka_unit_test(test_backup_is_the_old_file),
        cmocka_unit_test(test_cut_off_before_the_name),
        cmocka_unit_test(test_ready_before_the_file_changes),
        cmocka_unit_test(test_what_others_wrote_is_kept),
        cmocka_unit_test(test_notice_is_of_this_save),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
