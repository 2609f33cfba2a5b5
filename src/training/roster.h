#ifndef SUNTING_TRAINING_ROSTER_H
#define SUNTING_TRAINING_ROSTER_H

#include "base/message.h"
#include "base/vec.h"

/*
 * Who takes part: the trainer's list, and the logins that were made for it. What was made is kept in the file
 * daftar.tsv of the class folder, a line each: login, password, name, office, between tabs. So a list that
 * grew is read again, and those who are in already keep what was printed for them.
 */
struct roster_person {
    struct str login, password, name, office;
    bool fresh; /* made by roster_add() */
};

struct roster {
    VEC(struct roster_person) people;
};

/* Adds the people of a CSV who are not in yet, with logins and passwords of their own. A column whose head
 * says so holds the names (nama) or the offices (instansi, dinas, unit kerja, ...); without heads, the first
 * and the second column with letters. Appends to told, a line each, what was left out, and who is perhaps the
 * same person. False with a sentence in e when nothing can be read, or nobody stands in it. */
bool roster_add(struct roster *roster, const char *csv, struct str *told, struct error *e);
/* Reads daftar.tsv; a missing one is an empty one. */
bool roster_read(struct roster *roster, const char *path, struct error *e);
/* What daftar.tsv holds. */
void roster_append(const struct roster *roster, struct str *out);
void roster_free(struct roster *roster);

#endif
