#ifndef SUNTING_ARCHIVE_TROUBLE_H
#define SUNTING_ARCHIVE_TROUBLE_H

#include "archive/wire.h"

/* Says the body of a frame WIRE_FAILED in words of who edits news; where: the archive. Which trouble it is,
 * or TROUBLES when the body is none of ours. e may be NULL. */
enum wire_trouble trouble_say(struct slice body, const char *where, struct error *e);

#endif
