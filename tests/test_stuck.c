/* A terminal that takes no output: what is typed reaches the journal, and SIGTERM ends the program. */
#include "driver.h"
#include "program.h"

#include "base/file.h"

#include <dirent.h>
#include <limits.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { SCREENS = 300, PAUSE_MS = 10, PATIENCE_MS = 30000 };

static void sleep_ms(int ms) {
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L}, NULL);
}

/* Of all journals of the session. */
static bool journals_hold(const char *home, struct slice words) {
    struct str folder = {0};
    str_printf(&folder, "%s/state/sunting/journal", home);
    DIR *listing = opendir(str_text(&folder));
    bool found = false;
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        struct str path = {0}, bytes = {0};
        str_printf(&path, "%s/%s", str_text(&folder), entry->d_name);
        if (entry->d_name[0] != '.' && file_read(str_text(&path), 1 << 20, &bytes, NULL))
            found = found || slice_find(str_slice(&bytes), words, 0) != SIZE_MAX;
        str_free(&path);
        str_free(&bytes);
    }
    if (listing) closedir(listing);
    str_free(&folder);
    return found;
}

/* Nobody reads what the program draws from here on. */
static void fill_terminal(struct pty *pty) {
    for (int i = 0; i < SCREENS; i++) {
        pty_send_blind(pty, i % 2 ? SLICE("\033[5~") : SLICE("\033[6~"));
        sleep_ms(PAUSE_MS);
    }
}

static void stuck_terminal_stops_nothing(void **state) {
    (void)state;
    char program[PATH_MAX], *home = folder_make(), path[PATH_MAX];
    struct str draft = {0};
    for (int i = 0; i < 200; i++)
        str_printf(&draft, "Desa nomor %d menerima bibit padi dari dinas pertanian.\n\n", i);
    file_make(home, "draf.md", str_slice(&draft));
    snprintf(path, sizeof path, "%s/draf.md", home);
    assert_non_null(realpath(SUNTING_PROGRAM, program));
    char *const argv[] = {program, path, NULL};
    struct pty *pty = pty_start(argv, home, 24, 80, NULL);
    assert_true(pty_wait(pty, "Desa nomor 0", PATIENCE_MS));
    pty_settle(pty, 300, 5000);
    fill_terminal(pty);
    pty_send_blind(pty, SLICE("Kata yang tidak terlihat. "));
    bool kept = false;
    for (int waited = 0; waited < PATIENCE_MS && !kept; waited += 100) {
        sleep_ms(100);
        kept = journals_hold(home, SLICE("Kata yang tidak terlihat."));
    }
    assert_true(kept);
    pid_t pid = pty_pid(pty);
    kill(pid, SIGTERM);
    bool ended = false;
    for (int waited = 0; waited < PATIENCE_MS && !ended; waited += 50) {
        siginfo_t info = {0};
        ended = waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid;
        sleep_ms(50);
    }
    assert_true(ended);
    pty_free(pty);
    folder_remove(home);
    str_free(&draft);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stuck_terminal_stops_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
