#include "archive/helper.h"

#include "archive/messages.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROGRAM "sunting-arsip-pg"
enum { END_MS = 300, LOOK_MS = 5 };

/* Where it is installed. Never a place that a variable or a setting names. */
static bool find_program(struct str *path) {
    static const char *const places[] = {"/" PROGRAM, "/../libexec/sunting/" PROGRAM};
    char self[4096];
    ssize_t len = readlink("/proc/self/exe", self, sizeof self);
    if (len <= 0 || (size_t)len == sizeof self) return false;
    struct slice folder = path_folder((struct slice){self, (size_t)len});
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        str_clear(path);
        str_append(path, folder);
        str_append_text(path, places[i]);
        if (access(str_text(path), X_OK) == 0) return true;
    }
    return false;
}

/* In a session of its own, so that no key of the terminal reaches it. */
static int spawn(const char *path, const char *only, int end, pid_t *process) {
    char *const arguments[] = {(char *)(uintptr_t)PROGRAM, (char *)(uintptr_t)only, NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (size_t i = 0; i < 3; i++)
        sigaddset(&usual, (const int[]){SIGPIPE, SIGXFSZ, SIGINT}[i]);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&how);
    posix_spawn_file_actions_adddup2(&files, end, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &usual);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    int problem = posix_spawn(process, path, &files, &how, arguments, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
    return problem;
}

/* only: the one archive that it will read; NULL: any, and it writes too. */
static bool start(struct helper *helper, const char *where, const char *only, struct error *e) {
    struct str path = {0};
    int ends[2];
    *helper = (struct helper){.fd = -1};
    if (!find_program(&path)) {
        str_free(&path);
        return error_set(e, ARCHIVE_NO_HELPER, where);
    }
    int problem = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0 ? 0 : errno;
    if (!problem) {
        helper->fd = ends[0];
        problem = spawn(str_text(&path), only, ends[1], &helper->process);
        close(ends[1]);
    }
    str_free(&path);
    if (!problem) return true;
    helper->process = 0;
    helper_end(helper);
    return error_set(e, ARCHIVE_HELPER_FAILED, where, error_reason(e, problem));
}

bool helper_start(struct helper *helper, const char *where, struct error *e) {
    struct stat st;
    if (path_is_within("/")) return start(helper, where, NULL, e);
    *helper = (struct helper){.fd = -1};
    if (fstat(HELPER_FD, &st) == 0 && S_ISSOCK(st.st_mode)) helper->fd = dup(HELPER_FD);
    return helper->fd >= 0 || error_set(e, ARCHIVE_NO_HELPER, where);
}

void helper_end(struct helper *helper) {
    if (helper->fd >= 0) close(helper->fd);
    helper->fd = -1;
    for (int ms = 0; helper->process && ms < END_MS; ms += LOOK_MS) {
        if (waitpid(helper->process, NULL, WNOHANG) != 0) helper->process = 0;
        if (helper->process) nanosleep(&(struct timespec){0, LOOK_MS * 1000000L}, NULL);
    }
    if (!helper->process) return;
    kill(helper->process, SIGKILL);
    waitpid(helper->process, NULL, 0);
    helper->process = 0;
}

bool helper_start_early(const char *where, struct error *e) {
    struct helper helper;
    if (!start(&helper, where, where, e)) return false;
    if (helper.fd == HELPER_FD) return fcntl(HELPER_FD, F_SETFD, FD_CLOEXEC) == 0;
    bool ok = dup3(helper.fd, HELPER_FD, O_CLOEXEC) == HELPER_FD;
    close(helper.fd);
    return ok || error_set(e, ARCHIVE_HELPER_FAILED, where, error_reason(e, errno));
}
