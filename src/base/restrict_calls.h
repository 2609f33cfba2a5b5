#ifndef SUNTING_BASE_RESTRICT_CALLS_H
#define SUNTING_BASE_RESTRICT_CALLS_H

#include <stdbool.h>

/* The part of base/restrict.h that seccomp does: system calls that are answered with EPERM from here on. */

/* Whether this kernel and processor can. */
bool restrict_calls_possible(void);
/* False with errno. Needs no_new_privs. */
bool restrict_calls(void);

#endif
