#ifndef SUNTING_ARCHIVE_GATHERED_H
#define SUNTING_ARCHIVE_GATHERED_H

#include "archive/entry.h"
#include "base/map.h"

/*
 * What is written at the end of a part (batch.h): prints, and in how many texts each word stands. They go in
 * sorted, since the places of a large table where single prints belong lie far apart.
 */
struct gathered_word {
    int64_t office, hash, count;
};

struct gathered {
    struct prints prints;
    VEC(struct gathered_word) words;
    struct map counted; /* index of words + 1, by office and hash */
};

void gathered_add(struct gathered *gathered, const struct entry *entry, int64_t article, int64_t office);
/* Writes it all and empties gathered; false with a sentence in e. */
bool gathered_write(struct gathered *gathered, struct store *store, struct error *e);
/* As they lie in the table. */
void gathered_sort(struct prints *prints);
void gathered_free(struct gathered *gathered);

#endif
