#ifndef SUNTING_LANGUAGE_LEXICON_WORD_RECORDS_H
#define SUNTING_LANGUAGE_LEXICON_WORD_RECORDS_H

#include "language/lexicon/key_table.h"
#include "language/lexicon/prepared.h"
#include "language/lexicon/word.h"

/*
 * What all the tables of counts say of each of their words (frequency.h), beforehand: one probe and one place
 * in the prepared file, instead of four of each. A record is a head of four bytes (how long the word is,
 * which parts follow, in how many lists it is, 0), those parts as uint32_t, and the word.
 */
struct word_records {
    struct slice bytes, rows; /* rows: the facts of the pairs, that a record points into */
    struct key_table table;   /* empty: there are none */
};

/* Those that are in the file; rows: of the same file. */
struct word_records word_records_in(const struct prepared *prepared, struct slice rows);
/* False when it has none of that word: then no table has the word. */
bool word_records_find(const struct word_records *records, const struct word *word,
                       struct word_tables *tables);
/* Whether a word may have a record. */
bool word_records_fit(struct slice word);

/* To make them: words, each once, then the table of so many. */
void word_records_add(struct str *bytes, struct slice word, const struct word_tables *tables,
                      struct slice rows);
void word_records_end(const struct str *bytes, size_t words, struct prepared_writer *writer);

#endif
