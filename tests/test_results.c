/* training/result, training/score: results of many at once, none lost, none mixed, none believed that is
 * damaged. */
#include "training/attempt.h"
#include "training/score.h"

#include "base/file.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { WRITERS = 8, LINES = 12, FLAWS = 4 };

static struct result result_with(const char *attempt, const char *lesson, const char *test, size_t mended) {
    struct result result = {.attempt = slice_copy(slice_of(attempt)),
                            .user = slice_copy(SLICE("peserta01")),
                            .name = slice_copy(SLICE("Rina \"R\" Susanti")),
                            .office = slice_copy(SLICE("Dinas <Kominfo>")),
                            .lesson = slice_copy(slice_of(lesson)),
                            .test = slice_copy(slice_of(test)),
                            .mode = slice_copy(SLICE("")),
                            .begun = 1000,
                            .when = 2000,
                            .seconds = 90};
    for (size_t i = 0; i < FLAWS; i++)
        vec_push(&result.flaws,
                 (struct flaw_result){slice_copy(i % 2 ? SLICE("spelling.unknown") : SLICE("kata")),
                                      i < mended, i == 0 ? HINTS : 0, false});
    return result;
}

static char *set_home(void) {
    char *folder = folder_make();
    setenv("XDG_STATE_HOME", folder, 1);
    return folder;
}

static void append(const char *attempt, const char *lesson, const char *test, size_t mended) {
    struct result result = result_with(attempt, lesson, test, mended);
    assert_true(result_append(&result, NULL));
    result_free(&result);
}

static void many_write_at_once(void **state) {
    (void)state;
    char *folder = set_home();
    for (int i = 0; i < WRITERS; i++)
        if (fork() == 0) {
            char attempt[16];
            snprintf(attempt, sizeof attempt, "w%d", i);
            for (size_t n = 0; n < LINES; n++)
                append(attempt, "a", "", n % (FLAWS + 1));
            append(attempt, "a", "", (size_t)i % (FLAWS + 1));
            _exit(0);
        }
    for (int i = 0, status; i < WRITERS; i++) {
        wait(&status);
        assert_int_equal(status, 0);
    }
    struct results results = {0};
    results_read_own(&results);
    assert_int_equal(results.damaged, 0);
    assert_int_equal(results.list.count, WRITERS);
    for (size_t i = 0; i < results.list.count; i++) {
        size_t writer = (size_t)(results.list.items[i].attempt[1] - '0');
        assert_int_equal(result_mended(&results.list.items[i]), writer % (FLAWS + 1));
        assert_string_equal(results.list.items[i].name, "Rina \"R\" Susanti");
    }
    results_free(&results);
    folder_remove(folder);
}

/* One changed digit, a line cut off by a full disk: not believed, and what comes after is. */
static void what_is_damaged_does_not_count(void **state) {
    (void)state;
    char *folder = set_home();
    struct str path = {0}, bytes = {0}, made = {0};
    append("one", "a", "", 1);
    append("two", "b", "", 2);
    str_printf(&path, "%s/sunting/results", folder);
    assert_true(file_read(str_text(&path), 1 << 20, &bytes, NULL));
    size_t at = slice_find(str_slice(&bytes), SLICE("\"seconds\":90"), 0);
    bytes.data[at + 10] = '8';
    str_append(&made, slice_range(str_slice(&bytes), 0, bytes.len - 20));
    str_clear(&path);
    str_printf(&path, "%s/sunting", folder);
    file_make(str_text(&path), "results", str_slice(&made));
    append("three", "c", "", 3);
    struct results results = {0};
    results_read_own(&results);
    assert_int_equal(results.damaged, 2);
    assert_int_equal(results.list.count, 1);
    assert_string_equal(results.list.items[0].attempt, "three");
    results_free(&results);
    str_free(&path);
    str_free(&bytes);
    str_free(&made);
    folder_remove(folder);
}

static void a_class_is_summed_up(void **state) {
    (void)state;
    char *folder = set_home();
    struct str out = {0}, line = {0};
    append("one", "18", "sebelum", 1);
    append("two", "19", "sesudah", 3);
    append("again", "19", "sesudah", 4); /* of a test the first attempt counts */
    append("old", "07", "", 0);
    append("new", "07", "", 2); /* of a lesson the latest */
    str_printf(&line, "--lang id score %s", folder);
    assert_int_equal(program_run(str_text(&line), NULL, &out), 0);
    assert_non_null(strstr(
        str_text(&out), "Rina \"R\" Susanti               1/4      3/4      +50     6/12        3        9"));
    str_clear(&line);
    str_printf(&line, "score -f csv %s", folder);
    assert_int_equal(program_run(str_text(&line), NULL, &out), 0);
    assert_non_null(strstr(
        str_text(&out), "\"peserta01\",\"Rina \"\"R\"\" Susanti\",\"Dinas <Kominfo>\",\"18\",\"sebelum\","));
    str_clear(&line);
    str_printf(&line, "score -f html %s", folder);
    assert_int_equal(program_run(str_text(&line), NULL, &out), 0);
    assert_non_null(strstr(str_text(&out), "Dinas &lt;Kominfo&gt;"));
    assert_null(strstr(str_text(&out), "<Kominfo>"));
    assert_non_null(strstr(str_text(&out), "<svg"));
    assert_null(strstr(str_text(&out), "http"));
    assert_int_equal(program_run("score /nonexistent", NULL, &out), 2);
    str_free(&line);
    str_free(&out);
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(many_write_at_once),
                                       cmocka_unit_test(what_is_damaged_does_not_count),
                                       cmocka_unit_test(a_class_is_summed_up)};
    return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
