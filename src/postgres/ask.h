#ifndef SUNTING_POSTGRES_ASK_H
#define SUNTING_POSTGRES_ASK_H

#include "postgres/session.h"

/* Gets the answers of a request, as frames, whenever there are many. */
typedef void ask_flush(void *self, struct str *out);

struct asking {
    struct session *session;
    uint32_t request;
    struct str *out; /* frames are appended */
    ask_flush *flush;
    void *self;
};

/* Runs the statement that the body of a frame WIRE_RUN holds. False with the trouble in the session. */
bool ask_statement(struct asking *asking, struct slice body);
/* Writes each table anew, so that no file of the database holds what was removed. */
bool ask_scrub(struct session *session);

#endif
