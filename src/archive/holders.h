#ifndef SUNTING_ARCHIVE_HOLDERS_H
#define SUNTING_ARCHIVE_HOLDERS_H

#include "archive/find.h"

/* The texts that hold a sentence or its near copies, for who corrects it in all of them. */
/* The snippet of a result is the sentence as it stands there. A sentence too short to be compared is searched
 * for as it stands. False with a sentence in e. */
bool holders_find(struct archive *archive, struct slice sentence, struct find_results *holders,
                  struct error *e);

#endif
