#ifndef SUNTING_CLI_PROGRESS_H
#define SUNTING_CLI_PROGRESS_H

#include "base/message.h"

#include <stdint.h>

/* How far work on many drafts has come, on a terminal, while what comes of it goes elsewhere. */
struct progress {
    enum lang lang;
    bool shown; /* there is a terminal for it, and none for the results */
    size_t total, done;
    int64_t began, told; /* ms */
};

void progress_begin(struct progress *progress, size_t total, enum lang lang);
/* One more is done. */
void progress_step(struct progress *progress);
void progress_end(struct progress *progress);
/* Appends what is said after ms. */
void progress_describe(const struct progress *progress, int64_t ms, struct str *out);

#endif
