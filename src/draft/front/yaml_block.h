#ifndef SUNTING_DRAFT_FRONT_YAML_BLOCK_H
#define SUNTING_DRAFT_FRONT_YAML_BLOCK_H

#include "base/str.h"

/* Appends value as a text of several lines, in the manner of old ("|-", its lines): with its header, its
 * indentation below keys that stand at column indent and, folded, the width of its longest line. */
void yaml_append_block(struct str *out, struct slice value, struct slice old, size_t indent, bool folded,
                       const char *newline);

#endif
