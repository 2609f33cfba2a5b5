#ifndef SUNTING_CHECK_RULES_CAPITAL_READER_H
#define SUNTING_CHECK_RULES_CAPITAL_READER_H

#include "check/rule.h"
#include "check/rules/typography.h"
#include "language/lexicon/word.h"
#include "language/sentence/words.h"

/* What the rules about capitals ask of the words of a block. */
struct capital_reader {
    const struct check_context *context;
    const struct block *block;
    const struct analysis *a;
    struct findings *out;
};

/* Words first to end should have such letters: typography.raised for small ones, or typography.capital. */
void reader_report(const struct capital_reader *r, size_t first, size_t end, enum letters letters);
const struct word_tables *reader_tables(const struct capital_reader *r, size_t i);
/* Of speech.h; none outside the block. */
uint32_t reader_classes(const struct capital_reader *r, size_t i);
/* A word of letters alone, not all in capitals, with one of those flags. */
bool reader_plain(const struct capital_reader *r, size_t i, uint8_t flag);
/* i is where nothing of a name goes on: a small word, a mark other than a quotation mark or a hyphen, or the
 * end. */
bool reader_border(const struct capital_reader *r, size_t i);
const struct sentence *reader_sentence(const struct capital_reader *r, size_t i);
/* PPKn: as it is written. */
bool reader_inner_capital(struct slice word);

#endif
