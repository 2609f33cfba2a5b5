#ifndef SUNTING_ARCHIVE_NAMES_H
#define SUNTING_ARCHIVE_NAMES_H

#include "archive/entry.h"
#include "base/map.h"

/*
 * Who is named in the archive, with which office, and what was quoted of them. A name is found by what it is
 * with one letter left out, so that a slip of one letter leads to it.
 */

/* A name that is new, under one of the keys by which it is found. */
struct name_key {
    int64_t key, person;
};
/* Who is named in a text, where first, and as what. */
struct name_mention {
    int64_t person, article, at;
    size_t role, role_len; /* of names_adding.roles */
};
/* What is known while texts are added. Release with names_adding_free(). */
struct names_adding {
    VEC(struct name_mention)
    mentions;                  /* which lie by person in the table: sorted, they go in four times as fast */
    struct str roles;          /* of all of them */
    VEC(struct name_key) keys; /* of new names: many go in at once and sorted, which a large table needs */
    struct map known;          /* the number of a person, by folded name: asked for once */
};

bool names_add(struct archive *archive, const struct entry *entry, int64_t article,
               struct names_adding *adding, struct error *e);
/* Writes what waits, and forgets all: what others write afterwards may be otherwise. */
bool names_write(struct archive *archive, struct names_adding *adding, struct error *e);
void names_adding_free(struct names_adding *adding);
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
