#include "peer.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double peer_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void peer_start(struct peer *peer, const char *const argv[], const char *home) {
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    *peer = (struct peer){0};
    peer->pid = forkpty(&peer->fd, NULL, NULL, &size);
    if (peer->pid < 0) {
        perror("forkpty");
        exit(2);
    }
    if (peer->pid) return;
    setenv("HOME", home, 1);
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_CACHE_HOME");
    execvp(argv[0], (char *const *)(uintptr_t)argv);
    _exit(127);
}

void peer_end(struct peer *peer) {
    kill(peer->pid, SIGKILL);
    close(peer->fd);
    waitpid(peer->pid, NULL, 0);
}

void peer_send(struct peer *peer, const char *keys) {
    if (write(peer->fd, keys, strlen(keys)) < 0) perror("peer");
}

void peer_down(struct peer *peer) {
    peer_send(peer, peer->application ? "\033OB" : "\033[B");
}

static bool has(struct peer *peer, size_t from, const char *text) {
    return memmem(peer->tail + from, peer->tail_len - from, text, strlen(text));
}

bool peer_take(struct peer *peer, int ms) {
    struct pollfd p = {.fd = peer->fd, .events = POLLIN};
    if (poll(&p, 1, ms) <= 0) return false;
    size_t half = sizeof peer->tail / 2;
    if (peer->tail_len > half) {
        memmove(peer->tail, peer->tail + peer->tail_len - half / 2, half / 2);
        peer->tail_len = half / 2;
    }
    ssize_t n = read(peer->fd, peer->tail + peer->tail_len, half - 1);
    if (n <= 0) return false;
    peer->taken += (size_t)n;
    peer->tail_len += (size_t)n;
    size_t from = peer->tail_len - (size_t)n;
    if (has(peer, from, "\033[?1h")) peer->application = true;
    if (has(peer, from, "\033[?1l")) peer->application = false;
    return true;
}

void peer_settle(struct peer *peer, int quiet_ms) {
    while (peer_take(peer, quiet_ms))
        continue;
}

bool peer_wait(struct peer *peer, const char *text, int ms) {
    double end = peer_clock() + ms;
    while (!memmem(peer->tail, peer->tail_len, text, strlen(text)))
        if (peer_clock() > end || !peer_take(peer, ms)) return false;
    return true;
}

size_t peer_memory(const struct peer *peer, bool shared) {
    char path[64], line[128];
    size_t sum = 0, kb;
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)peer->pid);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, shared ? "Rss: %zu" : "Private_Dirty: %zu", &kb) == 1) sum += kb;
    if (file) fclose(file);
    return sum;
}
