#ifndef SUNTING_ARCHIVE_RELATED_H
#define SUNTING_ARCHIVE_RELATED_H

#include "archive/find.h"
#include "check/block.h"

/* Texts on the same matter as a draft: by its rarest words, as search engines find "more like this". The
 * draft itself is left out where it is of the archive. False with a sentence in e. */
bool related_find(struct archive *archive, const struct document *document, size_t most,
                  struct find_results *results, struct error *e);

#endif
