#ifndef SUNTING_DRAFT_FRONT_BRIEF_H
#define SUNTING_DRAFT_FRONT_BRIEF_H

#include "base/str.h"

/* What a list of files tells of a draft: title and status of its front matter, as they stand there, so not
 * safe for a terminal. Only the first BRIEF_BYTES of the file are read. Both are empty when it has none
 * there. */
enum { BRIEF_BYTES = 8192 };

struct brief {
    struct str title, status;
};

void brief_read(struct brief *brief, const char *path);
void brief_free(struct brief *brief);

#endif
