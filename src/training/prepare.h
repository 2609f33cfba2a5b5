#ifndef SUNTING_TRAINING_PREPARE_H
#define SUNTING_TRAINING_PREPARE_H

#include "training/classroom.h"
#include "training/roster.h"

/*
 * Makes the folder of a class (training/classroom.h) from the trainer's list: folders, the lessons that come
 * with the program, logins and passwords, a sheet to be printed and cut (lembar.html), and what needs root as
 * a script to be read first (akun.sh). Done again with a list that grew it adds, and changes nothing that is
 * there. Nothing of it needs root.
 */
struct prepare {
    const char *folder; /* absolute, of letters, digits and . _ - / */
    const char *csv;
    const char *host; /* what participants type as the name of the server */
};

/* Appends what the trainer is to know, a line each. False with a sentence in e. */
bool prepare_class(const struct prepare *prepare, struct str *told, struct error *e);

/* The sheet: one strip a person. */
void sheet_append(const struct roster *roster, const char *host, enum lang lang, struct str *out);

#endif
