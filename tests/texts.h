#ifndef SUNTING_TESTS_TEXTS_H
#define SUNTING_TESTS_TEXTS_H

#include "text/text.h"

/* name says in a failure what it was about. */
void expect_slice(struct slice got, struct slice expected, const char *name);
void expect_text(const struct text *text, struct slice expected, const char *name);

#endif
