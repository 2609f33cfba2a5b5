#ifndef SUNTING_LANGUAGE_SPELLING_WORDBOOK_H
#define SUNTING_LANGUAGE_SPELLING_WORDBOOK_H

#include "language/lexicon/prepared.h"

/*
 * One hunspell dictionary of the system: id_ID. Words go in and come out as UTF-8; a word that the
 * dictionary's own encoding cannot hold is not in it. Loading id_ID takes some 7 ms and 4 MB: it is put off
 * until a word is asked that what was prepared of it does not decide, and so is hunspell itself.
 */
struct wordbook;

/* Longest word, in bytes, that is looked up; longer ones are unknown (hunspell has its own, larger limit). */
enum { WORD_LIMIT = 64 };

/* Opens the dictionary with this name from $DICPATH or the folders of the system. NULL and a sentence in e
 * when there is none. prepared and e must outlive it: that hunspell cannot be loaded is said there, later. */
struct wordbook *wordbook_open(const char *name, const struct prepared *prepared, struct error *e);
void wordbook_close(struct wordbook *book);
/* True when a word was asked for that what was prepared does not decide, and hunspell could not be loaded. */
bool wordbook_is_blind(const struct wordbook *book);
/* Loads hunspell for good: before what can no longer be read (restrict.h) holds it. */
void wordbook_keep_library(void);

bool wordbook_has(struct wordbook *book, struct slice word);
/* True when the word stands in the dictionary itself, not as one of the forms its affixes make. */
bool wordbook_has_entry(struct wordbook *book, struct slice word);
/* Adds all words of plain letters that the dictionary accepts, which takes seconds. */
void wordbook_prepare(struct wordbook *book, struct prepared_writer *writer);
/* True when that is there, and made of these files. */
bool wordbook_is_prepared(const struct wordbook *book);
/* Path of the list of entries ("word/flags" a line, in the encoding of the dictionary). */
const char *wordbook_path(const struct wordbook *book);

#endif
