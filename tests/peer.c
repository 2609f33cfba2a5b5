#include "peer.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void require(bool so, const char *what) {
    if (so) return;
    fprintf(stderr, "peer: %s\n", what);
    abort();
}

void peer_start(struct peer *peer, const char *const *arguments) {
    int to[2], from[2];
    require(pipe(to) == 0 && pipe(from) == 0, "no pipe");
    *peer = (struct peer){.in = to[1], .out = from[0]};
    peer->process = fork();
    require(peer->process >= 0, "no process");
    if (!peer->process) {
        const char *argv[8] = {SUNTING_PROGRAM};
        for (size_t i = 0; arguments[i] && i < 6; i++)
            argv[i + 1] = arguments[i];
        dup2(to[0], STDIN_FILENO);
        dup2(from[1], STDOUT_FILENO);
        close(to[1]);
        close(from[0]);
        execv(SUNTING_PROGRAM, (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
}

void peer_send(struct peer *peer, const char *bytes) {
    for (size_t left = strlen(bytes); left;) {
        ssize_t n = write(peer->in, bytes, left);
        require(n > 0, "it reads no more");
        bytes += n;
        left -= (size_t)n;
    }
}

static void send_json(struct peer *peer, json_t *message) {
    char *text = json_dumps(message, JSON_COMPACT);
    struct str frame = {0};
    str_printf(&frame, "Content-Length: %zu\r\n\r\n%s", strlen(text), text);
    peer_send(peer, str_text(&frame));
    str_free(&frame);
    free(text);
    json_decref(message);
}

void peer_notify(struct peer *peer, const char *method, json_t *params) {
    send_json(peer, json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method", method, "params", params));
}

static void read_exactly(struct peer *peer, char *into, size_t len) {
    while (len) {
        ssize_t n = read(peer->out, into, len);
        require(n > 0, "it says no more");
        into += n;
        len -= (size_t)n;
    }
}

json_t *peer_read(struct peer *peer) {
    struct str head = {0};
    char c;
    while (!slice_ends(str_slice(&head), SLICE("\r\n\r\n"))) {
        read_exactly(peer, &c, 1);
        str_append_byte(&head, c);
    }
    size_t length = strtoul(str_text(&head) + strlen("Content-Length: "), NULL, 10);
    str_clear(&head);
    str_reserve(&head, length + 1);
    read_exactly(peer, head.data, length);
    json_t *message = json_loadb(head.data, length, JSON_ALLOW_NUL, NULL);
    require(message != NULL, "no JSON");
    str_free(&head);
    return message;
}

json_t *peer_ask(struct peer *peer, const char *method, json_t *params) {
    int id = ++peer->id;
    send_json(peer, json_pack("{s:s, s:i, s:s, s:o}", "jsonrpc", "2.0", "id", id, "method", method, "params",
                              params));
    for (;;) {
        json_t *message = peer_read(peer);
        if (json_integer_value(json_object_get(message, "id")) == id && !json_object_get(message, "method"))
            return message;
        json_decref(message);
    }
}

json_t *peer_wait(struct peer *peer, const char *method) {
    for (;;) {
        json_t *message = peer_read(peer);
        const char *name = json_string_value(json_object_get(message, "method"));
        json_t *params = name && strcmp(name, method) == 0 ? json_object_get(message, "params") : NULL;
        json_incref(params);
        json_decref(message);
        if (params) return params;
    }
}

int peer_end(struct peer *peer) {
    int status = 0;
    char rest[4096];
    close(peer->in);
    while (read(peer->out, rest, sizeof rest) > 0) /* who ends may still have something to say */
        ;
    close(peer->out);
    waitpid(peer->process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
