#ifndef SUNTING_LANGUAGE_SPELLING_WORDBOOK_PARTS_H
#define SUNTING_LANGUAGE_SPELLING_WORDBOOK_PARTS_H

#include "language/lexicon/word_graph.h"
#include "language/spelling/hunspell_library.h"
#include "language/spelling/wordbook.h"

/* What the files of the wordbook share; nobody else includes it. */
struct wordbook {
    struct hunspell_library hunspell;
    Hunhandle *handle;     /* NULL until first asked */
    struct error *problem; /* where it is said that hunspell cannot be loaded; not owned */
    bool asked;
    char *affixes, *path;
    bool utf8;                        /* the dictionary is in UTF-8, otherwise in ISO-8859-1 */
    struct word_graph forms, entries; /* what was prepared; empty: nothing was */
    bool ascii;                       /* and no word has another letter */
};

#define SECTION_AFFIXES "hunspell.aff"
#define SECTION_WORDS "hunspell.dic"
#define SECTION_FORMS "hunspell forms"
#define SECTION_ASCII "hunspell ascii"
#define SECTION_ENTRIES "hunspell entries"

bool wordbook_is_ascii(struct slice bytes);
bool wordbook_load(struct wordbook *book);
/* What hunspell itself says. */
bool wordbook_ask(struct wordbook *book, struct slice word);
bool wordbook_ask_entry(struct wordbook *book, struct slice word);

#endif
