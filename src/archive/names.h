#ifndef SUNTING_ARCHIVE_NAMES_H
#define SUNTING_ARCHIVE_NAMES_H

#include "archive/entry.h"

/*
 * Who is named in the archive, with which office, and what was quoted of them. A name is found by what it is
 * with one letter left out, so that a slip of one letter leads to it.
 */

/* A name that is new, under one of the keys by which it is found. */
struct name_key {
    int64_t key, person;
};
struct name_keys {
    VEC(struct name_key) list;
};

/* The keys of new names are appended: many go in at once and sorted, which a large table needs. */
bool names_add(struct archive *archive, const struct entry *entry, int64_t article, struct name_keys *keys,
               struct error *e);
/* Writes and empties them. */
bool names_write_keys(struct archive *archive, struct name_keys *keys, struct error *e);
bool names_remove(struct archive *archive, int64_t article, struct error *e);

/* A person whose name differs by one letter at most. */
struct name_near {
    int64_t id;
    char *name, *folded; /* owned */
};
struct names_near {
    VEC(struct name_near) list;
};
bool names_find(struct archive *archive, struct slice folded, struct names_near *near, struct error *e);
/* The same of several names, with one question: near[i] is of folded[i]. */
bool names_find_all(struct archive *archive, const struct slice *folded, size_t count,
                    struct names_near *near, struct error *e);
void names_near_free(struct names_near *near);

#endif
