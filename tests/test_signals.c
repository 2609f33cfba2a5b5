#include "base/signals.h"

#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static struct signals *open_signals(void) {
    struct error e = {0};
    struct signals *signals = signals_open(&e);
    assert_non_null(signals);
    error_free(&e);
    return signals;
}

static bool readable(const struct signals *signals) {
    struct pollfd fd = {.fd = signals_fd(signals), .events = POLLIN};
    return poll(&fd, 1, 0) == 1;
}

static void each_signal_is_its_event(void **state) {
    (void)state;
    static const struct {
        int number;
        enum signal_event event;
    } cases[] = {{SIGHUP, SIGNAL_HANGUP},    {SIGTERM, SIGNAL_TERMINATE}, {SIGQUIT, SIGNAL_TERMINATE},
                 {SIGINT, SIGNAL_INTERRUPT}, {SIGTSTP, SIGNAL_STOP},      {SIGWINCH, SIGNAL_RESIZE},
                 {SIGCONT, SIGNAL_RESIZE},   {SIGPIPE, SIGNAL_NONE},      {SIGXFSZ, SIGNAL_NONE}};
    struct signals *signals = open_signals();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        raise(cases[i].number);
        assert_int_equal(readable(signals), cases[i].event != SIGNAL_NONE);
        assert_int_equal(signals_next(signals), cases[i].event);
        assert_int_equal(signals_next(signals), SIGNAL_NONE);
        assert_false(readable(signals));
    }
    signals_close(signals);
}

static void storm_does_not_hide_hangup(void **state) {
    (void)state;
    struct signals *signals = open_signals();
    for (int i = 0; i < 100000; i++)
        raise(SIGWINCH);
    raise(SIGHUP);
    raise(SIGHUP);
    assert_int_equal(signals_next(signals), SIGNAL_HANGUP);
    assert_int_equal(signals_next(signals), SIGNAL_RESIZE);
    assert_int_equal(signals_next(signals), SIGNAL_NONE);
    signals_close(signals);
}

static void close_restores_handlers(void **state) {
    (void)state;
    struct sigaction before, after;
    sigaction(SIGTERM, NULL, &before);
    signals_close(open_signals());
    sigaction(SIGTERM, NULL, &after);
    assert_true(before.sa_handler == after.sa_handler);
}

/* A group of its own with this process as parent, which can continue it. */
static void suspend_stops_until_continued(void **state) {
    (void)state;
    pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        struct signals *signals = signals_open(NULL);
        signals_suspend(signals);
        _exit(signals_next(signals) == SIGNAL_RESIZE ? 7 : 1);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, WUNTRACED), pid);
    assert_true(WIFSTOPPED(status));
    kill(pid, SIGCONT);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(WEXITSTATUS(status), 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_signal_is_its_event),
        cmocka_unit_test(storm_does_not_hide_hangup),
        cmocka_unit_test(close_restores_handlers),
        cmocka_unit_test(suspend_stops_until_continued),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
