#ifndef SUNTING_LANGUAGE_LEXICON_FREQUENCY_H
#define SUNTING_LANGUAGE_LEXICON_FREQUENCY_H

#include "language/lexicon/word.h"

/* What the tables of counts say of a word in small letters; looked up once. */
const struct word_tables *frequency_tables(struct language *language, struct word *word);

/* Adds word_records.h of all the words that these hold. */
#define FREQUENCY_LEXICONS                                                                                   \
    { LEXICON_PAIRS, LEXICON_FORMS, LEXICON_AGREED, LEXICON_FREQUENCY }
void frequency_prepare(struct language *language, struct prepared_writer *writer);

struct word_counts frequency_counts(struct language *language, struct slice word);
/* The same from the fields of a line of the lexicon FREQUENCY. */
struct word_counts frequency_read(struct slice fields);
/* Its documents alone. */
size_t frequency_of(struct language *language, struct slice word);
/* How often the two words, in small letters, stand side by side in news; 0 when fewer than four times. */
size_t frequency_of_pair(struct language *language, struct slice word, struct slice next);
/* What stands after a word, or after two, in news and regulations, down to twice; one of news counts for
 * three of regulations, which repeat themselves. Words are in small letters, NULL where there is none. The
 * row is empty for words never counted, and valid as long as the language. */
struct slice frequency_row(struct language *language, struct word *word);
struct slice frequency_row_of_two(struct language *language, const struct word *first,
                                  const struct word *second);
uint32_t frequency_in_row(struct language *language, struct slice row, const struct word *next);
/* Of the row of the first; rules ask it again and again of the same two. */
uint32_t frequency_beside(struct language *language, struct word *first, const struct word *next);
uint32_t frequency_in_row_of_two(struct language *language, struct slice row, const struct word *next);
/* How often the word (small letters) was counted written so; with a capital: inside a sentence, in news and
 * in regulations, which have many; in all, news three times over. */
uint32_t frequency_of_form(struct language *language, struct slice word, enum word_case form);
/* How a word, given in small letters, is written in nearly all of what was counted. */
enum written word_written(struct language *language, struct slice word);
/* Of the lists made from KBBI: as few as are told of, enough that it is a word for sure, and all. */
enum { LISTS_SOME = 3, LISTS_MOST = 4, LISTS_ALL = 6 };
/* How many of them have the word; 0 when fewer than LISTS_SOME. */
uint32_t frequency_of_lists(struct language *language, struct slice word);
/* English, and not Indonesian, of the words that were counted. */
bool word_is_english(struct language *language, struct slice word);

#endif
