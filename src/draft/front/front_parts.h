#ifndef SUNTING_DRAFT_FRONT_FRONT_PARTS_H
#define SUNTING_DRAFT_FRONT_FRONT_PARTS_H

#include "draft/front/front_edit.h"

/* What front_edit.c and front_list.c share: one value written into made->inserted takes its place. */

/* Whether edits of key, which may be NULL, can be made at all; begins made. */
bool front_edit_begin(struct draft_edit *made, const struct front_matter *front, const struct front_key *key);
/* The value, already written as YAML in made->inserted, replaces that of key, or is added as a key called
 * name. */
bool front_edit_place(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                      const struct front_key *key, const char *name);
/* Reads the front matter with the edit, and makes sure that every other key is as it was, and that the one
 * named holds this value, or these items. Else the edit is freed. */
bool front_edit_is_safe(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                        const char *name, const struct slice *value, const struct slice *items, size_t count);

#endif
