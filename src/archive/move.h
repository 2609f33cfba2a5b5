#ifndef SUNTING_ARCHIVE_MOVE_H
#define SUNTING_ARCHIVE_MOVE_H

#include "archive/archive.h"

struct moved {
    size_t texts, there; /* entered; there already, of an attempt that broke off */
};
/* Enters every text of an archive into another under its number, as it was added, and what was removed; from
 * one engine to another, or to a new form. The first is not changed. False with a sentence in e, also when
 * both are the same, or the second holds other texts; what was entered till then stays, and it may be done
 * again. */
bool archive_move(struct archive *from, struct archive *to, struct moved *moved, struct error *e);

#endif
