#ifndef SUNTING_CHECK_RULES_SOURCE_H
#define SUNTING_CHECK_RULES_SOURCE_H

#include "check/rule.h"
#include "language/sentence/speech.h"
#include "language/sentence/words.h"

/* What the rules about sources of statements ask of a sentence. */

/* Somebody or something is named that the sentence rests on: menurut X, X mengatakan, katanya, kata dia, data
 * BPS, survei LSI, dikutip dari X. */
bool sentence_has_source(const struct reading *r, const struct sentence *sentence);
/* The sentence gives the source of the one before it: Demikian disampaikan X, Data itu dirilis BPS. */
bool sentence_attributes_before(const struct reading *r, const struct sentence *sentence);
/* It opens a paragraph and gives the source of the one before: Hal itu disampaikan X. */
bool sentence_attributes_paragraph(const struct reading *r, const struct sentence *sentence);
/* The paragraph beside block at, before or after it; NULL: none, or no prose. */
const struct block *prose_beside(const struct document *document, size_t at, bool after);
/* Some of the bytes from start to end stand in a quotation of more than a few words: no name or term. */
bool range_is_spoken(const struct analysis *a, size_t start, size_t end);
/* Token i begins a name of a body or person: a capital that the start of a sentence does not explain. */
bool token_is_name(const struct analysis *a, const struct sentence *sentence, size_t i);

#endif
