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
/* How often the two words stand side by side; 0 when in fewer than four articles. */
size_t frequency_of_pair(struct language *language, struct slice word, struct slice next);
/* How often the word (small letters) was counted written so; with a capital: inside a sentence, in news and
 * in regulations, which have many. */
enum word_case { FORM_SMALL, FORM_NEWS_CAPITAL, FORM_LAW_CAPITAL, FORM_CAPITALS };
uint32_t frequency_of_form(struct language *language, struct slice word, enum word_case form);
/* How a word, given in small letters, is written in nearly all of what was counted; remembered once asked. */
enum written { WRITTEN_EITHER, WRITTEN_SMALL, WRITTEN_NAME, WRITTEN_CAPITALS };
enum written word_written(struct language *language, struct slice word);
/* How many of the six lists made from KBBI have the word; 0 when fewer than three. */
uint32_t frequency_of_lists(struct language *language, struct slice word);
/* English, and not Indonesian, of the words that were counted. */
bool word_is_english(struct language *language, struct slice word);

#endif
