#ifndef SUNTING_BASE_FILE_H
#define SUNTING_BASE_FILE_H

#include "base/message.h"

/* Reads a whole regular file, or standard input for "-", and appends it to out. Fails with a sentence in e
 * when it is missing, unreadable, no regular file, or larger than limit bytes. */
bool file_read(const char *path, size_t limit, struct str *out, struct error *e);

#endif
