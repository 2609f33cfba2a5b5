#ifndef SUNTING_ARCHIVE_HOLDERS_H
#define SUNTING_ARCHIVE_HOLDERS_H

#include "archive/matches.h"

/* The texts that hold a sentence or its near copies, for who corrects it in all of them. */
struct holder {
    int64_t id;
    char *title, *date, *url, *sentence; /* owned; sentence: as it stands there */
};
struct holders {
    VEC(struct holder) list;
};

/* A sentence too short to be compared is searched for as it stands. False with a sentence in e. */
bool holders_find(struct archive *archive, struct slice sentence, struct holders *holders, struct error *e);
void holders_free(struct holders *holders);

#endif
