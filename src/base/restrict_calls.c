#include "base/restrict_calls.h"

#include <asm/ioctls.h>
#include <asm/sockios.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined __riscv && __riscv_xlen == 64
#define ARCHITECTURE AUDIT_ARCH_RISCV64
#else
#define ARCHITECTURE 0
#endif

#define X32_BIT 0x40000000u
#ifndef TIOCLINUX
#define TIOCLINUX 0x541C
#endif
#if __SIZEOF_POINTER__ < 8 /* ARCHITECTURE is 0: these are never used */
#define SYS_newfstatat -1
#define SYS_sync_file_range -1
#define SYS_fadvise64 -1
#define SYS_mmap -1
#endif

/* All that the program, the C library, ncurses and the sanitizers call for; whatever is not here is answered
 * as if the kernel had never heard of it, which newer libraries take as a request for the older call. */
static const int allowed[] = {
    /* files, below the folder: Landlock */
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_preadv2, SYS_pwrite64, SYS_lseek, SYS_close,
    SYS_fstat, SYS_newfstatat, SYS_statx, SYS_statfs, SYS_fstatfs, SYS_faccessat, 439 /* faccessat2 */,
    SYS_readlinkat, SYS_getdents64, SYS_getcwd, SYS_chdir, SYS_fchdir, SYS_mkdirat, SYS_renameat,
    SYS_renameat2, SYS_unlinkat, SYS_linkat, SYS_symlinkat, SYS_ftruncate, SYS_fallocate, SYS_fsync,
    SYS_fdatasync, SYS_sync_file_range, SYS_fadvise64, SYS_flock, SYS_dup, SYS_dup3, SYS_pipe2,
    SYS_memfd_create, SYS_copy_file_range, SYS_sendfile, SYS_umask, SYS_close_range,
    /* owner, mode and attributes of what is open */
    SYS_fchmod, SYS_fchown, SYS_getxattr, SYS_lgetxattr, SYS_fgetxattr, SYS_listxattr, SYS_llistxattr,
    SYS_flistxattr, SYS_fsetxattr, SYS_fremovexattr,
    /* waiting */
    SYS_ppoll, SYS_pselect6, SYS_epoll_create1, SYS_epoll_ctl, SYS_epoll_pwait, SYS_inotify_init1,
    SYS_inotify_add_watch, SYS_inotify_rm_watch, SYS_eventfd2, SYS_signalfd4, SYS_timerfd_create,
    SYS_timerfd_settime, SYS_nanosleep, SYS_clock_nanosleep, SYS_clock_gettime, SYS_clock_getres,
    SYS_gettimeofday, SYS_restart_syscall, SYS_setitimer, SYS_getitimer, SYS_times,
    /* signals of its own */
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_rt_sigsuspend, SYS_rt_sigpending,
    SYS_rt_sigtimedwait, SYS_sigaltstack,
    /* memory and threads */
    SYS_mmap, SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise, SYS_mincore, SYS_msync, SYS_brk, SYS_futex,
    SYS_set_robust_list, SYS_get_robust_list, SYS_set_tid_address, 334 /* rseq, of 64 bits */, SYS_membarrier,
    SYS_sched_yield, SYS_sched_getaffinity, SYS_getcpu, SYS_prctl, SYS_getrandom, SYS_exit, SYS_exit_group,
    SYS_wait4, SYS_waitid,
    /* who and where it is */
    SYS_getpid, SYS_getppid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_getgroups,
    SYS_getresuid, SYS_getresgid, SYS_getpgid, SYS_getsid, SYS_uname, SYS_sysinfo, SYS_getrusage,
#ifdef __x86_64__ /* the older names, which newer processors do not have */
    SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_getdents, SYS_mkdir, SYS_rmdir, SYS_rename, SYS_unlink,
    SYS_link, SYS_symlink, SYS_dup2, SYS_pipe, SYS_poll, SYS_select, SYS_epoll_create, SYS_epoll_wait,
    SYS_inotify_init, SYS_alarm, SYS_pause, SYS_time, SYS_getpgrp, SYS_getrlimit, SYS_setrlimit,
    SYS_arch_prctl
#endif
};
enum { ALLOWED = sizeof allowed / sizeof *allowed, FILTER_MAX = 2 * ALLOWED + 128 };

struct filter {
    struct sock_filter code[FILTER_MAX];
    unsigned short count;
};

static void put(struct filter *f, uint16_t code, uint32_t k, uint8_t yes, uint8_t no) {
    f->code[f->count++] = (struct sock_filter){code, yes, no, k};
}

static void load(struct filter *f, size_t offset) {
    put(f, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void answer(struct filter *f, int error) {
    put(f, BPF_RET | BPF_K, error ? SECCOMP_RET_ERRNO | (uint32_t)error : SECCOMP_RET_ALLOW, 0, 0);
}

/* The low half of an argument: none of those looked at has more, or more than it counts. */
static size_t argument(int i) {
    return offsetof(struct seccomp_data, args) + 8 * (size_t)i;
}

static void load_number(struct filter *f) {
    load(f, offsetof(struct seccomp_data, nr));
}

/* Allows a call when its argument is one of two values. */
static void only_with(struct filter *f, int call, int i, uint32_t a, uint32_t b) {
    load_number(f);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
    load(f, argument(i));
    put(f, BPF_JMP | BPF_JEQ | BPF_K, a, 1, 0);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, b, 0, 1);
    answer(f, 0);
    answer(f, EPERM);
}

/* Allows a call unless its argument is one of these values. */
static void all_but(struct filter *f, int call, int i, const uint32_t *values, uint8_t count) {
    load_number(f);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, (uint8_t)(count + 3));
    load(f, argument(i));
    for (uint8_t k = 0; k < count; k++)
        put(f, BPF_JMP | BPF_JEQ | BPF_K, values[k], (uint8_t)(count - k), 0);
    answer(f, 0);
    answer(f, EPERM);
}

/* Opening for reading with O_TRUNC empties the file, and Landlock before ABI 3 lets it. */
static void unless_it_empties(struct filter *f, int call, int flags) {
    load_number(f);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
    load(f, argument(flags));
    put(f, BPF_ALU | BPF_AND | BPF_K, O_TRUNC | O_ACCMODE, 0, 0);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, O_TRUNC | O_RDONLY, 1, 0);
    answer(f, 0);
    answer(f, EPERM);
}

static void compose(struct filter *f) {
    load(f, offsetof(struct seccomp_data, arch));
    put(f, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
    put(f, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS, 0, 0);
    load_number(f);
#ifdef __x86_64__
    put(f, BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 1);
    answer(f, EPERM);
#endif
    for (size_t i = 0; i < ALLOWED; i++) {
        put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)allowed[i], 0, 1);
        answer(f, 0);
    }
    /* Threads, no processes. clone3 and openat2 hide their flags after a pointer and are not there. */
    put(f, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4);
    load(f, argument(0));
    put(f, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
    answer(f, 0);
    answer(f, EPERM);
    /* Signals to itself and its process group. */
    only_with(f, SYS_kill, 0, (uint32_t)getpid(), 0);
    only_with(f, SYS_tgkill, 0, (uint32_t)getpid(), (uint32_t)getpid());
    only_with(f, SYS_prlimit64, 0, (uint32_t)getpid(), 0);
#ifdef SYS_open
    unless_it_empties(f, SYS_open, 1);
#endif
    unless_it_empties(f, SYS_openat, 2);
    /* No input pushed into the terminal, no signals to others by way of a descriptor. */
    static const uint32_t requests[] = {TIOCSTI, TIOCLINUX, FIOSETOWN, SIOCSPGRP};
    static const uint32_t commands[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};
    all_but(f, SYS_ioctl, 1, requests, sizeof requests / sizeof *requests);
    all_but(f, SYS_fcntl, 1, commands, sizeof commands / sizeof *commands);
    answer(f, ENOSYS);
}

bool restrict_calls_possible(void) {
    uint32_t action = SECCOMP_RET_ERRNO;
    return ARCHITECTURE != 0 && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool restrict_calls(void) {
    struct filter f = {.count = 0};
    compose(&f);
    struct sock_fprog program = {.len = f.count, .filter = f.code};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}
