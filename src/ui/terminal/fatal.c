#include "ui/terminal/fatal.h"

#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
enum { DEADLY = sizeof deadly / sizeof *deadly };

/* A handler has no caller: what it needs is the process's. */
static struct termios shell_state;
static _Atomic int guarding;

static void restore(int number) {
    static const char text[] = "\033[?1006l\033[?1002l\033[?1000l\033[?2004l\033[0m\033[?25h\033[?1049l\r\n"
                               "sunting: galat program / program error; sunting akan menawarkan pemulihan / "
                               "start it again to restore your work\r\n";
    if (atomic_exchange(&guarding, 0)) {
        ssize_t n = write(STDOUT_FILENO, text, sizeof text - 1);
        (void)n;
        tcsetattr(STDIN_FILENO, TCSANOW, &shell_state);
    }
    signal(number, SIG_DFL);
    raise(number);
}

void fatal_guard(const struct termios *before) {
    shell_state = *before;
    atomic_store(&guarding, 1);
    for (int i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &(struct sigaction){.sa_handler = restore, .sa_flags = (int)SA_RESETHAND}, NULL);
}

void fatal_release(void) {
    if (!atomic_exchange(&guarding, 0)) return;
    for (int i = 0; i < DEADLY; i++)
        signal(deadly[i], SIG_DFL);
}
