#include "base/watch.h"

#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

int watch_open(const char *folder) {
    return watch_open_again(-1, folder);
}

int watch_open_again(int fd, const char *folder) {
    /* Closed, not created: a file that is looked at before it is written would not be looked at again. */
    enum { EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR };
    if (fd < 0) fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (fd >= 0 && inotify_add_watch(fd, folder, EVENTS) < 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

/* Of the events that were read. */
static bool is_among(const char *events, size_t len, const char *name) {
    struct inotify_event event;
    bool among = false;
    for (size_t at = 0; at + sizeof event <= len && !among; at += sizeof event + event.len) {
        memcpy(&event, events + at, sizeof event);
        const char *of = events + at + sizeof event;
        among = !name || event.mask & IN_Q_OVERFLOW || (event.len && strncmp(of, name, event.len) == 0);
    }
    return among;
}

bool watch_came(int fd, const char *name) {
    char events[4096];
    bool came = false;
    ssize_t n;
    while ((n = read(fd, events, sizeof events)) > 0 || (n < 0 && errno == EINTR))
        came = came || (n > 0 && is_among(events, (size_t)n, name));
    return came;
}
