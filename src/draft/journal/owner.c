#include "draft/journal/owner.h"

#include "base/safe.h"
#include "draft/journal/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int64_t moment_now(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads a small file of /proc, whose size stat does not tell, without white space at the ends. */
static struct slice read_small(const char *path, char *bytes, size_t size) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : read(fd, bytes, size);
    if (fd >= 0) close(fd);
    return slice_trim((struct slice){bytes, n > 0 ? (size_t)n : 0});
}

static struct slice boot_id(char *bytes, size_t size) {
    return read_small("/proc/sys/kernel/random/boot_id", bytes, size);
}

/* Field 22 of /proc/PID/stat; the name in field 2 may hold spaces and parentheses. 0: not known. */
static uint64_t started(uint32_t pid) {
    char path[40], bytes[1024];
    snprintf(path, sizeof path, "/proc/%u/stat", pid);
    struct slice rest = read_small(path, bytes, sizeof bytes);
    size_t name_end = SIZE_MAX;
    for (size_t i = 0; i < rest.len; i++)
        if (rest.data[i] == ')') name_end = i;
    if (name_end == SIZE_MAX) return 0;
    rest = slice_range(rest, name_end + 1, rest.len);
    for (int i = 0; i < 20; i++)
        slice_cut(&rest, ' ');
    struct slice field = slice_cut(&rest, ' ');
    uint64_t ticks = 0;
    for (size_t i = 0; i < field.len && field.data[i] >= '0' && field.data[i] <= '9'; i++)
        ticks = ticks * 10 + (uint64_t)(field.data[i] - '0');
    return ticks;
}

/* getpwuid would load modules and ask the network; who logs in has these variables. */
static struct slice user_name(char *number, size_t size) {
    const char *name = getenv("LOGNAME");
    if (!name || !*name) name = getenv("USER");
    if (name && *name) return slice_of(name);
    snprintf(number, size, "%u", (unsigned)getuid());
    return slice_of(number);
}

void owner_here(struct str *out) {
    char boot[64], host[256] = "", number[16], tty[64] = "";
    gethostname(host, sizeof host - 1);
    if (ttyname_r(STDIN_FILENO, tty, sizeof tty) != 0) tty[0] = 0;
    struct slice terminal = slice_of(tty), from = slice_of(getenv("SSH_CLIENT"));
    if (slice_starts(terminal, SLICE("/dev/"))) terminal = slice_range(terminal, 5, terminal.len);
    struct owner owner = {.user = user_name(number, sizeof number),
                          .host = slice_of(host),
                          .terminal = terminal,
                          .from = from.data ? slice_cut(&from, ' ') : SLICE(""),
                          .boot = boot_id(boot, sizeof boot),
                          .pid = (uint32_t)getpid(),
                          .started = started((uint32_t)getpid()),
                          .since_ms = moment_now()};
    owner_encode(out, &owner);
}

bool owner_may_live(const struct owner *owner) {
    char boot[64], host[256] = "";
    gethostname(host, sizeof host - 1);
    if (!slice_equal_text(owner->host, host)) return true;
    if (!slice_equal(owner->boot, boot_id(boot, sizeof boot))) return false;
    if (kill((pid_t)owner->pid, 0) != 0 && errno == ESRCH) return false;
    uint64_t ticks = started(owner->pid);
    return !ticks || !owner->started || ticks == owner->started;
}

void owner_describe(struct str *out, enum lang lang, const struct owner *owner) {
    safe_append(out, owner->user);
    str_append_byte(out, '@');
    safe_append(out, owner->host);
    if (!owner->terminal.len && !owner->from.len) return;
    str_append_text(out, " (");
    safe_append(out, owner->terminal);
    if (owner->from.len) {
        if (owner->terminal.len) str_append_text(out, ", ");
        struct str from = {0};
        safe_append(&from, owner->from);
        message(out, lang, OWNER_FROM, str_text(&from));
        str_free(&from);
    }
    str_append_byte(out, ')');
}

void moment_describe(struct str *out, enum lang lang, int64_t time_ms, int64_t now_ms) {
    time_t then = (time_t)(time_ms / 1000), now = (time_t)(now_ms / 1000);
    struct tm t = {0}, today = {0}, yesterday;
    localtime_r(&then, &t);
    localtime_r(&now, &today);
    yesterday = today;
    yesterday.tm_mday--;
    yesterday.tm_hour = 12; /* not in an hour that a change of summer time leaves out */
    mktime(&yesterday);
    if (t.tm_year == today.tm_year && t.tm_yday == today.tm_yday)
        message(out, lang, MOMENT_TODAY, t.tm_hour, t.tm_min);
    else if (t.tm_year == yesterday.tm_year && t.tm_yday == yesterday.tm_yday)
        message(out, lang, MOMENT_YESTERDAY, t.tm_hour, t.tm_min);
    else
        message(out, lang, MOMENT_DATE, t.tm_mday, t.tm_mon + 1, t.tm_year + 1900, t.tm_hour, t.tm_min);
}
