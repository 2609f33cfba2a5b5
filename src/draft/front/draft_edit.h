#ifndef SUNTING_DRAFT_FRONT_DRAFT_EDIT_H
#define SUNTING_DRAFT_FRONT_DRAFT_EDIT_H

#include "text/text.h"

/* An edit that was computed, and owns its bytes. Whoever asked for it applies it, so that undo and the
 * journal see it. */
struct draft_edit {
    struct edit edit; /* its slices point into the two below */
    struct str removed, inserted;
};

void draft_edit_free(struct draft_edit *made);

/* Completes an edit of the bytes from start to end, whose new bytes stand in made->inserted. True. */
bool draft_edit_finish(struct draft_edit *made, const struct text *text, size_t start, size_t end);
/* The edit that makes text into whole, without what is equal at both ends. False: nothing differs. */
bool draft_edit_to(struct draft_edit *made, const struct text *text, struct slice whole);

#endif
