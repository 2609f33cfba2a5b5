#ifndef SUNTING_BASE_WATCH_H
#define SUNTING_BASE_WATCH_H

#include <stdbool.h>

/* A descriptor that is readable when a file of the folder was written to its end, or came or went; -1: the
 * system gives none, or not for this folder. It does not see what another machine does. */
int watch_open(const char *folder);
/* The same with a descriptor that is open (-1: none is): closing one takes 20 ms. What it watched before may
 * still be told of. */
int watch_open_again(int fd, const char *folder);
/* Empties it; true when something happened to the entry of that name, or, with NULL, to any. */
bool watch_came(int fd, const char *name);

#endif
