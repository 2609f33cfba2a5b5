/* Every system call and every allocation of the journal fails once, or from then on: what is restored is
 * always a text that once was, and never older than what was said to be safe. */
#include "base/memory.h"
#include "faults.h"
#include "journal_run.h"
#include "workplace.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* What a writer does in a session: types, pauses, opens again, saves. */
static void write_session(struct run *r) {
    journal_run_open(r);
    run_note_text(r);
    run_edit(r, 5, 0, SLICE(" Satu"));
    run_edit(r, 10, 0, SLICE(" dua."));
    run_pass(r, 800);
    journal_step(r->session.journal);
    run_edit(r, 0, 5, SLICE(""));
    run_pass(r, 3000);
    run_make_safe(r);
    run_edit(r, 0, 0, SLICE("Baru\nlagi"));
    run_pass(r, 1000);
    run_edit(r, 3, 1, SLICE("x"));
    run_pass(r, 1500);
    run_make_safe(r);
    run_edit(r, 0, 0, SLICE("!"));
    run_pass(r, 1500);
    run_make_safe(r);
    journal_close(r->session.journal, JOURNAL_END_KEPT);
}

static bool run_with(const void *context, struct fault fault) {
    struct run r = {0};
    char where[120];
    (void)context;
    fault_describe(fault, where, sizeof where);
    run_start_afresh();
    run_load(&r);
    size_t before = work_open_files();
    faults_begin(fault);
    write_session(&r);
    bool struck;
    faults_end(&struck);
    if (work_open_files() != before) fail_msg("%s: a file stays open", where);
    if (r.safe < 3 && fault.error && !r.session.e.text.len) fail_msg("%s: not safe, and nothing said", where);
    run_check_restored(&r, where);
    run_free(&r);
    return struck;
}

static void every_call_fails(void **state) {
    (void)state;
    int runs = faults_each(60, run_with, NULL);
    print_message("%d sessions with a fault\n", runs);
    assert_true(runs > 400);
}

/* A fault that ends is told once, and everything is safe again afterwards. */
static void full_disk_is_told_once_and_mended(void **state) {
    (void)state;
    struct run r = {0};
    bool struck;
    run_start_afresh();
    run_load(&r);
    journal_run_open(&r);
    run_note_text(&r);
    run_edit(&r, 5, 0, SLICE(" Satu."));
    faults_begin((struct fault){.at = 1, .persistent = true, .error = ENOSPC});
    int told = 0;
    for (int i = 0; i < 20; i++) {
        r.session.now += 1000;
        told += !journal_tick(r.session.journal, r.session.text, r.session.now, &r.session.e);
        run_edit(&r, 0, 0, SLICE("a"));
    }
    faults_end(&struck);
    assert_true(struck);
    assert_int_equal(told, 1);
    assert_non_null(strstr(str_text(&r.session.e.text), error_reason(&r.session.e, ENOSPC)));
    assert_false(journal_taken_by(r.session.journal, NULL, LANG_ID));
    run_pass(&r, 3000);
    run_make_safe(&r);
    assert_int_equal(r.safe, r.count - 1);
    journal_close(r.session.journal, JOURNAL_END_KEPT);
    run_check_restored(&r, "mended");
    run_free(&r);
}

/* The allocation that fails ends the process; the handler does what the editor's does. */
static void sync_at_the_end(void *context) {
    struct run *r = context;
    if (r->session.journal) journal_sync(r->session.journal);
}

static int session_without_memory(int at) {
    pid_t child = fork();
    if (child == 0) {
        struct run r = {0};
        dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
        run_load(&r);
        memory_on_exhausted(sync_at_the_end, &r);
        journal_run_open(&r);
        struct edit first = {5, SLICE(""), SLICE(" Satu")}, second = {0, SLICE(""), SLICE("Nol ")};
        journal_edit(r.session.journal, &first, JOURNAL_EDIT, 0);
        faults_allocation(at);
        text_apply(r.session.text, &first);
        journal_tick(r.session.journal, r.session.text, 800, NULL);
        text_apply(r.session.text, &second);
        journal_edit(r.session.journal, &second, JOURNAL_EDIT, 900);
        journal_step(r.session.journal);
        journal_sync(r.session.journal);
        faults_allocation(0);
        journal_close(r.session.journal, JOURNAL_END_KEPT);
        run_free(&r);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void every_allocation_fails(void **state) {
    (void)state;
    int status = 2, at = 1;
    for (; status != 0 && at < 200; at++) {
        struct run expected = {0};
        run_start_afresh();
        status = session_without_memory(at);
        run_load(&expected);
        run_note_text(&expected);
        struct edit first = {5, SLICE(""), SLICE(" Satu")}, second = {0, SLICE(""), SLICE("Nol ")};
        text_apply(expected.session.text, &first);
        run_note_text(&expected);
        expected.safe = 1; /* it was in the journal when memory ran out */
        text_apply(expected.session.text, &second);
        run_note_text(&expected);
        run_check_restored(&expected, "out of memory");
        run_free(&expected);
    }
    assert_int_equal(status, 0);
    assert_true(at > 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_fails),
        cmocka_unit_test(full_disk_is_told_once_and_mended),
        cmocka_unit_test(every_allocation_fails),
    };
    return cmocka_run_group_tests(tests, work_enter, work_leave);
}
