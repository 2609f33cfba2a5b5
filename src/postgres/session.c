#include "postgres/session.h"

#include "base/clock.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

/* To be connected, with its name looked up by libpq itself. */
enum { CONNECT_MS = 10000 };

/* SQLSTATEs, or their classes, of what a user can do something about: "Appendix A" of PostgreSQL's manual. */
static const struct {
    const char *state;
    enum wire_trouble trouble;
} troubles[] = {{"28", TROUBLE_LOGIN},         {"3D000", TROUBLE_DATABASE}, {"42501", TROUBLE_RIGHT},
                {"25006", TROUBLE_WRITE},      {"55P03", TROUBLE_BUSY},     {"40", TROUBLE_BUSY},
                {"53100", TROUBLE_FULL},       {"XX001", TROUBLE_DAMAGED},  {"XX002", TROUBLE_DAMAGED},
                {"42P01", TROUBLE_NOT_MADE},   {"08", TROUBLE_LOST},        {"57P0", TROUBLE_LOST},
                {"53300", TROUBLE_UNREACHABLE}};

static enum wire_trouble trouble_of(const char *state) {
    for (size_t i = 0; i < sizeof troubles / sizeof *troubles; i++)
        if (strncmp(state, troubles[i].state, strlen(troubles[i].state)) == 0) return troubles[i].trouble;
    return TROUBLE_OTHER;
}

bool session_fail(struct session *session, enum wire_trouble trouble) {
    session->trouble = trouble;
    return false;
}

/* Ends when nobody waits for the answer any more; the server is told to stop. */
static void leave(struct session *session) {
    char ignored[256];
    alarm(1); /* a server that hangs is not waited for */
    PGcancel *cancel = PQgetCancel(session->connection);
    if (cancel) PQcancel(cancel, ignored, sizeof ignored);
    PQfreeCancel(cancel);
    _exit(0);
}

/* Waits until the connection can be read, or written; until: in ms, -1: as long as it takes. */
static bool wait_for(struct session *session, short events, int64_t until) {
    for (;;) {
        struct pollfd fds[] = {{.fd = PQsocket(session->connection), .events = events},
                               {.fd = STDIN_FILENO, .events = POLLRDHUP}};
        int64_t left = until < 0 ? -1 : until - clock_ms();
        if (until >= 0 && left <= 0) return false;
        if (poll(fds, 2, (int)left) < 0) continue;
        if (fds[1].revents) leave(session);
        if (fds[0].revents) return true;
    }
}

static bool poll_connection(struct session *session) {
    int64_t until = clock_ms() + CONNECT_MS;
    PostgresPollingStatusType next = PGRES_POLLING_WRITING;
    while (next != PGRES_POLLING_OK && next != PGRES_POLLING_FAILED) {
        if (!wait_for(session, next == PGRES_POLLING_READING ? POLLIN : POLLOUT, until)) return false;
        next = PQconnectPoll(session->connection);
    }
    return next == PGRES_POLLING_OK;
}

/* libpq tells the SQLSTATE of a refused connection only in its message. */
static enum wire_trouble trouble_of_connecting(const PGconn *connection) {
    const char *says = PQerrorMessage(connection);
    if (PQconnectionNeedsPassword(connection)) return TROUBLE_LOGIN;
    for (const char *at = strstr(says, ":"); at; at = strstr(at + 1, ":")) {
        const char *state = at + 1 + strspn(at + 1, " ");
        enum wire_trouble trouble =
            strspn(state, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 5 ? trouble_of(state) : TROUBLE_OTHER;
        if (trouble == TROUBLE_RIGHT || trouble == TROUBLE_LOGIN) return TROUBLE_LOGIN;
        if (trouble == TROUBLE_DATABASE) return trouble;
    }
    /* These come from libpq itself, which has no number for them, nor a locale to say them in. */
    if (strstr(says, "not support SSL")) return TROUBLE_NO_TLS;
    if (strstr(says, "certificate")) return TROUBLE_CERTIFICATE;
    return TROUBLE_UNREACHABLE;
}

static void take_notice(void *self, const PGresult *result) {
    struct session *session = self;
    const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity && strcmp(severity, "WARNING") == 0) session->warned = true;
}

bool session_connect(struct session *session, const char *where, bool reads, int64_t patience) {
    /* What stands before the address is overruled by it. */
    const char *const keys[] = {"application_name", "keepalives_idle", "tcp_user_timeout",
                                "dbname",           "client_encoding", NULL};
    const char *const values[] = {"sunting", "10", "30000", where, "UTF8", NULL};
    session_close(session);
    PQconninfoOption *parts = PQconninfoParse(where, NULL);
    if (!parts) return session_fail(session, TROUBLE_ADDRESS);
    PQconninfoFree(parts);
    session->connection = PQconnectStartParams(keys, values, 1);
    if (!session->connection) return session_fail(session, TROUBLE_OTHER);
    PQsetErrorVerbosity(session->connection, PQERRORS_SQLSTATE);
    if (PQstatus(session->connection) == CONNECTION_BAD || !poll_connection(session)) {
        enum wire_trouble trouble = trouble_of_connecting(session->connection);
        session_close(session);
        return session_fail(session, trouble);
    }
    PQsetErrorVerbosity(session->connection, PQERRORS_DEFAULT);
    PQsetNoticeReceiver(session->connection, take_notice, session);
    const char *encoding = PQparameterStatus(session->connection, "server_encoding");
    struct str sql = {0};
    str_printf(&sql, "SET lock_timeout = %lld; SET default_transaction_read_only = %s; SET jit = off",
               (long long)patience, reads ? "on" : "off");
    bool ok = encoding && strcmp(encoding, "UTF8") == 0 ? session_execute(session, str_text(&sql))
                                                        : session_fail(session, TROUBLE_ENCODING);
    str_free(&sql);
    return ok;
}

void session_close(struct session *session) {
    if (session->connection) PQfinish(session->connection);
    str_free(&session->said);
    *session = (struct session){.trouble = TROUBLE_LOST};
}

/* One line, as it is said to people. */
static void note_trouble(struct session *session, const PGresult *result) {
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    const char *says = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    session->trouble = state ? trouble_of(state) : TROUBLE_LOST;
    if (PQstatus(session->connection) == CONNECTION_BAD) session->trouble = TROUBLE_LOST;
    str_clear(&session->said);
    str_append_text(&session->said, says ? says : "");
}

PGresult *session_result(struct session *session) {
    PGresult *last = NULL, *next;
    PGconn *connection = session->connection;
    while (PQflush(connection) > 0)
        if (wait_for(session, POLLIN | POLLOUT, -1)) PQconsumeInput(connection);
    for (;;) {
        while (PQisBusy(connection)) {
            wait_for(session, POLLIN, -1);
            if (!PQconsumeInput(connection)) break;
        }
        next = PQgetResult(connection);
        if (!next) break;
        ExecStatusType was = last ? PQresultStatus(last) : PGRES_COMMAND_OK;
        bool failed = was != PGRES_COMMAND_OK && was != PGRES_TUPLES_OK;
        PQclear(failed ? next : last);
        if (!failed) last = next;
        if (PQstatus(connection) == CONNECTION_BAD && failed) break;
    }
    ExecStatusType status = last ? PQresultStatus(last) : PGRES_FATAL_ERROR;
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return last;
    note_trouble(session, last);
    PQclear(last);
    return NULL;
}

bool session_execute(struct session *session, const char *sql) {
    PGresult *result = PQsendQuery(session->connection, sql) ? session_result(session) : NULL;
    if (!result && PQstatus(session->connection) == CONNECTION_BAD)
        return session_fail(session, TROUBLE_LOST);
    PQclear(result);
    return result != NULL;
}
