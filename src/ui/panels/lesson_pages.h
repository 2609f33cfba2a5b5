#ifndef SUNTING_UI_PANELS_LESSON_PAGES_H
#define SUNTING_UI_PANELS_LESSON_PAGES_H

#include "ui/panels/lesson.h"
#include "ui/panels/reader.h"

/* Pages of lessons that are not edited by a key, and what all pages are made of. */

/* Adds the line, unless it is empty, and empties it. */
void lesson_add_line(struct reader *reader, struct str *line, int indent, enum style_id style);
/* What it was, what it may become, and why; outcome: what the participant made of it. */
void lesson_add_flaw(struct desk *desk, struct reader *reader, const struct flaw *flaw, message_id outcome,
                     size_t n);

/* Marks what is selected, or the word at the cursor, as a flaw of a kind that is asked for. */
void blind_mark(struct desk *desk);
enum lesson_end blind_end(struct desk *desk);

/* What is counted so far. */
void own_say(struct desk *desk);
enum lesson_end own_end(struct desk *desk);

#endif
