#ifndef SUNTING_UI_PANELS_FOLDER_H
#define SUNTING_UI_PANELS_FOLDER_H

#include "ui/panels/desk.h"

/* The drafts and documents of a folder, and the folders in it; what is hidden is none of them. */
enum { FOLDER_ENTRIES_MAX = 2000 };

struct folder_entry {
    char *name; /* owned */
    bool folder;
    int64_t time_ms; /* of the last change */
};

struct folder {
    struct str path;
    VEC(struct folder_entry) entries; /* folders by name, then drafts, the latest first */
};

/* Reads the folder at folder->path anew. False, with a sentence in the status row: it cannot be read. */
bool folder_read(struct desk *desk, struct folder *folder);
void folder_free(struct folder *folder);

#endif
