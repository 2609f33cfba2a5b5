#ifndef SUNTING_DRAFT_PLACE_H
#define SUNTING_DRAFT_PLACE_H

#include "base/message.h"

/* Whether a draft can be saved as path, as far as rights and folders tell. Asked when it is opened, so that
 * nobody writes first and learns then; false with a sentence in e. */
bool draft_place_is_writable(const char *path, struct error *e);
/* Appends the name that a draft typed as path gets: with .md where it has no ending, for the list of files
 * and "sunting check FOLDER" know drafts by it. True: it was added. */
bool draft_place_name(struct str *out, const char *path);
/* The path without its ending. */
struct slice draft_place_stem(const char *path);
/* Appends the name of the draft that is made from the document at path: with .md instead of its ending, and a
 * number where there is such a file. */
void draft_place_beside(struct str *out, const char *path);
/* Appends a name for a new draft with that title, in the current folder, that no file has there: its words in
 * small letters, as web addresses have them, as many as fit. Nothing for a title without any. */
void draft_place_propose(struct str *out, struct slice title);

#endif
