#ifndef SUNTING_POSTGRES_SESSION_H
#define SUNTING_POSTGRES_SESSION_H

#include "archive/wire.h"

#include <libpq-fe.h>

/*
 * One connection to a server, for one archive. Whoever waits in here gives up, and tells the server to do the
 * same, when `sunting` has hung up: the process ends then.
 */
struct session {
    PGconn *connection;        /* NULL: not connected */
    bool prepared[STATEMENTS]; /* on this connection */
    enum wire_trouble trouble; /* why it is not connected, or why the last request failed */
    int64_t number;            /* what belongs to the trouble */
    struct str said;           /* by the engine */
    bool warned;               /* the server said WARNING since this was unset */
};

/* False with the trouble in the session. reads: nothing is written; patience: ms to wait for who writes. */
bool session_connect(struct session *session, const char *where, bool reads, int64_t patience);
void session_close(struct session *session);

/* False for `return session_fail(session, TROUBLE_LOST)`. */
bool session_fail(struct session *session, enum wire_trouble trouble);
/* After one of the functions that send: waits for the result, the last when there are several; NULL with the
 * trouble in the session. Release with PQclear(). */
PGresult *session_result(struct session *session);
/* Runs what takes no arguments; several statements may be joined by semicolons. */
bool session_execute(struct session *session, const char *sql);

#endif
