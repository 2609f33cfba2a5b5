#ifndef SUNTING_UI_COMPARE_H
#define SUNTING_UI_COMPARE_H

#include "draft/merge.h"
#include "ui/reader.h"

/* What differs between two texts, paragraph by paragraph. */

/* Adds a section for each difference; mine and other are called by these texts. */
void compare_fill(struct editor *editor, struct reader *reader, const struct text *mine,
                  const struct text *other, enum message_id mine_label, enum message_id other_label);
/* Shows it until the reader is closed. */
void compare_show(struct editor *editor, const struct text *mine, const struct text *other,
                  enum message_id mine_label, enum message_id other_label);
/* Lets the writer choose for each paragraph. False: changed their mind. */
bool compare_merge(struct editor *editor, struct merge *merge, const struct text *mine);

#endif
