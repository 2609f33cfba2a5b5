#ifndef SUNTING_LANGUAGE_LEXICON_FREQUENCY_H
#define SUNTING_LANGUAGE_LEXICON_FREQUENCY_H

#include "language/lexicon/language.h"

/* What was counted in 16.8 thousand articles of the press, of words in small letters. */
struct word_counts {
    uint32_t documents; /* articles that have the word; 0 when fewer than two */
    bool indonesian;    /* hunspell's id_ID has it */
    bool english;       /* the English list has it */
    uint32_t neighbour; /* documents of a word one edit away that is much commoner; 0: there is none */
};

struct word_counts frequency_counts(struct language *language, struct slice word);
/* The same from the fields of a line of the lexicon FREQUENCY. */
struct word_counts frequency_read(struct slice fields);
/* Its documents alone. */
size_t frequency_of(struct language *language, struct slice word);
/* How often the two words, in small letters, stand side by side in news; 0 when fewer than four times. */
size_t frequency_of_pair(struct language *language, struct slice word, struct slice next);
/* What stands behind a word, or behind two, in news and regulations, down to twice; one of news counts for
 * three of regulations, which repeat themselves. The row is empty for words never counted, and valid as long
 * as the language. */
struct slice frequency_row(struct language *language, struct slice word);
struct slice frequency_row_of_two(struct language *language, struct slice first, struct slice second);
uint32_t frequency_in_row(struct slice row, struct slice next);
uint32_t frequency_in_row_of_two(struct slice row, struct slice next);
/* How often the word (small letters) was counted written so; with a capital: inside a sentence, in news and
 * in regulations, which have many; in all, news three times over. */
enum word_case { FORM_SMALL, FORM_NEWS_CAPITAL, FORM_LAW_CAPITAL, FORM_CAPITALS, FORM_ALL };
uint32_t frequency_of_form(struct language *language, struct slice word, enum word_case form);
/* How a word, given in small letters, is written in nearly all of what was counted; remembered once asked. */
enum written { WRITTEN_EITHER, WRITTEN_SMALL, WRITTEN_NAME, WRITTEN_CAPITALS };
enum written word_written(struct language *language, struct slice word);
/* How many of the six lists made from KBBI have the word; 0 when fewer than three. */
uint32_t frequency_of_lists(struct language *language, struct slice word);
/* English, and not Indonesian, of the words that were counted. */
bool word_is_english(struct language *language, struct slice word);

#endif
