#ifndef SUNTING_ARCHIVE_ARCHIVE_PARTS_H
#define SUNTING_ARCHIVE_ARCHIVE_PARTS_H

#include "archive/ahead.h"
#include "archive/archive.h"

/* What an archive is made of, for archive.c, which opens it, and archive_kept.c, which keeps what was read.
 */
struct rarity {
    uint32_t hash, known; /* 0, or 1 more than the articles */
};

struct archive {
    struct store *store;
    struct language *language;
    char *where;
    uint64_t salt;
    bool salted; /* the salt has been read */
    struct str trouble;
    struct rarity *rarities; /* by hash */
    struct map words;        /* articles of an office that have a word, + 1 */
    struct map kept;         /* index of texts + 1, by id */
    VEC(struct archive_text *) texts;
    struct ahead ahead;
    struct map found;  /* see archive_found() */
    struct str change; /* the mark of the latest change when all this was read */
};

#endif
