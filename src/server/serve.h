#ifndef SUNTING_SERVER_SERVE_H
#define SUNTING_SERVER_SERVE_H

#include "server/host.h"

/*
 * LanguageTool's /v2/check by HTTP, through libmicrohttpd, in this process alone: one request after the
 * other. It answers only who speaks to one of its own addresses by their names (against DNS rebinding), and
 * pages only when they come from this machine or from an add-on of the browser.
 */
enum {
    SERVE_BYTES = 1 << 20, /* of a request; a paragraph, or a long release, has some thousands */
    SERVE_CONNECTIONS = 32,
    SERVE_SECONDS = 15 /* without a sign of life */
};

struct serve_options {
    const char *address; /* an IP address; NULL: 127.0.0.1 */
    size_t port;
    bool (*ended)(void); /* asked now and then */
    void (*ready)(void *self);
    void *self;
};

/* Serves until ended() says so. False with a sentence in e when the address cannot be used. */
bool serve_run(const struct host *host, const struct serve_options *options, struct error *e);

#endif
