#ifndef SUNTING_CLI_JOBS_H
#define SUNTING_CLI_JOBS_H

#include "cli/walk.h"

/*
 * Work on many drafts by several processes, with the results taken in the order of the drafts. Processes, not
 * threads: hunspell and the caches of struct language are made for one.
 */
enum { JOB_COUNTS = 5 };

struct job_result {
    struct str text, error;    /* error: why the draft could not be worked on; empty: it could */
    struct str note, problem;  /* what the work wants kept of it; what it lacked, as a sentence, mostly "" */
    size_t counts[JOB_COUNTS]; /* what the work counted; it decides what */
    bool failed;               /* the exit status is to be 2 */
};

struct jobs {
    const struct walk *walk;
    size_t workers; /* 0: as many as there are processors and work for them */
    /* Fills the result for one draft; may run in another process, so nothing else that it changes is seen. */
    void (*work)(void *self, const char *path, struct job_result *result);
    void (*take)(void *self, const char *path, const struct job_result *result);
    void *self;
};

/* A worker that dies leaves its drafts with message JOB_DIED as their error. */
void jobs_run(const struct jobs *jobs, enum lang lang);

#endif
