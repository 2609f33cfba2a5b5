#include "ways_out.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <mqueue.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

static int done(long result) {
    return result >= 0;
}

int can_open(const char *path, int flags) {
    int fd = open(path, flags, 0600);
    if (fd >= 0) close(fd);
    return fd >= 0;
}

static int open_absolute(const char *secret) {
    return can_open(secret, O_RDONLY);
}
static int open_to_write(const char *secret) {
    return can_open(secret, O_WRONLY) || can_open(secret, O_RDWR | O_APPEND);
}
static int open_to_empty(const char *secret) {
    return can_open(secret, O_RDONLY | O_TRUNC) || can_open(secret, O_WRONLY | O_TRUNC);
}
static int truncate_by_name(const char *secret) {
    return done(truncate(secret, 0));
}
static int open_data_to_empty(const char *secret) {
    (void)secret;
    const char *data = getenv("READABLE");
    return can_open(data, O_RDONLY | O_TRUNC) || can_open(data, O_WRONLY) || done(truncate(data, 0));
}
static int open_relative(const char *secret) {
    (void)secret;
    return can_open("../outside/secret", O_RDONLY);
}
static int follow_symlink(const char *secret) {
    (void)secret;
    return can_open("link", O_RDONLY) || can_open("link", O_WRONLY);
}
static int follow_linked_folder(const char *secret) {
    (void)secret;
    return can_open("linked/secret", O_RDONLY) || can_open("linked/new", O_WRONLY | O_CREAT);
}
static int make_symlink(const char *secret) {
    return done(symlink(secret, "new-link"));
}
static int hard_link_in(const char *secret) {
    return done(link(secret, "stolen"));
}
static int hard_link_out(const char *secret) {
    (void)secret;
    return done(link("draft", "../outside/leak"));
}
static int rename_in(const char *secret) {
    return done(rename(secret, "stolen"));
}
static int rename_out(const char *secret) {
    (void)secret;
    return done(rename("draft", "../outside/leak"));
}
static int proc_root(const char *secret) {
    char path[512];
    snprintf(path, sizeof path, "/proc/self/root%s", secret);
    return can_open(path, O_RDONLY);
}
static int proc_cwd(const char *secret) {
    (void)secret;
    return can_open("/proc/self/cwd/../outside/secret", O_RDONLY);
}
static int proc_of_parent(const char *secret) {
    (void)secret;
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/environ", getppid());
    if (can_open(path, O_RDONLY)) return 1;
    snprintf(path, sizeof path, "/proc/%d/mem", getppid());
    return can_open(path, O_RDWR);
}
static int reopen_path_descriptor(const char *secret) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", open(secret, O_PATH));
    return can_open(path, O_RDONLY);
}
static int create_outside(const char *secret) {
    (void)secret;
    return can_open("../outside/new", O_WRONLY | O_CREAT) || done(mkdir("../outside/folder", 0700)) ||
           can_open("../outside", O_TMPFILE | O_RDWR);
}
static int remove_outside(const char *secret) {
    return done(unlink(secret)) || done(rmdir("../outside/empty"));
}
static int list_outside(const char *secret) {
    (void)secret;
    return can_open("../outside", O_RDONLY | O_DIRECTORY) || can_open("/", O_RDONLY | O_DIRECTORY);
}
static int use_temporary_folder(const char *secret) {
    (void)secret;
    return can_open("/tmp/sunting-restrict-leak", O_WRONLY | O_CREAT) ||
           can_open("/dev/shm/sunting-restrict-leak", O_WRONLY | O_CREAT);
}
static int change_mode_or_owner(const char *secret) {
    return done(chmod(secret, 0666)) || done(fchmodat(AT_FDCWD, secret, 0666, 0)) ||
           done(syscall(452, AT_FDCWD, secret, 0666, 0)) || done(chown(secret, getuid(), getgid())) ||
           done(lchown(secret, getuid(), getgid()));
}
static int change_attributes(const char *secret) {
    return done(setxattr(secret, "user.x", "y", 1, 0)) || done(utimensat(AT_FDCWD, secret, NULL, 0));
}
static int run_shell(const char *secret) {
    (void)secret;
    char shell[] = "sh", *const argv[] = {shell, NULL};
    execv("/bin/sh", argv); /* comes back only when refused */
    return 0;
}
static int run_from_folder(const char *secret) {
    (void)secret;
    char tool[] = "tool", *const argv[] = {tool, NULL};
    execv("./tool", argv);
    syscall(SYS_execveat, AT_FDCWD, "./tool", argv, NULL, 0);
    return 0;
}
static int spawn(const char *secret) {
    (void)secret;
    char name[] = "true", *const argv[] = {name, NULL};
    pid_t pid;
    return posix_spawn(&pid, "/bin/true", NULL, NULL, argv, NULL) == 0 || system("true") == 0;
}
static int fork_process(const char *secret) {
    (void)secret;
    pid_t pid = fork();
    if (pid == 0) _exit(0);
    if (pid < 0) pid = (pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
    if (pid == 0) _exit(0);
    return pid > 0;
}
static int open_socket(const char *secret) {
    (void)secret;
    int ends[2];
    return done(socket(AF_INET, SOCK_STREAM, 0)) || done(socket(AF_UNIX, SOCK_STREAM, 0)) ||
           done(socket(AF_NETLINK, SOCK_RAW, 0)) || done(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
}
static int trace_parent(const char *secret) {
    (void)secret;
    char byte;
    struct iovec here = {&byte, 1}, there = {(void *)&errno, 1};
    return done(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL)) ||
           done(process_vm_readv(getppid(), &here, 1, &there, 1, 0));
}
static int signal_parent(const char *secret) {
    (void)secret;
    return done(kill(getppid(), 0)) || done(kill(getppid(), SIGCONT)) || done(kill(-1, 0)) ||
           done(syscall(SYS_tkill, getppid(), SIGCONT)) ||
           done(syscall(SYS_tgkill, getppid(), getppid(), SIGCONT));
}
static int mount_or_chroot(const char *secret) {
    (void)secret;
    return done(mount("none", ".", "tmpfs", 0, NULL)) || done(chroot(".")) || done(unshare(CLONE_NEWUSER)) ||
           done(unshare(CLONE_NEWNS));
}
static int open_by_handle(const char *secret) {
    struct {
        struct file_handle head;
        unsigned char bytes[128];
    } handle = {.head.handle_bytes = 128};
    int mount_id;
    return done(name_to_handle_at(AT_FDCWD, secret, &handle.head, &mount_id, 0)) ||
           done(open_by_handle_at(AT_FDCWD, &handle.head, O_RDONLY));
}
static int use_io_uring(const char *secret) {
    (void)secret;
    char parameters[256] = {0};
    return done(syscall(SYS_io_uring_setup, 4, parameters));
}
static int type_into_terminal(const char *secret) {
    (void)secret;
    /* EPERM from the filter comes before ENOTTY from the kernel. */
    char x = 'x';
    errno = 0;
    return done(ioctl(STDIN_FILENO, TIOCSTI, &x)) || errno != EPERM;
}
/* Memory and queues that other users' programs share, and calls that no editor needs. */
static int share_with_others(const char *secret) {
    (void)secret;
    struct f_owner_ex owner = {F_OWNER_PID, getppid()};
    return done(shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600)) || done(msgget(IPC_PRIVATE, IPC_CREAT | 0600)) ||
           done(semget(IPC_PRIVATE, 1, IPC_CREAT | 0600)) ||
           done(mq_open("/sunting", O_CREAT | O_RDWR, 0600, NULL)) ||
           done(fcntl(STDIN_FILENO, F_SETOWN, getppid())) || done(fcntl(STDIN_FILENO, F_SETOWN_EX, &owner)) ||
           done(fcntl(STDIN_FILENO, F_SETSIG, SIGCONT)) ||
           done(prlimit(getppid(), RLIMIT_CORE, NULL, &(struct rlimit){0}));
}
static int call_the_unknown(const char *secret) {
    (void)secret;
    /* close_range, faccessat2; landlock_create_ruleset, which the tests answer themselves */
    static const int others[] = {436, 439, SYS_landlock_create_ruleset};
    for (int call = 424; call < 500; call++) {
        bool known = false;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            known |= call == others[i];
        errno = 0;
        if (!known && (syscall(call, -1, -1, -1, -1, -1, -1) != -1 || errno != ENOSYS)) return 1;
    }
    return done(setsid()) || done(nice(1)) || done(syscall(SYS_sched_setscheduler, 0, 0, NULL));
}
static int make_device(const char *secret) {
    (void)secret;
    return done(mknod("fifo", S_IFIFO | 0600, 0)) || done(mknodat(AT_FDCWD, "fifo", S_IFREG | 0600, 0));
}
static int use_inherited_descriptor(const char *secret) {
    (void)secret;
    for (int fd = 3; fd < 1000; fd++)
        if (fcntl(fd, F_GETFD) >= 0) return 1;
    return 0;
}
static int lift_it(const char *secret) {
    (void)secret;
    struct landlock_ruleset_attr all = {.handled_access_fs = LANDLOCK_ACCESS_FS_READ_FILE};
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
    struct landlock_path_beneath_attr rule = {LANDLOCK_ACCESS_FS_READ_FILE, open("/", O_PATH)};
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    syscall(SYS_landlock_restrict_self, ruleset, 0);
    return can_open(secret, O_RDONLY);
}

const struct way_out ways_out[] = {
#define WAY(f)                                                                                               \
    { #f, f }
    WAY(open_absolute),
    WAY(open_to_write),
    WAY(open_to_empty),
    WAY(truncate_by_name),
    WAY(open_data_to_empty),
    WAY(open_relative),
    WAY(follow_symlink),
    WAY(make_symlink),
    WAY(follow_linked_folder),
    WAY(hard_link_in),
    WAY(hard_link_out),
    WAY(rename_in),
    WAY(rename_out),
    WAY(proc_root),
    WAY(proc_cwd),
    WAY(proc_of_parent),
    WAY(reopen_path_descriptor),
    WAY(create_outside),
    WAY(remove_outside),
    WAY(list_outside),
    WAY(use_temporary_folder),
    WAY(change_attributes),
    WAY(change_mode_or_owner),
    WAY(run_shell),
    WAY(run_from_folder),
    WAY(spawn),
    WAY(fork_process),
    WAY(open_socket),
    WAY(trace_parent),
    WAY(signal_parent),
    WAY(mount_or_chroot),
    WAY(open_by_handle),
    WAY(use_io_uring),
    WAY(type_into_terminal),
    WAY(share_with_others),
    WAY(call_the_unknown),
    WAY(make_device),
    WAY(lift_it),
    WAY(use_inherited_descriptor),
    WAY(load_draft),
    WAY(save_draft_as),
    WAY(state_path),
    WAY(dictionary_path),
    WAY(config_path),
    WAY(theme_variable),
    {NULL, NULL},
};
