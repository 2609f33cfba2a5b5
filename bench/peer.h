#ifndef SUNTING_BENCH_PEER_H
#define SUNTING_BENCH_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A program in a pseudo-terminal of 80x24, its bytes counted, not drawn: what takes them in costs next to
 * nothing. */
struct peer {
    int fd;
    pid_t pid;
    size_t taken;       /* bytes so far */
    char tail[1 << 16]; /* the last of them */
    size_t tail_len;
    bool application; /* it has asked for the arrows of application mode */
};

/* home: an empty folder; what the program keeps is in it. Ends the benchmark when there is no peer. */
void peer_start(struct peer *peer, const char *const argv[], const char *home);
/* Kills the program. */
void peer_end(struct peer *peer);
void peer_send(struct peer *peer, const char *keys);
/* The arrow down, as a terminal sends it in the mode that the program has asked for. */
void peer_down(struct peer *peer);
/* Waits for output, at most so many ms; false when there was none. */
bool peer_take(struct peer *peer, int ms);
/* Takes in output until there was none for so many ms. */
void peer_settle(struct peer *peer, int quiet_ms);
/* Until the text was written; false after so many ms. */
bool peer_wait(struct peer *peer, const char *text, int ms);
/* KB of memory that are the program's own, or with what it shares; 0 when nobody says. */
size_t peer_memory(const struct peer *peer, bool shared);

/* Milliseconds of a clock. */
double peer_clock(void);

#endif
