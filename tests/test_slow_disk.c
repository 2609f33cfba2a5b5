/* The whole program on a disk that others keep busy (tests/torture/slow_disk.c): what is typed is in the
 * journal within its second all the same. */
#include "base/file.h"
#include "driver.h"
#include "program.h"

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum {
    WAIT_MS = 60000,
    LOOK_MS = 100,
    WRITTEN_MS = 5000 /* the machine has other things to do, too; less than a flush takes */
};

static const char *const slow[] = {"LD_PRELOAD=" SUNTING_SLOW_DISK, "SLOW_FLUSH_MS=6000", "SLOW_NAME_MS=800",
                                   "ASAN_OPTIONS=verify_asan_link_order=0", NULL};

/* Some journal of this home holds these words. */
static bool is_kept(const char *home, const char *words) {
    struct str folder = {0}, path = {0}, bytes = {0};
    bool kept = false;
    str_printf(&folder, "%s/state/sunting/journal", home);
    DIR *dir = opendir(str_text(&folder));
    for (struct dirent *entry; dir && !kept && (entry = readdir(dir));) {
        str_clear(&path);
        str_printf(&path, "%s/%s", str_text(&folder), entry->d_name);
        str_clear(&bytes);
        kept = file_read(str_text(&path), 1 << 20, &bytes, NULL) &&
               slice_find(str_slice(&bytes), slice_of(words), 0) != SIZE_MAX;
    }
    if (dir) closedir(dir);
    str_free(&folder);
    str_free(&path);
    str_free(&bytes);
    return kept;
}

static void type_and_kill(const char *name, const char *ready) {
    char *home = folder_make(), program[] = SUNTING_PROGRAM;
    struct str path = {0};
    if (*name) {
        file_make(home, name, SLICE("Camat membuka pasar murah.\n"));
        str_printf(&path, "%s/%s", home, name);
    }
    char *argv[] = {program, *name ? path.data : NULL, NULL};
    struct pty *pty = pty_start(argv, home, 24, 80, slow);
    assert_true(pty_wait(pty, ready, WAIT_MS));
    pty_settle(pty, 300, 5000);
    pty_send(pty, SLICE("Warga datang sejak pagi. "));
    for (int ms = 0; ms < WRITTEN_MS && !is_kept(home, "Warga datang sejak pagi."); ms += LOOK_MS)
        pty_settle(pty, LOOK_MS, LOOK_MS);
    kill(pty_pid(pty), SIGKILL);
    pty_exit(pty, WAIT_MS);
    pty_free(pty);
    assert_true(is_kept(home, "Warga datang sejak pagi."));
    str_free(&path);
    folder_remove(home);
}

static void a_draft(void **state) {
    (void)state;
    type_and_kill("draf.md", "pasar murah");
}

/* Its journal is made before the first key: made after it, this took seconds, and what was typed meanwhile
 * was lost. */
static void the_practice_text(void **state) {
    (void)state;
    type_and_kill("", "Selamat datang");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_draft), cmocka_unit_test(the_practice_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
