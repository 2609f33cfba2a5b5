#ifndef SUNTING_BASE_FILTER_H
#define SUNTING_BASE_FILTER_H

#include "base/str.h"

/*
 * A program of the system that reads one file and writes text. The file may come from anybody, and the
 * program is not ours, so it is held:
 *
 *   limits     of memory and time; it may write no file and leaves no core
 *   Landlock   where the kernel has it: it reads what is installed, runs itself and what lies among the
 *              libraries, no other program, writes nowhere, and reaches nothing by TCP
 *   the rest   a session of its own without terminal, two variables, no descriptors but its three; it is
 *              ended with all that it started when its time is over, when more comes than was asked for, and
 *              when this process ends
 */
struct filter {
    const char *program;          /* absolute: never what a variable or a setting names */
    const char *const *arguments; /* the first is its name; ended by NULL */
    unsigned seconds;             /* of the clock on the wall, and of its own */
    size_t memory, output;        /* bytes */
};

/* The name by which it finds its file. */
#define FILTER_FILE "/proc/self/fd/0"

enum filter_end {
    FILTER_DONE,
    FILTER_FAILED, /* it said so, was ended, or could not be started */
    FILTER_SLOW,
    FILTER_MUCH
};

/* Appends what it writes. */
enum filter_end filter_run(const struct filter *filter, struct slice input, struct str *out);

#endif
