#ifndef SUNTING_CLI_UNIFIED_H
#define SUNTING_CLI_UNIFIED_H

#include "text/text.h"

/* A unified diff, as patch and git apply read it; nothing where the texts are equal. A "\r" before the
 * newline is part of the line. */
void unified_diff(struct str *out, const char *path, const struct text *before, const struct text *after);

#endif
