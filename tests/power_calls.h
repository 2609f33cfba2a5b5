#ifndef SUNTING_TESTS_POWER_CALLS_H
#define SUNTING_TESTS_POWER_CALLS_H

#include "power_disk.h"

/*
 * The calls that change files, told to a model of a disk. A test program that uses this is linked with
 * --wrap, see POWER in the Makefile. Nothing is flushed really.
 */

/* What the file system can: hard links; not even those; or two files that share their blocks. */
enum power_links { POWER_LINKS, POWER_NO_LINKS, POWER_SHARED_BLOCKS };
void power_links(enum power_links links);

/* Returns the disk, which is of this file; it takes notice once its .on is true. fail is called before every
 * change, and before and after every flush: a moment at which the power may fail. */
struct power_disk *power_calls(void (*fail)(struct power_disk *disk));

#endif
