#ifndef SUNTING_ARCHIVE_PERSON_FACTS_H
#define SUNTING_ARCHIVE_PERSON_FACTS_H

#include "archive/archive.h"

/* What the archive says of a person: it accuses nobody, for offices change. */
struct person_office {
    char *office;         /* as written; owned */
    char *first, *latest; /* dates of the texts that say so; owned */
    size_t texts;
};

struct person_quote {
    int64_t article;
    char *date, *title, *text; /* owned */
};

struct person_fact {
    char *name; /* as the archive spells it; owned */
    size_t texts;
    VEC(struct person_office) offices; /* the latest first */
    VEC(struct person_quote) quotes;   /* the latest first */
};

struct person_facts {
    VEC(struct person_fact) list;
};

enum { PERSON_QUOTES = 5 };

/* Those whose names hold these words, and those one letter away. quotes: how many of each. False with a
 * sentence in e. */
bool person_facts_find(struct archive *archive, struct slice name, size_t quotes, struct person_facts *facts,
                       struct error *e);
void person_facts_free(struct person_facts *facts);

#endif
