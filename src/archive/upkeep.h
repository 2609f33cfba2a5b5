#ifndef SUNTING_ARCHIVE_UPKEEP_H
#define SUNTING_ARCHIVE_UPKEEP_H

#include "archive/archive.h"

/* What the owner of an archive does with it as a whole. */

/* Calls visit for every text, in order of the numbers, until it is false. */
bool archive_each_text(struct archive *archive,
                       bool (*visit)(void *, const struct archive_text *, struct error *), void *self,
                       struct error *e);

struct upkeep {
    int64_t articles, prints, missing,
        extra;           /* prints that should be there and are not; and the other way round */
    int64_t words_wrong; /* by how much the counts of words are off */
    struct str problems; /* of the file, as its engine says: lines */
};
/* Reads everything and compares. */
bool archive_verify(struct archive *archive, struct upkeep *found, struct error *e);
/* Makes anew all that is found by reading the texts. Old or new, whatever happens meanwhile. */
bool archive_rebuild(struct archive *archive, struct error *e);

#endif
