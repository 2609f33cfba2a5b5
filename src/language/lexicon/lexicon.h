#ifndef SUNTING_LANGUAGE_LEXICON_LEXICON_H
#define SUNTING_LANGUAGE_LEXICON_LEXICON_H

#include "base/message.h"
#include "base/vec.h"
#include "language/lexicon/key_table.h"
#include "language/lexicon/prepared.h"

/* A line every few hundred bytes, so that most of the search is done without touching the lines. */
struct fence {
    uint64_t key; /* the first bytes of its key; numbers have the order of the bytes */
    size_t start; /* in facts */
};

/*
 * A dictionary file: one fact a line, fields separated by tabs, the first field the key; lines in byte order
 * of their keys, so that a look-up is a binary search in the bytes of the file and loading costs hardly more.
 * Lines that begin with '#' are the header, which names the source; they stand at the top.
 * In the prepared file the same lines have tables beside them: a look-up is one probe.
 */
struct lexicon {
    struct slice bytes;            /* of the file, mapped; empty when the facts are prepared ones */
    struct slice facts;            /* the lines below the header */
    VEC(struct fence) fences;      /* none when there are tables */
    struct key_table keys, firsts; /* of whole keys, and of their first words, */
    struct key_table items;        /* and of the words in rows: lexicon_find_in_row() */
};

/* False with a sentence in e when the file cannot be read; the lexicon is empty then. */
bool lexicon_load(struct lexicon *lexicon, const char *path, struct error *e);
void lexicon_free(struct lexicon *lexicon);
/* The lexicon of the file called name, from what was prepared of it; false when that is not there. */
bool lexicon_take(struct lexicon *lexicon, const struct prepared *prepared, const char *name);
/* Adds what lexicon_take() takes; rows: with the table that lexicon_find_in_row() looks into. */
void lexicon_prepare(const struct lexicon *lexicon, const char *name, bool rows,
                     struct prepared_writer *writer);
/* True when a key begins with this word, alone or before a space; only of a lexicon that has tables. */
bool lexicon_begins(const struct lexicon *lexicon, struct slice word);

/* True when a key begins with this one word and goes on after a space. */
bool lexicon_goes_on(const struct lexicon *lexicon, struct slice word);

/* Finds the first line with this key. *fields, when not NULL, gets what follows the key and its tab ("" when
 * there is nothing); it is valid as long as the lexicon. */
bool lexicon_find(const struct lexicon *lexicon, struct slice key, struct slice *fields);
/* Finds a word in a field that lists words in byte order: "word=what another=what". *what is valid as long as
 * the field. */
bool lexicon_find_in(struct slice field, struct slice word, struct slice *what);
/* The same of a field that is all that a line of the lexicon has after its key: one probe, where there is a
 * table. hash: slice_mix() of the word. */
bool lexicon_find_in_row(const struct lexicon *lexicon, struct slice row, struct slice word, uint64_t hash,
                         struct slice *what);
/* False: lexicon_find_in_row() finds no word with this hash. Costs less, and reads neither the row nor the
 * word. */
bool lexicon_may_be_in_row(const struct lexicon *lexicon, struct slice row, uint64_t hash);
/* Asks for the memory that either of these reads first, where one soon follows. */
void lexicon_expect_in_row(const struct lexicon *lexicon, struct slice row, uint64_t hash);
/* Walks all lines: *at starts at 0. False at the end. */
bool lexicon_next(const struct lexicon *lexicon, size_t *at, struct slice *key, struct slice *fields);
/* Where lexicon_next() begins with the first line whose key is not before this one. */
size_t lexicon_seek(const struct lexicon *lexicon, struct slice key);
/* Field n (from 0) of a fields slice; "" when there are fewer. */
struct slice lexicon_field(struct slice fields, size_t n);

#endif
