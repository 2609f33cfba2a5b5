#ifndef SUNTING_BASE_TODAY_H
#define SUNTING_BASE_TODAY_H

#include "base/str.h"

/*
 * Appends the date of today, local time, as 2026-11-23. The environment variable SUNTING_TODAY, when it holds
 * a date of that form, is the answer instead: for tests and for pictures. Only what is proposed to a writer,
 * who sees it and can change it, may come from here; never the age of a file, which decides what is removed.
 */
void today_append(struct str *out);

#endif
