#ifndef SUNTING_DRAFT_FORGET_H
#define SUNTING_DRAFT_FORGET_H

#include "base/message.h"

/*
 * Removes all that is kept of a draft outside its file: journal, copies, what was set aside. The file itself
 * stays, and need not be there any more.
 */
struct forgotten {
    size_t journals, copies, asides; /* files removed */
};

/* path: "" for the drafts without a name. Work that is not saved is removed only with unsaved_too. False with
 * a sentence in e, and nothing is removed, when a session has the draft open or such work is there. */
bool draft_forget(const char *path, bool unsaved_too, struct forgotten *forgotten, struct error *e);

#endif
