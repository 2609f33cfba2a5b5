#ifndef SUNTING_TESTS_FAULTS_H
#define SUNTING_TESTS_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * System calls and allocations that fail on demand. A test program that uses this is linked with
 * --wrap, see FAULTS in the Makefile: the calls of the library then come here first. Nothing is flushed
 * really, so that thousands of runs take seconds; that all is flushed in time, tests/power_disk.h sees.
 */
enum fault_kind { FAULT_ERROR, FAULT_SHORT /* writes and reads do half of what was asked */ };

struct fault {
    int at;          /* which call fails, from 1; 0: none, only count */
    bool persistent; /* and all calls after it */
    int error;       /* errno */
    enum fault_kind kind;
};

void faults_begin(struct fault fault);
/* Ends them; returns how many calls there were, and whether one of them failed. */
int faults_end(bool *struck);
/* True when removing a file failed. */
bool faults_kept_a_file(void);

/* Calls attempt for every error, and for reads and writes that do half, once and for good: at the first call,
 * the second, and on to least, and after that for as long as attempt is true: the fault struck. Returns how
 * many attempts that were. */
int faults_each(int least, bool (*attempt)(const void *context, struct fault fault), const void *context);
/* "call 3 and on: Disk quota exceeded" */
void fault_describe(struct fault fault, char *where, size_t size);

/* The allocation that fails, from 1, and all after it; 0: none. */
void faults_allocation(int at);

#endif
