#ifndef SUNTING_ARCHIVE_PRINTS_H
#define SUNTING_ARCHIVE_PRINTS_H

#include "archive/archive.h"
#include "check/duplicate/duplicate.h"

/*
 * The prints of a sentence: hashes of pairs of its rarest words, by which sentences that say the same find
 * each other. Words in small letters and names apart, since a release copied for another place changes all
 * its names: the pairs of the five rarest small words, and the three rarest names in a chain. Numbers take no
 * part.
 */
enum {
    PRINT_SMALL = 5,
    PRINT_NAMES = 3,
    PRINTS = 16,
    PRINT_BITS = 35,
    PRINT_WORD_BITS = 16 /* of the rarer word */
};

/* Stores them; returns how many. */
size_t prints_of(struct archive *archive, const struct units *units, const struct unit *unit,
                 int64_t prints[PRINTS]);
/* Those by which a unit is looked for: of a long one also those of its halves, since one of them may be an
 * old sentence whose rare words the other half outdoes. Each once. */
enum { PRINTS_SOUGHT = 3 * PRINTS };
size_t prints_sought(struct archive *archive, const struct units *units, const struct unit *unit,
                     int64_t prints[PRINTS_SOUGHT]);

/* Where the units of a text begin and end, in bytes of it: what archive_text.borders holds. */
void borders_append(struct str *borders, size_t *last, size_t start, size_t end);
/* Of unit n; false when there are fewer, or when the bytes are none of ours. */
bool borders_find(struct slice borders, size_t n, size_t *start, size_t *end);
size_t borders_count(struct slice borders);

#endif
