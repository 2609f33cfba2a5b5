#ifndef SUNTING_ARCHIVE_GATHERED_H
#define SUNTING_ARCHIVE_GATHERED_H

#include "archive/entry.h"

/*
 * What is written at the end of a part (batch.h): prints, and in how many texts each word stands. They go in
 * sorted, since the places of a large table where single prints belong lie far apart.
 */
struct gathered_word {
    int64_t office, hash, count;
};

/* How often a word came so far: its office, as an index of offices, and itself in one number. */
struct gathered_count {
    int64_t word, count; /* 0: a free place */
};

struct gathered {
    struct packed prints;
    VEC(int64_t) offices;
    struct gathered_count *counts; /* in places that their words say */
    size_t words, places;          /* a power of two of these, half of them free */
};

/* Makes room for so many prints, and those of a text more: it would be made for twice as many. */
void gathered_expect(struct gathered *gathered, size_t prints);
void gathered_add(struct gathered *gathered, const struct entry *entry, int64_t article, int64_t office);
/* Writes it all and empties gathered; false with a sentence in e. between is called now and then. */
bool gathered_write(struct gathered *gathered, struct store *store, void (*between)(void *), void *self,
                    struct error *e);
void gathered_free(struct gathered *gathered);

#endif
