#ifndef SUNTING_EXPORT_PLAIN_H
#define SUNTING_EXPORT_PLAIN_H

#include "base/str.h"

/* Appends a passage of Markdown as words alone, on one line. */
void plain_line(struct str *out, struct slice markdown);

#endif
