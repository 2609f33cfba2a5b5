#ifndef SUNTING_ARCHIVE_HELPER_H
#define SUNTING_ARCHIVE_HELPER_H

#include "base/message.h"

#include <sys/types.h>

/*
 * The program that speaks with PostgreSQL for `sunting`, which links nothing of it: sunting-arsip-pg, beside
 * sunting or in ../libexec/sunting. They speak by archive/wire.h over a pair of sockets; it ends when
 * `sunting` does.
 */
struct helper {
    int fd;        /* -1: there is none */
    pid_t process; /* 0: it was started before, for restricted mode */
};

/* Starts it, or in restricted mode takes the one that was started before. False with a sentence in e. where:
 * the archive, for that sentence. */
bool helper_start(struct helper *helper, const char *where, struct error *e);
/* Hangs up, and waits a moment for it to end. */
void helper_end(struct helper *helper);

/* Before restricted mode, in which no program can be started, starts one that reads this archive, no other,
 * and writes nothing; its descriptor is HELPER_FD. False with a sentence in e. */
enum { HELPER_FD = 3 };
bool helper_start_early(const char *where, struct error *e);

#endif
