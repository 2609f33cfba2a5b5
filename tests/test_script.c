/* The golden files of key scripts: what ░ stands for, and that writing them anew keeps it. */
#include "script_steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void a_wildcard_is_one_character_of_a_line(void **state) {
    (void)state;
    assert_true(script_matches(SLICE("pukul ░░.░░\n"), SLICE("pukul 14.05\n")));
    assert_true(script_matches(SLICE("pukul ░\n"), SLICE("pukul é\n")));
    assert_false(script_matches(SLICE("pukul ░░\n"), SLICE("pukul 1\n")));
    assert_false(script_matches(SLICE("pukul ░░.░░\n"), SLICE("pukul 14:05\n")));
    assert_false(script_matches(SLICE("pukul\n"), SLICE("pukul\nlagi\n")));
}

/* before: the old file, NULL for none. True when nothing was lost; *out then holds the new file. */
static bool updated(const char *before, const char *seen, struct str *out) {
    char folder[] = "/tmp/sunting-test-XXXXXX";
    struct str report = {0};
    assert_non_null(mkdtemp(folder));
    struct script s = {.folder = folder, .report = &report};
    if (before) assert_true(script_write(folder, SLICE("layar"), slice_of(before)));
    bool ok = script_update(&s, SLICE("layar"), slice_of(seen));
    assert_true(script_read(&s, folder, SLICE("layar"), out));
    assert_true(ok == !report.len);
    char path[64];
    snprintf(path, sizeof path, "%s/layar", folder);
    assert_int_equal(unlink(path) | rmdir(folder), 0);
    str_free(&report);
    return ok;
}

static void writing_anew_keeps_wildcards(void **state) {
    (void)state;
    struct str out = {0};
    assert_true(updated("lama\n\njam ░░.░░\nhari ░\n", "baru\njam 14.05\n\nhari 3\nakhir", &out));
    assert_string_equal(str_text(&out), "baru\njam ░░.░░\n\nhari ░\nakhir");
    str_clear(&out);
    assert_true(updated(NULL, "jam 14.05\n", &out));
    assert_string_equal(str_text(&out), "jam 14.05\n");
    str_clear(&out);
    assert_false(updated("jam ░░.░░\n", "pukul 14.05\n", &out));
    assert_string_equal(str_text(&out), "pukul 14.05\n");
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wildcard_is_one_character_of_a_line),
        cmocka_unit_test(writing_anew_keeps_wildcards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
