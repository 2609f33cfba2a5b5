#ifndef SUNTING_CHECK_FRONT_VALUE_H
#define SUNTING_CHECK_FRONT_VALUE_H

#include "check/block.h"

/*
 * What readers see of the front matter: title (read like a heading) and description (like a paragraph). They
 * are blocks within the block of the front matter; their start is where their words stand in the file. A
 * value whose bytes are not those of the file (escapes, doubled quotation marks) is left out.
 */
void front_values_read(struct block *front, const struct text *text);
/* Drops suggestions for places in the front matter that its YAML would not bear: a quotation mark in a value
 * of such marks, ": " in a plain one. Positions of the findings are those of the file. */
void front_values_guard(const struct block *front, struct findings *findings);

#endif
