#ifndef SUNTING_ARCHIVE_REMOVAL_H
#define SUNTING_ARCHIVE_REMOVAL_H

#include "archive/archive.h"

/*
 * Taking texts out for good: no byte of them, of their words and names is left in the file; their numbers,
 * the day and the reason are. The texts go in one transaction, which notes that the file is still to be
 * cleaned; the cleaning comes after it, and when it was cut off, with the next command that writes.
 */

/* All of them or, with a sentence in e, none: also when there is none of one of the numbers. False too when
 * they are out and the file could not be cleaned. */
bool archive_take_down(struct archive *archive, const int64_t *ids, size_t count, struct slice reason,
                       struct error *e);
/* Notes, within a transaction, that something is to be cleaned. */
bool removal_note(struct archive *archive, struct error *e);
/* Cleans the file with this (store_scrub() or store_compact()), and notes that it is. */
bool removal_clean(struct archive *archive, bool (*clean)(struct store *store, struct error *e),
                   struct error *e);
/* Cleans what a removal that was cut off has left; a failure stays for the next one. */
void removal_resume(struct archive *archive);

#endif
