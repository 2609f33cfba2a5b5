/* sunting fix: what it writes, what it leaves alone, how it ends. */
#include "base/file.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cmocka.h>

static char *folder;

static int enter(void **state) {
    (void)state;
    folder = folder_make();
    return setenv("XDG_STATE_HOME", folder, 1);
}

static int leave(void **state) {
    (void)state;
    folder_remove(folder);
    return unsetenv("XDG_STATE_HOME");
}

/* Runs `sunting fix OPTIONS FOLDER/NAME`. */
static int fix(const char *options, const char *name, struct str *out) {
    struct str arguments = {0};
    str_printf(&arguments, "fix --lang en %s %s/%s", options, folder, name);
    int status = program_run(str_text(&arguments), NULL, out);
    str_free(&arguments);
    return status;
}

static void expect_file(const char *name, struct slice expected) {
    struct str path = {0}, bytes = {0};
    str_printf(&path, "%s/%s", folder, name);
    assert_true(file_read(str_text(&path), 1 << 20, &bytes, NULL));
    assert_int_equal(bytes.len, expected.len);
    assert_memory_equal(bytes.data, expected.data, expected.len);
    str_free(&path);
    str_free(&bytes);
}

static void only_what_is_certain_is_mended(void **state) {
    (void)state;
    struct str out = {0};
    file_make(
        folder, "a.md",
        SLICE(
            "---\ntitle: Aktifitas # dari dinas\n---\n\nRapat ini ini di sampaikan dikantor camat.\n\n"
            "Kejahatan extra ordinary itu  diberantas. Baik. <!-- sunting: off spelling -->\n\nIjin itu.\n"));
    assert_int_equal(fix("", "a.md", &out), 0);
    assert_non_null(strstr(str_text(&out), "a.md: 5 mended."));
    static const char mended[] =
        "---\ntitle: Aktivitas # dari dinas\n---\n\nRapat ini disampaikan di kantor camat.\n\n"
        "Kejahatan extra ordinary itu diberantas. Baik. <!-- sunting: off spelling -->\n\nIjin itu.\n";
    expect_file("a.md", slice_of(mended));
    assert_int_equal(fix("", "a.md", &out), 0);
    assert_string_equal(str_text(&out), "");
    str_free(&out);
}

static void the_form_of_the_file_stays(void **state) {
    (void)state;
    struct str out = {0};
    file_make(folder, "b.txt", SLICE("\xEF\xBB\xBFIjin itu.\r\nAktifitas di sampaikan"));
    assert_int_equal(fix("", "b.txt", &out), 0);
    expect_file("b.txt", SLICE("\xEF\xBB\xBFIzin itu.\r\nAktivitas disampaikan"));
    file_make(folder, "c.txt", SLICE("Ijin itu.\r\nAktifitas\n"));
    assert_int_equal(fix("", "c.txt", &out), 0);
    expect_file("c.txt", SLICE("Izin itu.\r\nAktivitas\n"));
    str_free(&out);
}

static void the_version_before_is_kept(void **state) {
    (void)state;
    struct str out = {0}, path = {0};
    file_make(folder, "d.txt", SLICE("Ijin itu.\n"));
    assert_int_equal(fix("", "d.txt", &out), 0);
    str_printf(&path, "grep -rl 'Ijin itu' %s/sunting/backup | wc -l", folder);
    FILE *found = popen(str_text(&path), "r");
    int count = 0;
    assert_int_equal(fscanf(found, "%d", &count), 1);
    pclose(found);
    assert_true(count >= 1);
    str_free(&out);
    str_free(&path);
}

static void a_diff_changes_nothing_and_can_be_applied(void **state) {
    (void)state;
    struct str out = {0}, line = {0};
    static const char before[] = "Satu.\nDua.\nTiga.\nEmpat.\nIjin itu.\nLima.\nEnam.\nTujuh.\nDelapan.\n"
                                 "Sembilan.\nSepuluh.\nSebelas.\nAktifitas.\r\nAkhir di sampaikan";
    file_make(folder, "e.md", slice_of(before));
    assert_int_equal(fix("--dry-run", "e.md", &out), 1);
    expect_file("e.md", slice_of(before));
    assert_non_null(strstr(str_text(&out), "@@ -2,7 +2,7 @@\n Dua.\n"));
    assert_non_null(strstr(str_text(&out), "-Akhir di sampaikan\n\\ No newline at end of file\n"));
    file_make(folder, "diff", str_slice(&out));
    str_printf(&line, "cd / && patch -s -p0 <%s/diff", folder);
    assert_int_equal(system(str_text(&line)), 0);
    struct str after = {0};
    str_append_text(&after, "Satu.\nDua.\nTiga.\nEmpat.\nIzin itu.\nLima.\nEnam.\nTujuh.\nDelapan.\n"
                            "Sembilan.\nSepuluh.\nSebelas.\nAktivitas.\r\nAkhir disampaikan");
    expect_file("e.md", str_slice(&after));
    assert_int_equal(fix("-n", "e.md", &out), 0);
    assert_string_equal(str_text(&out), "");
    str_free(&out);
    str_free(&line);
    str_free(&after);
}

static void rules_are_chosen(void **state) {
    (void)state;
    struct str out = {0};
    file_make(folder, "f.md", SLICE("Ijin itu di sampaikan.\n"));
    assert_int_equal(fix("--only spelling.preposition", "f.md", &out), 0);
    expect_file("f.md", SLICE("Ijin itu disampaikan.\n"));
    assert_int_equal(fix("--except spelling", "f.md", &out), 0);
    expect_file("f.md", SLICE("Ijin itu disampaikan.\n"));
    assert_int_equal(fix("--only nonsense", "f.md", &out), 2);
    str_free(&out);
}

static void standard_input_comes_out_mended(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_run("perbaiki", "Ijin itu di sampaikan.\nBaik", &out), 0);
    assert_string_equal(str_text(&out), "Izin itu disampaikan.\nBaik");
    str_free(&out);
}

static void failures_stop_no_other(void **state) {
    (void)state;
    struct str out = {0}, path = {0}, more = {0};
    str_printf(&path, "%s/kosong", folder);
    mkdir(str_text(&path), 0700);
    assert_int_equal(fix("", "kosong", &out), 2);
    file_make(folder, "g.md", SLICE("Ijin itu.\n"));
    str_printf(&more, "/nonexistent.md");
    assert_int_equal(fix(str_text(&more), "g.md", &out), 2);
    expect_file("g.md", SLICE("Izin itu.\n"));
    str_free(&out);
    str_free(&path);
    str_free(&more);
}

/* Without a dictionary "di lokasi" looks wrong. */
static void nothing_is_certain_without_dictionaries(void **state) {
    (void)state;
    struct str out = {0}, empty = {0};
    str_printf(&empty, "%s/data/dictionaries", folder);
    char *slash = strrchr(str_text(&empty), '/');
    *slash = 0;
    mkdir(str_text(&empty), 0700);
    setenv("SUNTING_DATA", str_text(&empty), 1);
    *slash = '/';
    mkdir(str_text(&empty), 0700);
    file_make(folder, "h.md", SLICE("Ijin itu  terbit di lokasi.\n"));
    assert_int_equal(fix("", "h.md", &out), 2);
    expect_file("h.md", SLICE("Ijin itu  terbit di lokasi.\n"));
    unsetenv("SUNTING_DATA");
    str_free(&out);
    str_free(&empty);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_certain_is_mended),
        cmocka_unit_test(the_form_of_the_file_stays),
        cmocka_unit_test(the_version_before_is_kept),
        cmocka_unit_test(a_diff_changes_nothing_and_can_be_applied),
        cmocka_unit_test(rules_are_chosen),
        cmocka_unit_test(standard_input_comes_out_mended),
        cmocka_unit_test(failures_stop_no_other),
        cmocka_unit_test(nothing_is_certain_without_dictionaries),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
