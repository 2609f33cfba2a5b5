#include "base/memory.h"
#include "base/replace_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACL "system.posix_acl_access"

static bool copy_attribute(int from, int to, const char *name) {
    ssize_t size = fgetxattr(from, name, NULL, 0);
    if (size < 0) return errno == ENODATA;
    char *value = memory_alloc((size_t)size);
    ssize_t n = fgetxattr(from, name, value, (size_t)size);
    bool ok = n >= 0 && fsetxattr(to, name, value, (size_t)n, 0) == 0;
    free(value);
    return ok;
}

/* User attributes, and the access control list, which comes with the permissions. */
static bool copy_attributes(int from, int to) {
    ssize_t size = flistxattr(from, NULL, 0);
    if (size <= 0) return size == 0 || errno == ENOTSUP;
    char *names = memory_alloc((size_t)size + 1);
    size = flistxattr(from, names, (size_t)size);
    bool ok = size >= 0;
    for (ssize_t i = 0; ok && i < size; i += (ssize_t)strlen(names + i) + 1) {
        names[size] = 0;
        if (strncmp(names + i, "user.", 5) == 0 || strcmp(names + i, ACL) == 0)
            ok = copy_attribute(from, to, names + i);
    }
    free(names);
    return ok;
}

bool attributes_copy(const struct target *target, int fd) {
    struct stat st;
    const struct stat *old = &target->st;
    if (fstat(fd, &st) != 0) return false;
    bool same_owner = st.st_uid == old->st_uid && st.st_gid == old->st_gid;
    if (!same_owner && fchown(fd, old->st_uid, old->st_gid) != 0) return false;
    /* What the folder's default list gave the new file. */
    if (fremovexattr(fd, ACL) != 0 && errno != ENODATA && errno != ENOTSUP) return false;
    /* After the owner: changing it takes the set-id bits away. */
    if (fchmod(fd, old->st_mode & 07777) != 0) return false;
    return copy_attributes(target->fd, fd);
}
