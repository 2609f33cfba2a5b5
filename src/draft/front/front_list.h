#ifndef SUNTING_DRAFT_FRONT_FRONT_LIST_H
#define SUNTING_DRAFT_FRONT_FRONT_LIST_H

#include "draft/front/draft_edit.h"
#include "draft/front/front_matter.h"

/* Sets key to a list. Only the items that differ are written: in lines of their own, as they were, or between
 * brackets. */
bool front_edit_set_list(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                         const char *key, const struct slice *values, size_t count);

#endif
