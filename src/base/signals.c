#include "base/signals.h"

#include "base/memory.h"
#include "base/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static const struct {
    int number;
    enum signal_event event; /* SIGNAL_NONE: ignored */
} caught[] = {
    {SIGHUP, SIGNAL_HANGUP},    {SIGTERM, SIGNAL_TERMINATE}, {SIGQUIT, SIGNAL_TERMINATE},
    {SIGINT, SIGNAL_INTERRUPT}, {SIGTSTP, SIGNAL_STOP},      {SIGWINCH, SIGNAL_RESIZE},
    {SIGCONT, SIGNAL_RESIZE},   {SIGPIPE, SIGNAL_NONE},      {SIGXFSZ, SIGNAL_NONE},
};
enum { CAUGHT = sizeof caught / sizeof *caught };

struct signals {
    int reading;
    struct sigaction before[CAUGHT];
};

/* A handler has no caller: what it needs is the process's. A bit for each event keeps a storm of SIGWINCH
 * from filling the pipe before the SIGHUP after it. */
static _Atomic unsigned noted;
static _Atomic int writing = -1;

static void note(int number) {
    int saved = errno;
    for (size_t i = 0; i < CAUGHT; i++) {
        unsigned bit = 1u << caught[i].event;
        if (caught[i].number != number || (atomic_fetch_or(&noted, bit) & bit)) continue;
        ssize_t n = write(atomic_load(&writing), "", 1);
        (void)n; /* full: then the loop is woken anyway */
    }
    errno = saved;
}

struct signals *signals_open(struct error *e) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        error_set(e, SIGNALS_NO_PIPE, error_reason(e, errno));
        return NULL;
    }
    struct signals *signals = memory_zero(1, sizeof *signals);
    signals->reading = ends[0];
    atomic_store(&writing, ends[1]);
    atomic_store(&noted, 0);
    for (size_t i = 0; i < CAUGHT; i++) {
        struct sigaction action = {.sa_handler = caught[i].event ? note : SIG_IGN, .sa_flags = SA_RESTART};
        sigfillset(&action.sa_mask);
        sigaction(caught[i].number, &action, &signals->before[i]);
    }
    return signals;
}

void signals_close(struct signals *signals) {
    if (!signals) return;
    for (size_t i = 0; i < CAUGHT; i++)
        sigaction(caught[i].number, &signals->before[i], NULL);
    close(atomic_exchange(&writing, -1));
    close(signals->reading);
    free(signals);
}

int signals_fd(const struct signals *signals) {
    return signals->reading;
}

enum signal_event signals_next(struct signals *signals) {
    char bytes[16];
    /* First the pipe, then the bits: a signal in between leaves a byte too many, never one too few. */
    while (read(signals->reading, bytes, sizeof bytes) > 0) {
    }
    for (enum signal_event event = SIGNAL_HANGUP; event <= SIGNAL_RESIZE; event++)
        if (atomic_fetch_and(&noted, ~(1u << event)) & (1u << event)) return event;
    return SIGNAL_NONE;
}

void signals_suspend(struct signals *signals) {
    (void)signals;
    struct sigaction normal = {.sa_handler = SIG_DFL}, ours;
    sigaction(SIGTSTP, &normal, &ours);
    /* The whole group, as the terminal's own Ctrl-Z: a script that called the program stops with it. Without
     * a shell that could continue it (ForceCommand of sshd) the system ignores this. */
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}
