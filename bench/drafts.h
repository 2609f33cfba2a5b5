#ifndef SUNTING_BENCH_DRAFTS_H
#define SUNTING_BENCH_DRAFTS_H

#include "base/vec.h"

#include <stdbool.h>
#include <stdio.h>

/* Drafts of many shapes, of any size: what a benchmark checks. The same kind and size give the same bytes. */
struct maker {
    FILE *out;
    size_t size; /* bytes wanted */
    unsigned seed;
    VEC(char *) words; /* the commonest first, as far as the dictionary says */
};

struct draft_kind {
    const char *name;
    void (*make)(struct maker *m); /* NULL: piece again and again */
    const char *piece;
};
extern const struct draft_kind draft_kinds[];
extern const size_t draft_kind_count;

/* Reads dictionaries/frequency.tsv of the current folder; ends the program when there is none. */
void maker_init(struct maker *m);
void maker_free(struct maker *m);
/* Writes a draft of at least size bytes; between stands after each piece of a kind made of one. */
void draft_make(struct maker *m, const struct draft_kind *kind, FILE *out, size_t size, const char *between);

#endif
