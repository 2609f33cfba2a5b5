/* base/filter: a program of the system that reads a file and writes text ends in time, within its limits, and
 * reaches nothing else. /bin/sh does what a helper that was taken over might. */
#include "base/clock.h"
#include "base/filter.h"
#include "base/restrict.h"
#include "program.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { MEMORY = 256 << 20, OUTPUT = 1 << 20, SECONDS = 2 };

static enum filter_end run(const char *script, struct slice input, struct str *out) {
    const char *const arguments[] = {"sh", "-c", script, NULL};
    const struct filter filter = {"/bin/sh", arguments, SECONDS, MEMORY, OUTPUT};
    return filter_run(&filter, input, out);
}

static void expect(const char *script, enum filter_end end, const char *written) {
    struct str out = {0};
    int64_t before = clock_ms();
    enum filter_end got = run(script, SLICE("satu\ndua\n"), &out);
    if (got != end) print_error("%s: %d\n", script, got);
    assert_int_equal(got, end);
    if (written) assert_string_equal(str_text(&out), written);
    assert_true(clock_ms() - before < 3 * SECONDS * 1000);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* none is left */
    str_free(&out);
}

static void what_it_writes_is_taken(void **state) {
    (void)state;
    expect("while read -r x; do echo \"<$x>\"; done", FILTER_DONE, "<satu>\n<dua>\n");
    expect("read -r x < " FILTER_FILE "; echo $x", FILTER_DONE, "satu\n");
    expect("echo gagal >&2; echo keluar", FILTER_DONE, "keluar\n");
    expect("echo ${HOME-tiada} ${LC_ALL-tiada}", FILTER_DONE, "tiada C\n");
    expect("echo sebagian; exit 3", FILTER_FAILED, NULL);
    expect("kill -SEGV $$", FILTER_FAILED, NULL);
}

static void a_large_file_comes_whole(void **state) {
    (void)state;
    struct str input = {0}, out = {0};
    str_append_repeated(&input, 'x', 1 << 19);
    str_append_byte(&input, '\n');
    assert_int_equal(run("read -r x; echo $x", str_slice(&input), &out), FILTER_DONE);
    assert_true(slice_equal(str_slice(&input), str_slice(&out)));
    str_free(&input);
    str_free(&out);
}

static void one_that_hangs_or_floods_is_ended(void **state) {
    (void)state;
    expect("while :; do :; done", FILTER_SLOW, NULL);
    expect("echo awal; exec >&-; while :; do :; done", FILTER_SLOW, NULL);
    expect("kill -STOP $$", FILTER_SLOW, NULL);
    expect("trap '' TERM INT HUP XCPU; while :; do :; done", FILTER_SLOW, NULL);
    expect("while :; do echo banjir banjir banjir banjir; done", FILTER_MUCH, NULL);
    expect("x=xxxxxxxx; while :; do x=$x$x; done", FILTER_FAILED, NULL);
}

static void it_reaches_nothing_else(void **state) {
    (void)state;
    struct str script = {0};
    file_make(test_folder, "rahasia", SLICE("rahasia\n"));
    str_printf(&script, "echo x 2>/dev/null >> %s/rahasia && echo tertulis", test_folder);
    expect(str_text(&script), FILTER_FAILED, ""); /* by its limit as well */
    const char *const none[] = {NULL};
    int rules = restrict_reading(none);
    if (rules >= 0) { /* the kernel has Landlock */
        close(rules);
        str_clear(&script);
        str_printf(&script, "read -r x < %s/rahasia && echo $x", test_folder);
        expect(str_text(&script), FILTER_FAILED, "");
        expect("/usr/bin/env", FILTER_FAILED, "");
    }
    str_free(&script);
}

static void what_this_process_holds_is_not_handed_on(void **state) {
    enum { HELD = 7 }; /* as a shell gives it: not closed when a program starts */
    (void)state;
    struct str path = {0};
    file_make(test_folder, "rahasia", SLICE("rahasia\n"));
    str_printf(&path, "%s/rahasia", test_folder);
    int fd = open(str_text(&path), O_RDONLY | O_CLOEXEC);
    assert_int_equal(dup2(fd, HELD), HELD);
    expect("read -r x <&7 && echo $x", FILTER_FAILED, "");
    close(HELD);
    close(fd);
    str_free(&path);
}

static void what_is_not_there_fails(void **state) {
    (void)state;
    struct str out = {0};
    const char *const arguments[] = {"tiada", NULL};
    const struct filter filter = {"/nowhere/tiada", arguments, SECONDS, MEMORY, OUTPUT};
    assert_int_equal(filter_run(&filter, SLICE("x"), &out), FILTER_FAILED);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_writes_is_taken),
        cmocka_unit_test(a_large_file_comes_whole),
        cmocka_unit_test(one_that_hangs_or_floods_is_ended),
        cmocka_unit_test(it_reaches_nothing_else),
        cmocka_unit_test(what_this_process_holds_is_not_handed_on),
        cmocka_unit_test(what_is_not_there_fails),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
