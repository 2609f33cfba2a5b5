#ifndef SUNTING_LANGUAGE_LEXICON_LANGUAGE_H
#define SUNTING_LANGUAGE_LEXICON_LANGUAGE_H

#include "base/map.h"
#include "language/lexicon/lexicon.h"
#include "language/lexicon/vocabulary.h"

/*
 * Indonesian, as far as it stands in files: the dictionaries, each loaded when it is first asked for, so that
 * the first screen waits for none of them. One per process; not safe for threads.
 */
struct language;
struct word_records;
struct word_set;

enum lexicon_name {
#define LEXICON(name, file) LEXICON_##name,
#include "language/lexicon/lexicons.def"
#undef LEXICON
    LEXICON_COUNT
};

/* folder: where the dictionaries are. Never fails: a dictionary that is missing or unreadable is empty, and
 * language_problem() says so. */
struct language *language_new(const char *folder, enum lang lang);
void language_free(struct language *language);

const struct lexicon *language_lexicon(struct language *language, enum lexicon_name name);
/* What was prepared of them (prepared.h), in the folder of the dictionaries; an empty one when there is none.
 */
#define PREPARED_FILE "prepared.bin"
const struct prepared *language_prepared(struct language *language);
void language_prepared_path(const struct language *language, struct str *out);
/* Adds all lexicons. */
void language_prepare(struct language *language, struct prepared_writer *writer);
/* Nobody looks for a while: what was prepared need not be in the memory of this process meanwhile. */
void language_rest(struct language *language);
/* True when all lexicons are as they were prepared: what was made of several of them holds. */
bool language_is_prepared(struct language *language);
/* What was prepared of all words that were counted; none when one of the tables of counts is another now. */
const struct word_records *language_word_records(struct language *language);
/* True when key stands in the lexicon. */
bool language_has(struct language *language, enum lexicon_name name, struct slice key);
/* True when a key of the lexicon begins with this word, alone or before a space. One hash look-up. */
bool language_begins(struct language *language, enum lexicon_name name, struct slice word);
/* The speller that works on these dictionaries (language/spelling/speller.h), NULL before there is one. It is
 * attached once and then belongs to the language. */
struct speller *language_attached(const struct language *language);
void language_attach(struct language *language, struct speller *speller,
                     void (*free_speller)(struct speller *));
/* Where those who load parts of the language say what could not be loaded. */
struct error *language_errors(struct language *language);
/* The classes of words, read on first use. */
struct vocabulary *language_vocabulary(struct language *language);
/* True when a word, case ignored, belongs to the class. A token knows it already: words.h. */
bool language_word_in(struct language *language, struct slice word, enum word_class class);
/* What was found out about a word, once: texts (from malloc, or NULL; owned by the language) by word. */
enum language_memo { MEMO_NEAR, MEMO_RIVALS, MEMO_TREES, MEMO_COUNT };
struct map *language_memo(struct language *language, enum language_memo memo);
/* The words that were met so far: word.h. */
struct word_set *language_words(struct language *language);
/* What could not be loaded so far, as a sentence; "" when all is well. */
const char *language_problem(const struct language *language);

#endif
