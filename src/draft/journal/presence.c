#include "draft/journal/presence.h"

#include "base/disk.h"
#include "base/safe.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <pwd.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#ifndef CIFS_SUPER_MAGIC
#define CIFS_SUPER_MAGIC 0xFF534D42
#endif
#ifndef SMB2_SUPER_MAGIC
#define SMB2_SUPER_MAGIC 0xFE534D42
#endif
#define VBOXSF_MAGIC 0x786F4256

/* There a lock keeps others from reading, or an open file from being replaced. */
static bool locks_are_harmless(const char *path) {
    static const unsigned magics[] = {CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC, SMB_SUPER_MAGIC,
                                      V9FS_MAGIC,       FUSE_SUPER_MAGIC, VBOXSF_MAGIC};
    struct statfs fs;
    if (statfs(path, &fs) != 0) return false;
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if ((unsigned)fs.f_type == magics[i]) return false;
    return true;
}

/* NFS locks only what is open for writing. */
static int open_draft(const char *path) {
    enum { FLAGS = O_CLOEXEC | O_NONBLOCK | O_NOCTTY };
    int fd = disk_open(AT_FDCWD, path, O_RDWR | FLAGS, 0);
    return fd >= 0 ? fd : disk_open(AT_FDCWD, path, O_RDONLY | FLAGS, 0);
}

/* A line is "1: FLOCK  ADVISORY  WRITE 29785 fe:00:1234 0 EOF": the process, then device and inode. */
enum { WORD_KIND = 1, WORD_PROCESS = 4, WORD_FILE = 5, WORDS };

static bool split(struct slice line, struct slice words[WORDS]) {
    size_t count = 0;
    while (line.len && count < WORDS) {
        struct slice word = slice_cut(&line, ' ');
        if (word.len) words[count++] = word;
    }
    return count == WORDS;
}

/* The folder in /proc of the process that has locked the file. The device is not compared: some file systems
 * have several. */
static bool find_holder(ino_t inode, struct str *process) {
    FILE *locks = fopen("/proc/locks", "re");
    char line[256], end[32];
    struct slice words[WORDS];
    bool found = false;
    snprintf(end, sizeof end, ":%llu", (unsigned long long)inode);
    while (locks && !found && fgets(line, sizeof line, locks)) {
        found = split(slice_of(line), words) && slice_equal(words[WORD_KIND], SLICE("FLOCK")) &&
                slice_ends(words[WORD_FILE], slice_of(end));
        if (found) str_printf(process, "/proc/%.*s", SLICE_ARG(words[WORD_PROCESS]));
    }
    if (locks) fclose(locks);
    return found;
}

/* getpwuid() would load modules and ask the network. */
static void append_name(struct str *out, uid_t user) {
    FILE *users = fopen("/etc/passwd", "re");
    struct passwd *entry = NULL;
    while (users && (entry = fgetpwent(users)) && entry->pw_uid != user)
        continue;
    if (entry)
        safe_append(out, slice_of(entry->pw_name));
    else
        str_printf(out, "UID %u", user);
    if (users) fclose(users);
}

static enum presence tell_holder(int fd, struct str *who) {
    struct stat st;
    struct str process = {0};
    enum presence presence = PRESENCE_OTHER;
    if (fstat(fd, &st) == 0 && find_holder(st.st_ino, &process) && stat(str_text(&process), &st) == 0) {
        if (st.st_uid == geteuid())
            presence = PRESENCE_UNKNOWN;
        else
            append_name(who, st.st_uid);
    }
    str_free(&process);
    return presence;
}

enum presence presence_hold(const char *path, int *fd, struct str *who) {
    *fd = locks_are_harmless(path) ? open_draft(path) : -1;
    if (*fd < 0) return PRESENCE_UNKNOWN;
    if (flock(*fd, LOCK_EX | LOCK_NB) == 0) return PRESENCE_ALONE;
    enum presence presence = errno == EWOULDBLOCK ? tell_holder(*fd, who) : PRESENCE_UNKNOWN;
    close(*fd);
    *fd = -1;
    return presence;
}
