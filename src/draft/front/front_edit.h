#ifndef SUNTING_DRAFT_FRONT_FRONT_EDIT_H
#define SUNTING_DRAFT_FRONT_FRONT_EDIT_H

#include "draft/front/draft_edit.h"
#include "draft/front/front_matter.h"
#include "draft/front/yaml_quote.h"

/*
 * Edits of single keys. Each function computes one edit of the text as front was parsed from it, and leaves
 * applying it to the caller, so that it is undone and journalled like typing. What stands outside the value
 * stays as it is, byte for byte: comments, order, quoting, unknown keys, nesting, line ends.
 *
 * They return false, and no edit, where there is no front matter, it is broken, the key is written in a form
 * that only hands should change ("? key", an alias), is written in another form than YAML, or the front
 * matter could not be read with the change.
 */
/* Sets key to value, adding it as the last one when it is missing. Quotation marks stay as they were, and
 * come where the value needs them: a value that YAML would read as a number, boolean or date stays bare only
 * where that is its meaning. A text of several lines ("|", ">") stays one; value is without its last line
 * end. */
bool front_edit_set(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                    const char *key, struct slice value, enum yaml_meaning meaning);
/* A front matter for a draft that has none, before its first line. */
void front_edit_add(struct draft_edit *made, const struct text *text, struct slice title, struct slice date,
                    struct slice status);

#endif
