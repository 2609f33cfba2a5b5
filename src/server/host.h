#ifndef SUNTING_SERVER_HOST_H
#define SUNTING_SERVER_HOST_H

#include "check/checker.h"

/* What a server is given by the program that runs it: the rules in force for a draft. */
struct host_rules {
    struct language *language;
    const struct rule_set *rules;
    unsigned generation; /* another one: what was returned before is gone */
};

struct host {
    enum lang lang; /* of messages */
    /* For the draft at path, "" for one without. */
    struct host_rules (*rules)(void *self, const char *path);
    void *self;
};

/* A checker as `sunting check` uses it: with suggestions, nothing checked yet. */
struct checker *host_checker(const struct host *host, const struct host_rules *rules, const char *path,
                             const struct text *text);

#endif
