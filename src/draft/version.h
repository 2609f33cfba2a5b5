#ifndef SUNTING_DRAFT_VERSION_H
#define SUNTING_DRAFT_VERSION_H

#include "base/message.h"
#include "base/vec.h"
#include "text/text.h"

/*
 * What a draft was before: the backups of its saves (draft/backup.h), and the work that was set aside,
 * offered and declined, or dropped. That lies where it was kept, as NAME.TIME.aside: a journal, or the whole
 * text. TIME is ms since 1970.
 */
struct version {
    char *path;
    int64_t time_ms; /* when it was saved over, or set aside */
    bool aside;
};

struct versions {
    VEC(struct version) list; /* newest first */
};

/* Those of the draft at path; of a draft without a file ("") what such drafts have set aside. */
void versions_list(struct versions *versions, const char *path);
void versions_free(struct versions *versions);
/* The text that it was. base: what the file holds, for work that only tells what differs from that. NULL with
 * a sentence in e when it cannot be read. */
struct text *version_text(const struct version *version, struct slice base, struct error *e);

/* Sets the file at path aside; of one name the newest ASIDE_MAX are kept. False with errno. */
bool version_put_aside(const char *path);
enum { ASIDE_MAX = 5 };

/* Appends the files of the folder that match (fnmatch), and whose names are TIME or end with .TIME.aside. */
void versions_find(struct versions *versions, const char *folder, const char *pattern);
/* Removes all but the newest. */
void versions_trim(const struct versions *versions, size_t keep);

#endif
