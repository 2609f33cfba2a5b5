#ifndef SUNTING_ARCHIVE_MATCHES_H
#define SUNTING_ARCHIVE_MATCHES_H

#include "archive/archive.h"
#include "check/duplicate/duplicate.h"

/* A sentence of the archive that says what a unit of the draft says. */
struct archive_match {
    int64_t article, office;
    size_t start, end; /* bytes of its text */
    double score;      /* 1: the same letters */
    double shared;     /* weight of the shared words; a rare word is 1 */
    double plain;      /* of those that are neither names nor numbers */
    bool exact;
};
enum { MATCHES = CANDIDATES };

/* Stores what is like the unit, the most alike first, at most one of a text; returns how many. A question to
 * the archive that fails is a sentence in e, and the answer 0. */
size_t matches_find(struct archive *archive, const struct units *units, size_t unit,
                    struct archive_match found[MATCHES], struct error *e);

/* All that is like the unit, in the order of the texts, for who must find every one: linear in what shares a
 * print. False with a sentence in e. */
struct all_matches {
    VEC(struct archive_match) list;
};
bool matches_all(struct archive *archive, const struct units *units, size_t unit, struct all_matches *all,
                 struct error *e);

/* The two sentences of a match side by side: unit 0 is that of the archive, unit 1 the draft's. False when
 * they are not alike. Release with match_pair_free() in any case. */
struct match_pair {
    bool plain; /* in: every word is worth the same, however many texts have it, and few are enough */
    struct block *block; /* of the sentence of the archive */
    struct units units;
    struct likeness likeness;
};
bool match_compare(struct match_pair *pair, struct archive *archive, const struct archive_text *text,
                   size_t start, size_t end, const struct units *units, size_t unit);
void match_pair_free(struct match_pair *pair);

#endif
