#ifndef SUNTING_ARCHIVE_COPIES_H
#define SUNTING_ARCHIVE_COPIES_H

#include "archive/matches.h"

/*
 * What of a draft was published before, sentence by sentence. What was found of a sentence is remembered as
 * long as the archive is not changed, so that after an edit only changed sentences are asked for.
 */
struct copy {
    size_t unit; /* of the units of the draft */
    struct archive_match matches[MATCHES];
    size_t count;
};

struct copies {
    struct units units;
    VEC(struct copy) list; /* in the order of the draft */
    size_t sentences;      /* of the draft that are long enough to be compared */
};

/* False: interrupted. Release with copies_free() in any case. own: texts that are the draft itself. */
bool copies_find(struct copies *copies, struct archive *archive, const struct check_context *context,
                 const struct document *document);
void copies_free(struct copies *copies);

#endif
