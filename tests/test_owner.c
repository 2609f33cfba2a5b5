/* Two sessions on one draft, and who they say the other is. */
#include "journal_session.h"

#include "draft/journal/owner.h"

#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* Another session on the draft, in a process of its own: run writes a byte to ready once it holds the draft,
 * and returns the exit status. */
static pid_t run_elsewhere(const struct journal_desk *p,
                           int (*run)(const struct journal_desk *p, int ready)) {
    int ends[2];
    char byte;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) _exit(run(p, ends[1]));
    close(ends[1]);
    assert_int_equal(read(ends[0], &byte, 1), 1);
    close(ends[0]);
    return pid;
}

static int exit_status(pid_t pid) {
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WEXITSTATUS(status);
}

static int hold(const struct journal_desk *p, int ready, bool ticks) {
    struct session s;
    struct str told = {0};
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Dari sana."));
    if (write(ready, "r", 1) != 1) return 9;
    for (int i = 0; i < 3000 && !journal_taken_by(s.journal, &told, LANG_ID); i++) {
        usleep(10000);
        s.now += 100;
        if (ticks) journal_tick(s.journal, s.text, s.now, &s.e);
    }
    struct edit edit = {0, SLICE(""), SLICE("x")};
    journal_edit(s.journal, &edit, JOURNAL_EDIT, s.now); /* ignored: it is read only now */
    return told.len && journal_tick(s.journal, s.text, s.now + 5000, &s.e) ? 7 : 1;
}

static int work_on(const struct journal_desk *p, int ready) {
    return hold(p, ready, true);
}

static int hang(const struct journal_desk *p, int ready) {
    return hold(p, ready, false);
}

static int sleep_until_asked(const struct journal_desk *p, int ready) {
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Diam."));
    for (int i = 0; i < 3000 && journal_due(s.journal, s.now) != -1; i++) {
        session_pass(&s, 100);
        usleep(10000); /* the flush runs beside */
    }
    if (journal_due(s.journal, s.now) != -1) return 8;
    if (write(ready, "r", 1) != 1) return 9;
    struct pollfd fd = {.fd = journal_fd(s.journal), .events = POLLIN};
    do { /* other files come and go there too */
        if (poll(&fd, 1, 30000) != 1) return 9;
        journal_tick(s.journal, s.text, s.now, &s.e);
    } while (!journal_taken_by(s.journal, &(struct str){0}, LANG_ID));
    return 7;
}

static void second_session_is_told_and_takes_over(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    setenv("LOGNAME", "sri", 1);
    pid_t pid = run_elsewhere(p, work_on);
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_LOCKED);
    struct str told = {0};
    journal_locked_by(&told, LANG_ID, &s.found);
    assert_non_null(strstr(str_text(&told), "sri@"));
    assert_non_null(strstr(str_text(&told), " pukul "));
    str_free(&told);
    session_end(&s, JOURNAL_END_SAVED);
    assert_true(desk_has_journal(p, ""));

    assert_true(journal_take_over(p->draft, 30000, NULL));
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Dari sana.");
    session_restore(&s);
    assert_int_equal(exit_status(pid), 7);
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, p);
    session_expect(s.found.text, "Dari sana.");
    session_end(&s, JOURNAL_END_KEPT);
}

/* Who holds the draft and does nothing sleeps, until it is asked. */
static void idle_session_is_woken(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    pid_t pid = run_elsewhere(p, sleep_until_asked);
    assert_true(journal_take_over(p->draft, 30000, NULL));
    assert_int_equal(exit_status(pid), 7);
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Diam.");
    session_end(&s, JOURNAL_END_KEPT);
}

static void session_that_hangs_is_not_taken_over(void **state) {
    struct journal_desk *p = *state;
    struct error e = {0};
    pid_t pid = run_elsewhere(p, hang);
    assert_false(journal_take_over(p->draft, 100, &e));
    assert_true(e.text.len > 0);
    assert_false(desk_has_journal(p, ".takeover"));
    error_free(&e);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    struct session s;
    journal_session_open(&s, p);
    assert_int_not_equal(s.found.state, JOURNAL_LOCKED);
    session_end(&s, JOURNAL_END_KEPT);
}

static void moments_are_told(void **state) {
    (void)state;
    setenv("TZ", "Asia/Jakarta", 1);
    tzset();
    struct str out = {0};
    const int64_t noon = 1792904700000; /* 25 October 2026, 12.05 in Jakarta */
    moment_describe(&out, LANG_ID, noon, noon + 3600000);
    str_append_byte(&out, '|');
    moment_describe(&out, LANG_ID, noon, noon + 86400000);
    str_append_byte(&out, '|');
    moment_describe(&out, LANG_ID, noon, noon + 2 * 86400000);
    str_append_byte(&out, '|');
    moment_describe(&out, LANG_EN, noon, noon + 2 * 86400000);
    assert_string_equal(
        str_text(&out),
        "hari ini pukul 12.05|kemarin pukul 12.05|25-10-2026 pukul 12.05|2026-10-25 at 12:05");
    str_free(&out);
}

static void dead_owner_is_known(void **state) {
    (void)state;
    struct str bytes = {0};
    struct owner owner;
    owner_here(&bytes);
    assert_true(owner_decode(str_slice(&bytes), &owner));
    assert_true(owner_may_live(&owner));
    struct owner other = owner;
    other.boot = SLICE("before the restart");
    assert_false(owner_may_live(&other));
    other = owner;
    other.started++;
    assert_false(owner_may_live(&other));
    other = owner;
    other.pid = 0x3fffffff;
    assert_false(owner_may_live(&other));
    other.host = SLICE("server-lain");
    assert_true(owner_may_live(&other));
    str_free(&bytes);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, desk_make, desk_remove)
    const struct CMUnitTest tests[] = {
        T(second_session_is_told_and_takes_over), T(idle_session_is_woken),
        T(session_that_hangs_is_not_taken_over),  cmocka_unit_test(moments_are_told),
        cmocka_unit_test(dead_owner_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
