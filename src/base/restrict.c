#include "base/restrict.h"

#include "base/messages.h"
#include "base/paths.h"
#include "base/restrict_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What <linux/landlock.h> of older systems lacks; the kernel that runs decides, by its ABI number. */
#define ACCESS_TRUNCATE (1ULL << 14)  /* ABI 3 */
#define ACCESS_IOCTL_DEV (1ULL << 15) /* ABI 5 */
#define ACCESS_BASE ((1ULL << 13) - 1)
#define ACCESS_ALL (ACCESS_BASE | LANDLOCK_ACCESS_FS_REFER | ACCESS_TRUNCATE | ACCESS_IOCTL_DEV)
#define ACCESS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define ACCESS_WRITE                                                                                         \
    (ACCESS_READ | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |                           \
     LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |            \
     LANDLOCK_ACCESS_FS_REFER | ACCESS_TRUNCATE)
#define ACCESS_TERMINAL (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | ACCESS_IOCTL_DEV)
#define ACCESS_OF_FILES                                                                                      \
    (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE |             \
     ACCESS_TRUNCATE | ACCESS_IOCTL_DEV)

enum { ABI_REFER = 2, ABI_TRUNCATE = 3, ABI_NET = 4, ABI_IOCTL = 5, ABI_SCOPE = 6 };

/* struct landlock_ruleset_attr as of ABI 6. */
struct ruleset {
    uint64_t files, net, scoped;
};

static const char *const readable[] = {
    "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/terminfo", "/lib/terminfo",
    "/etc/terminfo",       "/usr/lib/locale",    "/usr/share/locale",   "/usr/share/zoneinfo",
    "/etc/localtime",      "/proc/self/stat",    "/proc/locks",         "/proc/sys/kernel/random/boot_id",
};
static const char *const terminals[] = {"/dev/tty", "/dev/null"};
static const char *const data[] = {"dictionaries", "themes", "lessons", "templates"};

/* Variables that name files, and where they point afterwards, below the folder; NULL: nowhere. */
static const struct {
    const char *name, *below;
} variables[] = {
    {"HOME", ""},
    {RESTRICTED_VARIABLE, ""},
    {"XDG_CONFIG_HOME", "/.config"},
    {"XDG_DATA_HOME", "/.local/share"},
    {"XDG_STATE_HOME", "/.local/state"},
    {"SUNTING_DATA", NULL},
    {"DICPATH", NULL},
    {"TERMINFO", NULL},
    {"TERMINFO_DIRS", NULL},
    {"TERMCAP", NULL},
    {"LOCPATH", NULL},
    {"NLSPATH", NULL},
    {"TMPDIR", NULL},
};

/* The version of Landlock, or less than 1. */
static int landlock_abi(void) {
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/* A path that does not exist is no error: there is nothing to allow. */
static bool allow(int ruleset, const char *path, uint64_t access) {
    struct landlock_path_beneath_attr rule = {.allowed_access = access,
                                              .parent_fd = open(path, O_PATH | O_CLOEXEC)};
    if (rule.parent_fd < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ENXIO;
    struct stat st;
    bool ok = fstat(rule.parent_fd, &st) == 0;
    if (ok && !S_ISDIR(st.st_mode)) rule.allowed_access &= ACCESS_OF_FILES;
    ok = ok && syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    int saved = errno;
    close(rule.parent_fd);
    errno = saved;
    return ok;
}

static bool allow_all(int ruleset, const char *folder, const char *const *reads, uint64_t handled) {
    struct str path = {0};
    bool ok = allow(ruleset, folder, ACCESS_WRITE & handled);
    for (; ok && reads && *reads; reads++)
        ok = allow(ruleset, *reads, ACCESS_READ);
    for (size_t i = 0; ok && i < sizeof readable / sizeof *readable; i++)
        ok = allow(ruleset, readable[i], ACCESS_READ);
    for (size_t i = 0; ok && i < sizeof terminals / sizeof *terminals; i++)
        ok = allow(ruleset, terminals[i], ACCESS_TERMINAL & handled);
    for (size_t i = 0; ok && i < sizeof data / sizeof *data; i++) {
        path_data(&path, data[i]);
        ok = allow(ruleset, str_text(&path), ACCESS_READ);
    }
    str_free(&path);
    return ok;
}

/* An empty set of rules: all that this kernel can forbid is. handled: which accesses to files those are. */
static int new_rules(int abi, uint64_t *handled) {
    struct ruleset attributes = {.files = ACCESS_ALL};
    if (abi < ABI_REFER) attributes.files &= ~LANDLOCK_ACCESS_FS_REFER; /* refused then, always */
    if (abi < ABI_TRUNCATE) attributes.files &= ~ACCESS_TRUNCATE;       /* seccomp does that */
    if (abi < ABI_IOCTL) attributes.files &= ~ACCESS_IOCTL_DEV;
    if (abi >= ABI_NET) attributes.net = 3;      /* bind and connect, with no rule that allows them */
    if (abi >= ABI_SCOPE) attributes.scoped = 3; /* abstract sockets, signals */
    size_t size = abi >= ABI_SCOPE ? 24 : abi >= ABI_NET ? 16 : 8;
    *handled = attributes.files;
    return (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
}

bool restrict_enter(int rules) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
}

int restrict_reading(const char *const *reads) {
    uint64_t handled;
    int abi = landlock_abi(), rules = abi < 1 ? -1 : new_rules(abi, &handled);
    for (; rules >= 0 && *reads; reads++)
        allow(rules, *reads, (ACCESS_READ | LANDLOCK_ACCESS_FS_EXECUTE) & handled);
    return rules;
}

static bool enclose(const char *folder, const char *const *reads, int abi) {
    uint64_t handled;
    int ruleset = new_rules(abi, &handled);
    bool ok = ruleset >= 0 && allow_all(ruleset, folder, reads, handled) && restrict_enter(ruleset);
    int saved = errno;
    if (ruleset >= 0) close(ruleset);
    errno = saved;
    return ok;
}

static void point_variables(const char *folder) {
    struct str path = {0};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        str_clear(&path);
        if (variables[i].below) str_printf(&path, "%s%s", folder, variables[i].below);
        if (path.len)
            setenv(variables[i].name, str_text(&path), 1);
        else
            unsetenv(variables[i].name);
    }
    str_free(&path);
}

bool restrict_apply(const char *folder, const char *const *reads, int first_closed, struct error *e) {
    int abi = landlock_abi();
    if (abi < 1 || !restrict_calls_possible()) return error_set(e, RESTRICT_NO_KERNEL);
    char *real = realpath(*folder ? folder : ".", NULL);
    if (!real || chdir(real) != 0) {
        error_set(e, RESTRICT_NO_FOLDER, folder, error_reason(e, errno));
        free(real);
        return false;
    }
    if (strcmp(real, "/") == 0) {
        free(real);
        return error_set(e, RESTRICT_ROOT);
    }
    point_variables(real);
#ifndef __SANITIZE_ADDRESS__ /* which looks for leaks from outside */
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    if (first_closed <= STDERR_FILENO) first_closed = STDERR_FILENO + 1;
    bool ok =
        syscall(SYS_close_range, first_closed, ~0U, 0) == 0 && enclose(real, reads, abi) && restrict_calls();
    if (!ok) error_set(e, RESTRICT_FAILED, error_reason(e, errno));
    free(real);
    return ok;
}
