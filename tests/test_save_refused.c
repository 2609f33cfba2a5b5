/* draft/save where the system refuses: rights, owners, limits. What happens in a child is told by its exit
 * status. */
#include "draft/place.h"
#include "draft/save.h"
#include "workplace.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/resource.h>

#include <cmocka.h>

static const struct save_options usual = {.backups = 5};

static void save_in_closed_folder(void) {
    struct error e = {.lang = LANG_EN};
    struct draft *draft = draft_load("tutup/naskah.md", DRAFT_LIMIT, &e);
    require(draft);
    work_type(draft, 0, SLICE("X"));
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
    work_type(draft, 0, SLICE("X"));
    require(draft_save(draft, &usual, &e) == REPLACED);
    draft_free(draft);
    draft = draft_load("umum/hanya-baca.md", DRAFT_LIMIT, &e);
    require(draft);
    work_type(draft, 0, SLICE("X"));
    require(draft_save(draft, &usual, &e) == REPLACE_FAILED);
    require(strstr(str_text(&e.text), "may not write"));
    draft_free(draft);
    error_free(&e);
}

static void test_folder_that_may_not_be_written(void **state) {
    (void)state;
    assert_int_equal(mkdir("tutup", 0755), 0);
    work_put("tutup/naskah.md", SLICE("satu\n"));
    assert_int_equal(chmod("tutup/naskah.md", 0666), 0);
    if (geteuid() != 0) assert_int_equal(chmod("tutup", 0555), 0);
    ino_t before = work_inode("tutup/naskah.md");
    assert_int_equal(work_fork(save_in_closed_folder, true), 0);
    work_expect("tutup/naskah.md", SLICE("Xsatu\n"));
    assert_int_equal(work_inode("tutup/naskah.md"), before);
    chmod("tutup", 0755);
}

/* Whoever may not save is told on opening. */
static void look_at_places(void) {
    struct error e = {.lang = LANG_EN};
    require(!draft_place_is_writable("umum/hanya-baca.md", &e));
    require(strstr(str_text(&e.text), "may not write"));
    require(!draft_place_is_writable("umum/tak/ada.md", &e));
    require(strstr(str_text(&e.text), "no folder umum/tak/"));
    require(draft_place_is_writable("umum/milik-root.md", &e));
    require(draft_place_is_writable("umum/baru.md", &e));
    require(!draft_place_is_writable("/etc/baru.md", &e));
    error_free(&e);
}

static void test_names(void **state) {
    (void)state;
    static const struct {
        const char *typed, *name;
    } cases[] = {{"rapat", "rapat.md"},
                 {"a.b/rapat", "a.b/rapat.md"},
                 {"rapat.txt", "rapat.txt"},
                 {".rapat", ".rapat.md"},
                 {"ada", "ada"}};
    work_put("ada", SLICE("satu\n"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str name = {0};
        bool added = draft_place_name(&name, cases[i].typed);
        assert_string_equal(str_text(&name), cases[i].name);
        assert_int_equal(added, strcmp(cases[i].typed, cases[i].name) != 0);
        str_free(&name);
    }
}

static void test_proposed_names(void **state) {
    (void)state;
    static const struct {
        const char *title, *name;
    } cases[] = {{"Bupati Meninjau Pasar (Lagi)!", "bupati-meninjau-pasar-lagi.md"},
                 {"  -- 3 Kelurahan / 2 Desa --", "3-kelurahan-2-desa.md"},
                 {"../../etc/passwd", "etc-passwd.md"},
                 {"Sudah Ada", "sudah-ada-2.md"},
                 {"Éé \xff \x1b[2J", "2j.md"},
                 {"Warga Kelurahan Kampung Baru Selatan Menerima Bantuan Bibit", /* no half word */
                  "warga-kelurahan-kampung-baru-selatan-menerima.md"},
                 {"Satukatasangatpanjangyangtidakadadalamkamusmanapunjuga",
                  "satukatasangatpanjangyangtidakadadalamkamusmanapu.md"},
                 {"—", ""},
                 {"", ""}};
    work_put("sudah-ada.md", SLICE("satu\n"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str name = {0};
        draft_place_propose(&name, slice_of(cases[i].title));
        assert_string_equal(str_text(&name), cases[i].name);
        str_free(&name);
    }
}

static void test_owner_stays(void **state) {
    (void)state;
    if (geteuid() != 0) {
        print_message("another owner: needs root\n");
        return;
    }
    assert_int_equal(mkdir("umum", 0777), 0);
    assert_int_equal(chmod("umum", 0777), 0);
    work_put("umum/milik-root.md", SLICE("satu\n"));
    work_put("umum/hanya-baca.md", SLICE("satu\n"));
    assert_int_equal(chmod("umum/milik-root.md", 0666), 0);
    assert_int_equal(chmod("umum/hanya-baca.md", 0644), 0);
    assert_int_equal(work_fork(look_at_places, true), 0);
    assert_int_equal(work_fork(save_file_of_another, true), 0);
    struct stat st;
    assert_int_equal(stat("umum/milik-root.md", &st), 0);
    assert_int_equal(st.st_uid, 0);
    assert_int_equal(st.st_mode & 0777, 0666);
    work_expect("umum/milik-root.md", SLICE("Xsatu\n"));
    work_expect("umum/hanya-baca.md", SLICE("satu\n"));

    work_put("milik-lain.md", SLICE("satu\n")); /* and root keeps the owner of a file it edits */
    assert_int_equal(chown("milik-lain.md", 65534, 65534), 0);
    assert_int_equal(chmod("milik-lain.md", 0600), 0);
    work_edit_and_save("milik-lain.md", REPLACED, NULL);
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
        work_type(draft, 0, SLICE("kalimat baru\n"));
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
        work_put("penuh.md", SLICE("satu\n"));
        if (linked) assert_int_equal(link("penuh.md", "penuh-2.md"), 0);
        assert_int_equal(work_fork(save_on_full_disk, false), 0);
        work_expect("penuh.md", SLICE("satu\n"));
        assert_int_equal(work_clean(), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder_that_may_not_be_written),
        cmocka_unit_test(test_owner_stays),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_proposed_names),
        cmocka_unit_test(test_full_disk),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
