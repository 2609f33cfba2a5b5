/* The tests of an archive once more, each archive in PostgreSQL. */
#include "base/paths.h"
#include "cluster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* The programs that test the archive in a file, with SUNTING_TEST_SERVER set. */
static void run_program(const char *name) {
    struct str line = {0};
    str_append(&line, path_folder(slice_of(SUNTING_PROGRAM)));
    str_printf(&line, "/tests/%s 2>&1", name);
    fflush(NULL);
    assert_int_equal(system(str_text(&line)), 0);
    str_free(&line);
}

static void an_archive_is_found_in(void **state) {
    cluster_of(state);
    run_program("test_archive");
    run_program("test_archive_entry");
}

static void an_archive_is_kept(void **state) {
    cluster_of(state);
    run_program("test_archive_removal");
    run_program("test_archive_upkeep");
}

static void an_archive_is_written_to(void **state) {
    cluster_of(state);
    run_program("test_archive_writers");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_archive_is_found_in),
        cmocka_unit_test(an_archive_is_kept),
        cmocka_unit_test(an_archive_is_written_to),
    };
    return cmocka_run_group_tests(tests, cluster_enter, cluster_leave);
}
