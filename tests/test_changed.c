/* check --changed-since: what was written since a commit is reported, what stood there is not, wherever it is
 * now. */
#include "cli/progress.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void run(const char *command) {
    struct str line = {0};
    str_printf(&line, "cd %s && %s", test_folder, command);
    assert_int_equal(system(str_text(&line)), 0);
    str_free(&line);
}

static void check(const char *options, const char *expected, int status) {
    struct str arguments = {0}, out = {0};
    str_printf(&arguments, "check --lang en --fail-on warning -f gnu --only spelling %s %s", options,
               test_folder);
    assert_int_equal(program_run(str_text(&arguments), NULL, &out), status);
    size_t found = 0;
    for (struct slice rest = str_slice(&out); rest.len; slice_cut(&rest, '\n'))
        found++;
    if (*expected) assert_non_null(strstr(str_text(&out), expected));
    assert_int_equal(found, *expected != 0);
    str_free(&arguments);
    str_free(&out);
}

static void only_what_is_new_is_reported(void **state) {
    (void)state;
    static const char old[] = "---\ntitle: Ijin Usaha\n---\n\nPertama ada ijin usaha. Lalu rapat selesai.\n";
    file_make(test_folder, "a.md", slice_of(old));
    run("git init -q . && git add a.md && git -c user.name=a -c user.email=a@b.id commit -qm satu");
    check("--changed-since HEAD", "", 0);
    /* moved down, in other company, it is the same sentence */
    file_make(test_folder, "a.md",
              SLICE("---\ntitle: Ijin Usaha\n---\n\nKalimat baru.\n\nLain lagi.\nPertama ada ijin usaha.\n"));
    check("--changed-since HEAD", "", 0);
    file_make(test_folder, "a.md",
              SLICE("---\ntitle: Ijin Usaha\n---\n\nPertama ada ijin usaha. Kini ada aktifitas.\n"));
    check("--changed-since HEAD", "aktifitas", 1);
    file_make(test_folder, "a.md", SLICE("---\ntitle: Ijin Usaha Baru\n---\n\nPertama ada ijin usaha.\n"));
    check("--changed-since HEAD", "a.md:2:", 1);
    file_make(test_folder, "a.md", slice_of(old));
    file_make(test_folder, "b.md", SLICE("Sebuah resiko.\n")); /* git does not know it */
    check("--changed-since HEAD", "b.md:1:", 1);
}

/* As some who start programs do. */
static void who_ignores_ended_children_does_not_hide_git(void **state) {
    (void)state;
    file_make(test_folder, "a.md", SLICE("Pertama ada ijin usaha.\n"));
    run("git init -q . && git add a.md && git -c user.name=a -c user.email=a@b.id commit -qm satu");
    struct str line = {0};
    str_printf(&line,
               "exec env --ignore-signal=CHLD " SUNTING_PROGRAM
               " check --changed-since HEAD -f gnu %s > /dev/null 2>&1",
               test_folder);
    assert_int_equal(system(str_text(&line)), 0);
    str_free(&line);
}

static void what_git_does_not_know_is_said(void **state) {
    (void)state;
    struct str arguments = {0}, out = {0};
    static const char *const commits[] = {"tidakada", "--output=x", ""};
    for (size_t i = 0; i < 3; i++) {
        str_clear(&arguments);
        str_printf(&arguments, "check '--changed-since=%s' %s/a.md", commits[i], test_folder);
        assert_int_equal(program_complains(str_text(&arguments), &out), 2);
        assert_non_null(strstr(str_text(&out), "git"));
    }
    str_free(&arguments);
    str_free(&out);
}

static void progress_says_how_long_it_takes(void **state) {
    (void)state;
    const struct progress progress = {.lang = LANG_ID, .total = 10000, .done = 1000};
    struct str out = {0};
    progress_describe(&progress, 4000, &out);
    assert_string_equal(str_text(&out), "1000 dari 10000 naskah, 250 per detik, sisa kira-kira 37 detik");
    str_clear(&out);
    progress_describe(&progress, 0, &out);
    assert_string_equal(str_text(&out), "1000 dari 10000 naskah, 0 per detik, sisa kira-kira 0 detik");
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_what_is_new_is_reported),
                                       cmocka_unit_test(who_ignores_ended_children_does_not_hide_git),
                                       cmocka_unit_test(what_git_does_not_know_is_said),
                                       cmocka_unit_test(progress_says_how_long_it_takes)};
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
