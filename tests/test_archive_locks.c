/* An archive on a disk that keeps no locks, as some of a network: it is said so, and nothing is lost. */
#include "archive/archive.h"
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

/* What fails of locks, 0: nothing, once so many calls went well. */
static int problem;
static unsigned good;

/* SQLite is loaded when it is needed, and finds these before those of the C library. */
static int of_locks(int fd, int command, void *argument) {
    bool lock = command == F_SETLK || command == F_GETLK;
    if (lock && problem && !good) {
        errno = problem;
        return -1;
    }
    if (lock && good) good--;
    return (int)syscall(SYS_fcntl, fd, command, argument);
}

#undef fcntl
int fcntl(int fd, int command, ...);
int fcntl64(int fd, int command, ...);

int fcntl(int fd, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    return of_locks(fd, command, argument);
}

int fcntl64(int fd, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    return of_locks(fd, command, argument);
}

/* Whether a note is read, or written. */
static bool use(const char *path, bool write, struct error *e) {
    const struct store_value note[] = {store_text(SLICE("garam")), store_text(SLICE("baru"))};
    struct store *store = store_open(path, write ? STORE_WRITE : STORE_READ, 50, e);
    bool ok =
        store && (!write || store_begin(store, e)) &&
        store_run(store, write ? STATEMENT_NOTE_SET : STATEMENT_NOTE_GET, note, 1 + write, NULL, NULL, e) &&
        (!write || store_commit(store, e));
    store_close(store);
    return ok;
}

static void expect_whole(const char *path) {
    struct error e = {0};
    struct str problems = {0};
    struct store *store = store_open(path, STORE_READ, 50, &e);
    assert_true(store && store_verify(store, &problems, &e));
    assert_string_equal(str_text(&problems), "");
    store_close(store);
    str_free(&problems);
}

/* From the first call on, from the second, until so many go well that none is left to fail. */
static void fail_each(const char *path, int number, bool write) {
    struct error e = {.lang = LANG_EN};
    bool failed = true;
    for (unsigned allowed = 0; failed; allowed++) {
        error_begin(&e);
        problem = number;
        good = allowed;
        bool ok = use(path, write, &e);
        failed = !good;
        problem = 0;
        assert_true(ok || strstr(str_text(&e.text), "cannot be locked"));
        assert_false(ok && !allowed);
        expect_whole(path);
    }
    error_free(&e);
}

static void a_disk_without_locks_is_told(void **state) {
    (void)state;
    static const int problems[] = {ENOLCK, EIO, ESTALE, ENOSYS, EOPNOTSUPP};
    char path[320], *folder = folder_make();
    snprintf(path, sizeof path, "%s/arsip.db", folder);
    store_close(store_open(path, STORE_MAKE, 50, NULL));
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        fail_each(path, problems[i], false);
        fail_each(path, problems[i], true);
    }
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_disk_without_locks_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
