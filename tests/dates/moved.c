/*
 * To be preloaded: a program then lives $MOVED_DAYS days from now, with its files and all it starts. What
 * tells the time and what tells or sets the time of a file is moved by the same amount, so a file just
 * written is just written. Made for `make dates`; not under sanitizers, which must be loaded first.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>

static time_t moved(void) {
    const char *days = getenv("MOVED_DAYS");
    return days ? (time_t)atol(days) * 86400 : 0;
}

/* The function of that name that would have been called without this file. */
#define REAL(name) ((__typeof__(&(name)))dlsym(RTLD_NEXT, #name))

int clock_gettime(clockid_t clock, struct timespec *now) {
    int failed = REAL(clock_gettime)(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += moved();
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int failed = REAL(gettimeofday)(now, zone);
    if (!failed) now->tv_sec += moved();
    return failed;
}

time_t time(time_t *out) {
    time_t now = REAL(time)(NULL) + moved();
    if (out) *out = now;
    return now;
}

static int move(int failed, struct stat *st) {
    if (failed) return failed;
    st->st_mtim.tv_sec += moved();
    st->st_ctim.tv_sec += moved();
    st->st_atim.tv_sec += moved();
    return 0;
}

int stat(const char *restrict path, struct stat *restrict st) {
    return move(REAL(stat)(path, st), st);
}

int lstat(const char *restrict path, struct stat *restrict st) {
    return move(REAL(lstat)(path, st), st);
}

int fstat(int fd, struct stat *st) {
    return move(REAL(fstat)(fd, st), st);
}

int fstatat(int folder, const char *restrict path, struct stat *restrict st, int flags) {
    return move(REAL(fstatat)(folder, path, st, flags), st);
}

int utimensat(int folder, const char *path, const struct timespec times[2], int flags) {
    struct timespec back[2];
    for (int i = 0; times && i < 2; i++) {
        back[i] = times[i];
        if (times[i].tv_nsec != UTIME_NOW && times[i].tv_nsec != UTIME_OMIT) back[i].tv_sec -= moved();
    }
    return REAL(utimensat)(folder, path, times ? back : NULL, flags);
}
