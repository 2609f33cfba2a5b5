#include "base/filter.h"

#include "base/clock.h"
#include "base/restrict.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PIECE = 64 << 10, LOOK_MS = 1 };

/* What stands for it: -1 is none. */
struct ends {
    int input, from, to, null, rules;
};

static void limit(int what, size_t most) {
    setrlimit((__rlimit_resource_t)what, &(struct rlimit){most, most});
}

/* Between fork() and here another thread may hold any lock: only calls of the kernel. */
static _Noreturn void become(const struct filter *filter, const struct ends *ends, pid_t parent) {
    static const char *const variables[] = {"LC_ALL=C", "PATH=/usr/bin:/bin", NULL};
    const int own[] = {ends->input, ends->to, ends->null};
    int moved[3];
    for (int i = 0; i < 3; i++) /* above the three, should one of those be closed */
        moved[i] = fcntl(own[i], F_DUPFD_CLOEXEC, 3);
    for (int i = 0; i < 3; i++)
        if (dup2(moved[i], i) != i) _exit(127);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int i = 0; i < 4; i++)
        signal((const int[]){SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT}[i], SIG_DFL);
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127); /* it ended just before */
    limit(RLIMIT_AS, filter->memory);
    limit(RLIMIT_CPU, filter->seconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    if (ends->rules >= 0 && !restrict_enter(ends->rules)) _exit(127);
    syscall(SYS_close_range, 3, ~0U, 0); /* what this process was itself started with */
    execve(filter->program, (char *const *)(uintptr_t)filter->arguments, (char *const *)(uintptr_t)variables);
    _exit(127);
}

/* The bytes as a file in memory. */
static int file_of(struct slice bytes) {
    int fd = memfd_create("sunting", MFD_CLOEXEC);
    for (size_t at = 0; fd >= 0 && at < bytes.len;) {
        ssize_t n = pwrite(fd, bytes.data + at, bytes.len - at, (off_t)at);
        if (n > 0) {
            at += (size_t)n;
        } else if (n == 0 || errno != EINTR) {
            close(fd);
            return -1;
        }
    }
    return fd;
}

static enum filter_end read_all(int fd, int64_t deadline, size_t most, struct str *out) {
    size_t start = out->len;
    for (;;) {
        int64_t left = deadline - clock_ms();
        if (left <= 0) return FILTER_SLOW;
        if (poll(&(struct pollfd){.fd = fd, .events = POLLIN}, 1, (int)left) <= 0) continue;
        str_reserve(out, PIECE);
        ssize_t n = read(fd, out->data + out->len, PIECE);
        if (n > 0) {
            out->len += (size_t)n;
            out->data[out->len] = 0;
        } else if (n == 0 || errno != EINTR) {
            return n == 0 ? FILTER_DONE : FILTER_FAILED;
        }
        if (out->len - start > most) return FILTER_MUCH;
    }
}

/* Waits for it until the deadline, or not at all when it has to go. */
static enum filter_end reap(pid_t process, int64_t deadline, enum filter_end so_far) {
    int status = 0;
    pid_t ended = 0;
    while (so_far == FILTER_DONE && clock_ms() < deadline &&
           (ended = waitpid(process, &status, WNOHANG)) == 0)
        nanosleep(&(struct timespec){0, LOOK_MS * 1000000L}, NULL);
    kill(-process, SIGKILL); /* and what it may have started */
    if (ended == 0) {
        kill(process, SIGKILL); /* before it had a session of its own */
        while (waitpid(process, &status, 0) < 0 && errno == EINTR)
            ;
        if (so_far == FILTER_DONE) so_far = FILTER_SLOW;
    }
    bool well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return so_far == FILTER_DONE && !well ? FILTER_FAILED : so_far;
}

static void close_all(const struct ends *ends) {
    const int all[] = {ends->input, ends->from, ends->to, ends->null, ends->rules};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i] >= 0) close(all[i]);
}

enum filter_end filter_run(const struct filter *filter, struct slice input, struct str *out) {
    const char *const reads[] = {filter->program, "/lib",       "/lib64",           "/usr/lib", "/usr/lib64",
                                 "/usr/share",    "/usr/local", "/etc/ld.so.cache", NULL};
    int pipes[2] = {-1, -1};
    int64_t deadline = clock_ms() + (int64_t)filter->seconds * 1000;
    struct ends ends = {.input = file_of(input), .null = open("/dev/null", O_RDWR | O_CLOEXEC)};
    bool ready = pipe2(pipes, O_CLOEXEC) == 0 && ends.input >= 0 && ends.null >= 0;
    ends.from = pipes[0], ends.to = pipes[1], ends.rules = restrict_reading(reads);
    enum filter_end end = FILTER_FAILED;
    pid_t parent = getpid(), process = ready ? fork() : -1;
    if (process == 0) become(filter, &ends, parent);
    if (process > 0) {
        close(ends.to);
        ends.to = -1;
        end = reap(process, deadline, read_all(ends.from, deadline, filter->output, out));
    }
    close_all(&ends);
    return end;
}
