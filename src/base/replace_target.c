#include "base/disk.h"
#include "base/memory.h"
#include "base/paths.h"
#include "base/replace_parts.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

enum { LINKS = 40, TEMPORARY_OLD = 600 /* seconds */ };

#define TEMPORARY_MARK ".sunting-"

/* Opens the folder part of path, seen from folder, and sets name to the rest. */
static bool open_folder(int *folder, const char *path, char **name) {
    char *part = slice_copy(path_folder(slice_of(path)));
    int fd = disk_open(*folder, part, O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0 && errno == EACCES) fd = disk_open(*folder, part, O_PATH | O_DIRECTORY, 0);
    free(part);
    if (fd < 0) return false;
    char *rest = slice_copy(slice_of(path_name(path)));
    if (*folder != AT_FDCWD) close(*folder);
    free(*name);
    *folder = fd;
    *name = rest;
    errno = EISDIR;
    return **name != 0;
}

/* The text of the link, or NULL with errno: EINVAL when it is none. */
static char *read_link(int folder, const char *name) {
    char *text = memory_alloc(PATH_MAX);
    ssize_t n = readlinkat(folder, name, text, PATH_MAX);
    if (n >= 0 && n < PATH_MAX) {
        text[n] = 0;
        return text;
    }
    int saved = n < 0 ? errno : ENAMETOOLONG;
    free(text);
    errno = saved;
    return NULL;
}

static bool follow_links(struct target *target, const char *path) {
    char *link = slice_copy(slice_of(path));
    for (int hops = 0; link; hops++) {
        bool opened = open_folder(&target->folder, link, &target->name);
        int saved = errno;
        free(link);
        errno = saved;
        if (!opened) return false;
        errno = ELOOP;
        if (hops == LINKS) return false;
        link = read_link(target->folder, target->name);
    }
    return errno == EINVAL || errno == ENOENT;
}

bool target_find(struct target *target, const char *path) {
    *target = (struct target){.folder = AT_FDCWD, .fd = -1};
    if (!follow_links(target, path)) return false;
    target->exists = fstatat(target->folder, target->name, &target->st, AT_SYMLINK_NOFOLLOW) == 0;
    return target->exists || errno == ENOENT;
}

void target_free(struct target *target) {
    int saved = errno;
    if (target->fd >= 0) close(target->fd);
    if (target->folder != AT_FDCWD) close(target->folder);
    free(target->name);
    errno = saved;
}

bool target_stands(const struct target *target) {
    struct stat st;
    if (fstatat(target->folder, target->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return !target->exists && errno == ENOENT;
    const struct stat *old = &target->st;
    return target->exists && st.st_dev == old->st_dev && st.st_ino == old->st_ino &&
           st.st_size == old->st_size && st.st_mtim.tv_sec == old->st_mtim.tv_sec &&
           st.st_mtim.tv_nsec == old->st_mtim.tv_nsec;
}

/* Bytes of the target's name that fit into the name of a temporary file. */
static int name_part(const struct target *target) {
    size_t len = strlen(target->name), most = NAME_MAX - sizeof TEMPORARY_MARK - 16;
    if (len > most)
        for (len = most; len && (target->name[len] & 0xC0) == 0x80;)
            len--;
    return (int)len;
}

int temporary_open(const struct target *target, mode_t mode, struct str *name) {
    for (int tries = 0; tries < 100; tries++) {
        uint64_t number = 0;
        if (getrandom(&number, sizeof number, 0) != sizeof number)
            number = (uint64_t)getpid() << 8 | (uint64_t)tries;
        str_clear(name);
        str_printf(name, ".%.*s" TEMPORARY_MARK "%08x", name_part(target), target->name, (uint32_t)number);
        int fd = disk_open(target->folder, str_text(name), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

void temporary_tidy(const struct target *target) {
    struct str prefix = {0};
    str_printf(&prefix, ".%.*s" TEMPORARY_MARK, name_part(target), target->name);
    int fd = disk_open(target->folder, ".", O_RDONLY | O_DIRECTORY, 0);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (!folder && fd >= 0) close(fd);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        struct stat st;
        struct slice name = slice_of(entry->d_name);
        if (!slice_starts(name, str_slice(&prefix)) || name.len != prefix.len + 8) continue;
        if (fstatat(target->folder, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
            st.st_uid == geteuid() && st.st_mtim.tv_sec + TEMPORARY_OLD < time(NULL))
            unlinkat(target->folder, entry->d_name, 0);
    }
    if (folder) closedir(folder);
    str_free(&prefix);
}
