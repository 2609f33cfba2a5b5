#ifndef SUNTING_TESTS_ROFF_H
#define SUNTING_TESTS_ROFF_H

#include "base/message.h"
#include "cli/option.h"

/* What the manual pages are written in. Each appends to out. */

/* Text as it is to be read: a dash that is typed, a backslash, no line that begins with a dot. */
void roff_append(struct str *out, const char *text);
void roff_heading(struct str *out, enum lang lang, const char *indonesian, const char *english);
void roff_paragraph(struct str *out, enum lang lang, const char *indonesian, const char *english);
/* A name and what it is. */
void roff_item(struct str *out, const char *name, const char *text);
/* An item for each option of a command; rows may be NULL. */
void roff_options(struct str *out, enum lang lang, const struct option_row *rows);

#endif
