/* draft/presence: another user is told from another session of one's own. */
#include "draft/journal/presence.h"
#include "workplace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/stat.h>

#include <cmocka.h>

static void hold_in_vain(enum presence expected, const char *name) {
    struct str who = {0};
    int fd;
    require(presence_hold("naskah.md", &fd, &who) == expected);
    require(fd == -1);
    if (strcmp(str_text(&who), name) != 0) {
        fprintf(stderr, "told: %s\n", str_text(&who));
        _exit(1);
    }
    str_free(&who);
}

static void see_root(void) {
    hold_in_vain(PRESENCE_OTHER, "root");
}

static void see_oneself(void) {
    hold_in_vain(PRESENCE_UNKNOWN, "");
}

static void see_nobody_else(void) {
    int fd;
    require(presence_hold("naskah.md", &fd, NULL) == PRESENCE_ALONE);
    require(fd >= 0);
}

static int make_draft(void **state) {
    (void)state;
    work_put("naskah.md", SLICE("Satu.\n"));
    return chmod("naskah.md", 0666);
}

static void another_user_is_told(void **state) {
    (void)state;
    int fd;
    if (geteuid() != 0) skip();
    assert_int_equal(work_fork(see_nobody_else, true), 0);
    assert_int_equal(presence_hold("naskah.md", &fd, NULL), PRESENCE_ALONE);
    assert_int_equal(work_fork(see_root, true), 0);
    close(fd);
    assert_int_equal(work_fork(see_nobody_else, true), 0);
}

static void the_same_user_is_not(void **state) {
    (void)state;
    int fd;
    assert_int_equal(presence_hold("naskah.md", &fd, NULL), PRESENCE_ALONE);
    assert_int_equal(work_fork(see_oneself, false), 0);
    close(fd);
}

/* The lock is of a file, not of its name. */
static void a_replaced_file_is_held_anew(void **state) {
    (void)state;
    int fd, again;
    assert_int_equal(presence_hold("naskah.md", &fd, NULL), PRESENCE_ALONE);
    work_edit_and_save("naskah.md", REPLACED, NULL);
    assert_int_equal(presence_hold("naskah.md", &again, NULL), PRESENCE_ALONE);
    close(fd);
    assert_int_equal(work_fork(see_oneself, false), 0);
    close(again);
}

static void what_is_not_there_is_held_by_nobody(void **state) {
    (void)state;
    int fd;
    assert_int_equal(presence_hold("tidak-ada.md", &fd, NULL), PRESENCE_UNKNOWN);
    assert_int_equal(fd, -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(another_user_is_told, make_draft),
        cmocka_unit_test_setup(the_same_user_is_not, make_draft),
        cmocka_unit_test_setup(a_replaced_file_is_held_anew, make_draft),
        cmocka_unit_test(what_is_not_there_is_held_by_nobody),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
