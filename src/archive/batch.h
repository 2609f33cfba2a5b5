#ifndef SUNTING_ARCHIVE_BATCH_H
#define SUNTING_ARCHIVE_BATCH_H

#include "archive/entry.h"

/*
 * Writing to an archive: texts go in and out by the batch, each batch one transaction, so that an archive is
 * old or new whatever happens to the program or the disk. Prints are gathered and go in sorted, which a large
 * table needs.
 */
struct batch;

enum added { ADD_FAILED, ADD_NEW, ADD_CHANGED, ADD_SAME };

/* The archive must be open for writing and outlive it. NULL with a sentence in e. */
struct batch *batch_begin(struct archive *archive, struct error *e);
/* More than a few texts are to come: they will be read by processes of their own. */
void batch_expect_many(struct batch *batch);
/* Adds a text, in the place of the one of the same origin or address; analyses it unless it is the same,
 * which others may do meanwhile (analysts.h): then what fails of it is told later. Takes over what the entry
 * holds. */
enum added batch_add(struct batch *batch, struct entry *entry, struct error *e);
/* Takes a text out, with all that was kept to find it by. gone: false when there is none of this id. */
bool batch_remove(struct batch *batch, int64_t id, bool *gone, struct error *e);
/* Reads a text of the archive again and enters what is found by it, where all such has been cleared. */
bool batch_enter(struct batch *batch, const struct archive_text *text, struct error *e);
/* Enters a text of another archive as it stands there, under its number, which must be free. */
bool batch_move(struct batch *batch, const struct archive_text *text, struct error *e);
/* Units of a text that are not indexed, being beyond ARCHIVE_UNITS: the next one that was not told yet, valid
 * until the next call for this batch; NULL: none. */
struct batch_beyond {
    char *origin;
    size_t units;
};
const struct batch_beyond *batch_next_beyond(struct batch *batch);
/* Waits until all that was added so far is entered. */
bool batch_settle(struct batch *batch, struct error *e);
/* Makes all of it last and frees the batch; false: nothing since the last part is kept. */
bool batch_end(struct batch *batch, struct error *e);
void batch_abandon(struct batch *batch);

#endif
