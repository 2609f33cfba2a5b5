/* check --baseline: what was accepted is not reported, whatever its line; what is new is. */
#include "base/file.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* `sunting check` with the baseline, a warning counting as failure; what it prints replaces out. */
static int check(const char *options, struct str *out) {
    struct str arguments = {0};
    str_printf(&arguments, "check --lang en --fail-on warning -f gnu --baseline %s/lama.tsv %s %s/naskah",
               test_folder, options, test_folder);
    int status = program_run(str_text(&arguments), NULL, out);
    str_free(&arguments);
    return status;
}

static void put(const char *content) {
    struct str path = {0};
    str_printf(&path, "mkdir -p %s/naskah", test_folder);
    assert_int_equal(system(str_text(&path)), 0);
    str_clear(&path);
    str_printf(&path, "%s/naskah", test_folder);
    file_make(str_text(&path), "a.md", slice_of(content));
    str_free(&path);
}

static size_t count_known(void) {
    struct str path = {0}, bytes = {0};
    str_printf(&path, "%s/lama.tsv", test_folder);
    assert_true(file_read(str_text(&path), 1 << 20, &bytes, NULL));
    size_t lines = 0;
    for (struct slice rest = str_slice(&bytes); rest.len;) {
        struct slice line = slice_cut(&rest, '\n');
        lines += line.len && line.data[0] != '#';
    }
    str_free(&path);
    str_free(&bytes);
    return lines;
}

static void what_is_there_is_accepted(void **state) {
    (void)state;
    struct str out = {0};
    put("Ijin itu terbit kemarin. Rapat dibuka.\n\nAktifitas warga naik.\n");
    assert_int_equal(check("", &out), 0); /* makes the file */
    assert_string_equal(str_text(&out), "");
    assert_int_equal(count_known(), 2);
    assert_int_equal(check("", &out), 0);
    assert_string_equal(str_text(&out), "");
    /* lines move, another sentence of the paragraph changes: still accepted */
    put("Judul.\n\nBaru.\n\nIjin itu terbit  kemarin. Rapat ditutup.\n\nAktifitas warga naik.\n");
    assert_int_equal(check("--except typography", &out), 0);
    /* a new slip, and an accepted one in a sentence that was edited */
    put("Ijin itu terbit kemarin. Nasehat camat didengar.\n\nAktifitas warga turun.\n");
    assert_int_equal(check("", &out), 1);
    assert_non_null(strstr(str_text(&out), "Nasehat"));
    assert_non_null(strstr(str_text(&out), "Aktifitas"));
    assert_null(strstr(str_text(&out), "Ijin"));
    /* what is gone is forgotten, what is new is not accepted */
    assert_int_equal(check("--prune", &out), 0);
    assert_int_equal(count_known(), 1);
    assert_int_equal(check("", &out), 1);
    str_free(&out);
}

static void what_cannot_be_done_is_said(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_complains("check --lang en --prune --baseline /nonexistent/x samples", &out), 2);
    assert_non_null(strstr(str_text(&out), "/nonexistent/x"));
    assert_int_equal(program_complains("check --lang en --prune samples", &out), 2);
    assert_non_null(strstr(str_text(&out), "--baseline"));
    assert_int_equal(program_complains("check --lang en --baseline /nonexistent/x samples", &out), 2);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_there_is_accepted),
                                       cmocka_unit_test(what_cannot_be_done_is_said)};
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
