/* draft/journal: a disk that takes long to flush stops nobody from writing. */
#include "journal_session.h"

#include "base/file.h"

#include <errno.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

#include <cmocka.h>

/* Every flush waits until the test lets it go on; one that the session itself would wait for is counted. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t opened;
    pthread_t session;
    bool closed;
    int error, waited, flushed;
} gate = {.lock = PTHREAD_MUTEX_INITIALIZER, .opened = PTHREAD_COND_INITIALIZER};

static int pass_gate(void) {
    pthread_mutex_lock(&gate.lock);
    bool own = pthread_equal(pthread_self(), gate.session);
    if (own && gate.closed) gate.waited++;
    while (!own && gate.closed)
        pthread_cond_wait(&gate.opened, &gate.lock);
    int error = own ? 0 : gate.error;
    gate.flushed++;
    pthread_mutex_unlock(&gate.lock);
    errno = error;
    return error ? -1 : 0;
}

int __wrap_fsync(int fd);
int __wrap_fsync(int fd) {
    (void)fd;
    return pass_gate();
}

int __wrap_fdatasync(int fd);
int __wrap_fdatasync(int fd) {
    (void)fd;
    return pass_gate();
}

static void set_gate(bool closed, int error) {
    pthread_mutex_lock(&gate.lock);
    gate.session = pthread_self();
    gate.closed = closed;
    gate.error = error;
    if (closed) gate.waited = gate.flushed = 0;
    pthread_cond_broadcast(&gate.opened);
    pthread_mutex_unlock(&gate.lock);
}

/* The journal in the file holds these words. */
static bool is_written(const struct journal_desk *desk, const char *words) {
    struct str path = desk_journal(desk, ""), bytes = {0};
    bool held = file_read(str_text(&path), 1 << 20, &bytes, NULL) &&
                slice_find(str_slice(&bytes), slice_of(words), 0) != SIZE_MAX;
    str_free(&path);
    str_free(&bytes);
    return held;
}

/* The folders of the state are made for it. */
static void first_start_waits_for_no_disk(void **state) {
    struct session s;
    set_gate(true, 0);
    journal_session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("Kalimat pertama."));
    session_pass(&s, JOURNAL_WRITE_MS);
    assert_true(is_written(*state, "Kalimat pertama."));
    assert_int_equal(gate.waited, 0);
    set_gate(false, 0);
    session_end(&s, JOURNAL_END_SAVED);
}

static void typing_goes_on_while_the_disk_flushes(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    set_gate(true, 0);
    session_edit(&s, 0, 0, SLICE("Satu. "));
    session_pass(&s, JOURNAL_WRITE_MS);
    session_pass(&s, JOURNAL_SYNC_MS); /* begins the flush, which does not end */
    session_edit(&s, 6, 0, SLICE("Dua. "));
    session_pass(&s, JOURNAL_WRITE_MS);
    assert_true(is_written(*state, "Dua."));
    session_pass(&s, JOURNAL_SYNC_MS); /* not a second one beside it */
    session_edit(&s, 11, 0, SLICE("Tiga. "));
    session_pass(&s, JOURNAL_WRITE_MS);
    assert_true(is_written(*state, "Tiga."));
    assert_true(journal_due(s.journal, s.now) > 0);
    assert_int_equal(gate.waited, 0);
    assert_int_equal(gate.flushed, 0);
    set_gate(false, 0);
    session_end(&s, JOURNAL_END_SAVED);
    assert_true(gate.flushed > 0);
}

/* A save writes the file while the journal is flushed, and waits for that before the file changes; what tells
 * that all is saved, nobody waits for. */
static void saving_waits_once(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("Satu. "));
    set_gate(true, 0);
    journal_sync_begin(s.journal, s.now);
    assert_true(is_written(*state, "Satu."));
    assert_int_equal(gate.waited, 0);
    set_gate(false, 0);
    assert_true(journal_sync(s.journal));
    int flushed = gate.flushed;
    assert_true(flushed > 0);
    set_gate(true, 0);
    session_save(&s, *state);
    assert_int_equal(gate.waited, 0);
    set_gate(false, 0);
    assert_true(journal_sync(s.journal));
    assert_true(gate.flushed > 0);
    session_end(&s, JOURNAL_END_SAVED);
}

/* What came after the flush beside had begun is flushed all the same. */
static void what_comes_meanwhile_is_flushed_too(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("Satu. "));
    journal_sync_begin(s.journal, s.now);
    session_edit(&s, 6, 0, SLICE("Dua. "));
    gate.flushed = 0;
    assert_true(journal_sync(s.journal));
    assert_true(is_written(*state, "Dua."));
    assert_true(gate.flushed > 0);
    session_end(&s, JOURNAL_END_SAVED);
}

/* Another file takes the place of one that may have holes; this one is removed, so that it is seen. */
static void failed_flush_renews_the_journal(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    set_gate(true, EIO);
    session_edit(&s, 0, 0, SLICE("Satu. "));
    session_pass(&s, JOURNAL_WRITE_MS);
    session_pass(&s, JOURNAL_SYNC_MS);
    struct str path = desk_journal(*state, "");
    assert_int_equal(unlink(str_text(&path)), 0);
    set_gate(false, EIO);
    for (int i = 0; i < 3000 && access(str_text(&path), F_OK) != 0; i++) {
        usleep(10000);
        session_pass(&s, JOURNAL_FLUSH_LOOK_MS);
    }
    assert_true(is_written(*state, "Satu."));
    str_free(&path);
    set_gate(false, 0);
    session_end(&s, JOURNAL_END_SAVED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(first_start_waits_for_no_disk, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(typing_goes_on_while_the_disk_flushes, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(saving_waits_once, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(what_comes_meanwhile_is_flushed_too, desk_make, desk_remove),
        cmocka_unit_test_setup_teardown(failed_flush_renews_the_journal, desk_make, desk_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
