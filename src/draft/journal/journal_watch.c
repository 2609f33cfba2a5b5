#include "draft/journal/journal_file.h"
#include "draft/journal/places.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

int journal_watch_open(const struct journal_file *file) {
    int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    char *folder = slice_copy(place_folder(str_slice(&file->path)));
    /* Closed, not created: a request that is looked at before it is written would not be looked at again. */
    if (fd >= 0 && inotify_add_watch(fd, folder, IN_CLOSE_WRITE | IN_ONLYDIR) < 0) {
        close(fd);
        fd = -1;
    }
    free(folder);
    return fd;
}

bool journal_watch_came(int fd) {
    char events[4096];
    bool came = false;
    ssize_t n;
    while ((n = read(fd, events, sizeof events)) > 0 || (n < 0 && errno == EINTR))
        came = came || n > 0;
    return came;
}
