#ifndef SUNTING_TESTS_CLUSTER_H
#define SUNTING_TESTS_CLUSTER_H

#include "base/str.h"

#include <sys/types.h>

/* A server of PostgreSQL of its own, from the packages of the system, in a folder below /tmp and on a socket
 * there; when root runs the tests, as the user nobody, since it refuses root. */
struct cluster {
    char *folder;
    struct str programs; /* folder of initdb, pg_ctl, psql */
    struct str options;  /* for the server, from the next start on */
};

/* False when the packages are not installed, or sunting-arsip-pg is not built; prints why in a sentence. */
bool cluster_make(struct cluster *cluster);
void cluster_remove(struct cluster *cluster);
/* One for all tests of a program: setup and teardown of the group; places (archives.h) are on it then. */
int cluster_enter(void **state);
int cluster_leave(void **state);
/* That one; skips the test where there is none. */
struct cluster *cluster_of(void **state);
void cluster_start(struct cluster *cluster);
/* how: fast or immediate, as for pg_ctl. */
void cluster_stop(struct cluster *cluster, const char *how);
/* Starts it again with TLS, and TLS only, on an address of this machine (its IP replaces what address holds),
 * with a certificate for the name host. Who signed it: FOLDER/ca.crt; another authority: FOLDER/other.crt.
 * Skips the test where openssl is not installed. */
void cluster_start_tls(struct cluster *cluster, const char *host, struct str *address);
/* A new database; its address replaces what address holds. user: NULL for the owner of all. */
void cluster_database(const struct cluster *cluster, const char *name, const char *user, struct str *address);
/* What psql says to the SQL in a database, without titles. */
void cluster_ask(const struct cluster *cluster, const char *database, const char *sql, struct str *out);
/* Stops or continues (SIGSTOP, SIGCONT) the processes that serve connections. */
void cluster_signal(const struct cluster *cluster, int signal);

#endif
