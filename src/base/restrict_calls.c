#include "base/restrict_calls.h"

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

/* Always refused. Calls that a processor does not have are left out; newer ones than the headers know are
 * named by number, which is the same everywhere. */
static const int refused[] = {
    /* other programs and processes */
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kcmp,
    SYS_pidfd_open,
    SYS_pidfd_getfd,
    SYS_pidfd_send_signal,
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    SYS_tkill,
#ifdef SYS_fork
    SYS_fork,
    SYS_vfork,
#endif
    /* the network */
    SYS_socket,
    SYS_socketpair,
/* names, owners and modes that Landlock does not cover; the program itself uses descriptors */
#ifdef SYS_chmod
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_mknod,
    SYS_utime,
    SYS_utimes,
    SYS_futimesat,
#endif
    SYS_utimensat,
    SYS_truncate,
    SYS_fchmodat,
    452, /* fchmodat2 */
    SYS_fchownat,
    SYS_mknodat,
    SYS_setxattr,
    SYS_lsetxattr,
    463, /* setxattrat */
    SYS_removexattr,
    SYS_lremovexattr,
    466, /* removexattrat */
    /* the file system as a whole */
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_move_mount,
    SYS_open_tree,
    SYS_fsopen,
    SYS_fsmount,
    SYS_fspick,
    SYS_fsconfig,
    SYS_mount_setattr,
    SYS_name_to_handle_at,
    SYS_open_by_handle_at,
    SYS_quotactl,
    SYS_swapon,
    SYS_swapoff,
    SYS_fanotify_init,
    /* the kernel */
    SYS_io_uring_setup,
    SYS_io_uring_enter,
    SYS_io_uring_register,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_add_key,
    SYS_request_key,
    SYS_keyctl,
    SYS_unshare,
    SYS_setns,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_reboot,
    SYS_syslog,
    SYS_acct,
    SYS_settimeofday,
    SYS_clock_settime,
    SYS_adjtimex,
    SYS_sethostname,
    SYS_setdomainname,
    SYS_personality,
#ifdef SYS_iopl
    SYS_iopl,
    SYS_ioperm,
#endif
    SYS_vhangup,
};
enum { REFUSED = sizeof refused / sizeof *refused, FILTER_MAX = 2 * REFUSED + 64 };

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

/* Refuses a call unless its argument is one of two values. */
static void only_with(struct filter *f, int call, int i, uint32_t a, uint32_t b) {
    load_number(f);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
    load(f, argument(i));
    put(f, BPF_JMP | BPF_JEQ | BPF_K, a, 2, 0);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, b, 1, 0);
    answer(f, EPERM);
}

static void refuse_with(struct filter *f, int call, int i, uint32_t value) {
    load_number(f);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 3);
    load(f, argument(i));
    put(f, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    answer(f, EPERM);
}

/* Opening for reading with O_TRUNC empties the file, and Landlock before ABI 3 lets it. */
static void refuse_empty(struct filter *f, int call, int flags) {
    load_number(f);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
    load(f, argument(flags));
    put(f, BPF_ALU | BPF_AND | BPF_K, O_TRUNC | O_ACCMODE, 0, 0);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, O_TRUNC | O_RDONLY, 0, 1);
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
    for (size_t i = 0; i < REFUSED; i++) {
        put(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)refused[i], 0, 1);
        answer(f, EPERM);
    }
    /* These hide their flags behind a pointer; without them the C library uses clone and openat. */
    put(f, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 1, 0);
    put(f, BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1);
    answer(f, ENOSYS);
    /* Threads only. */
    put(f, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3);
    load(f, argument(0));
    put(f, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0);
    answer(f, EPERM);
    /* Signals to itself and its process group. */
    only_with(f, SYS_kill, 0, (uint32_t)getpid(), 0);
    only_with(f, SYS_tgkill, 0, (uint32_t)getpid(), (uint32_t)getpid());
#ifdef SYS_open
    refuse_empty(f, SYS_open, 1);
#endif
    refuse_empty(f, SYS_openat, 2);
    refuse_with(f, SYS_ioctl, 1, TIOCSTI);
    refuse_with(f, SYS_ioctl, 1, TIOCLINUX);
    answer(f, 0);
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
