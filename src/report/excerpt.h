#ifndef SUNTING_REPORT_EXCERPT_H
#define SUNTING_REPORT_EXCERPT_H

#include "base/str.h"

/* The part of a line that shows start..end, at most columns wide, and where in it to put the carets. */
struct excerpt {
    struct str text;      /* safe for a terminal; "..." stands for what is cut off */
    size_t column, width; /* in terminal columns: what stands before start, and start..end; width >= 1 */
};

void excerpt_make(struct excerpt *excerpt, struct slice line, size_t start, size_t end, size_t columns);
void excerpt_free(struct excerpt *excerpt);

#endif
