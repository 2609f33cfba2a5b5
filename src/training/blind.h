#ifndef SUNTING_TRAINING_BLIND_H
#define SUNTING_TRAINING_BLIND_H

#include "check/finding.h"
#include "training/lesson.h"
#include "training/result.h"

/*
 * A lesson without the program's marks: the participant marks passages and names what is wrong with them.
 * What comes of it are three numbers, and no points: flaws found, flaws missed, passages wrongly accused.
 */

/* What a flaw may be called: a family of rules. */
struct flaw_kind {
    const char *family;    /* "spelling": what the names of its rules begin with */
    message_id name;       /* "Ejaan" */
    enum rule_id stand_in; /* whose letter and look its marks have */
};
enum { FLAW_KINDS = 6 };
extern const struct flaw_kind flaw_kinds[FLAW_KINDS];

/* The kind of a family, or of a flaw; what only a lesson itself knows ("kata") is style. */
const struct flaw_kind *flaw_kind_of(const char *family);
const struct flaw_kind *flaw_kind(const struct flaw *flaw);

struct blind_count {
    size_t found, missed;
    size_t accused; /* marks where there is no flaw at all */
};

/* found: a bool for each flaw of the lesson, or NULL. A flaw is found by a mark that touches it and names its
 * kind; a mark that touches one and names another kind neither finds nor accuses. */
struct blind_count blind_judge(const struct lesson *lesson, const struct suspects *marks, bool *found);
/* Whether the mark touches a flaw. */
bool blind_touches(const struct lesson *lesson, const struct suspect *mark);

enum { MARK_BYTES = 400 }; /* no longer than a long sentence: who marks all has found nothing */
/* Adds a mark, in the order of their places; one at the same place gets another name. */
void suspects_add(struct suspects *marks, size_t start, size_t end, const char *family);
/* The mark at this place, or NULL. */
const struct suspect *suspects_at(const struct suspects *marks, size_t place);
void suspects_remove(struct suspects *marks, const struct suspect *mark);
void suspects_copy(struct suspects *to, const struct suspects *from);
/* The marks as findings, to be shown. */
void suspects_show(const struct suspects *marks, enum lang lang, struct findings *out);

#endif
