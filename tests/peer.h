#ifndef SUNTING_TESTS_PEER_H
#define SUNTING_TESTS_PEER_H

#include <jansson.h>
#include <sys/types.h>

/* A program at the other end of two pipes, spoken to in the Language Server Protocol. */
struct peer {
    pid_t process;
    int in, out; /* of the program */
    int id;      /* of the last request */
};

/* Starts build/sunting with these arguments, NULL last. */
void peer_start(struct peer *peer, const char *const *arguments);
void peer_notify(struct peer *peer, const char *method, json_t *params);
/* The answer, results and errors alike; what is notified meanwhile is dropped. */
json_t *peer_ask(struct peer *peer, const char *method, json_t *params);
/* The params of the next notification of this method. */
json_t *peer_wait(struct peer *peer, const char *method);
void peer_send(struct peer *peer, const char *bytes);
json_t *peer_read(struct peer *peer);
/* Its exit status, after its input is closed. */
int peer_end(struct peer *peer);

#endif
