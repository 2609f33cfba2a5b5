#ifndef SUNTING_DRAFT_FRONT_FRONT_TITLE_H
#define SUNTING_DRAFT_FRONT_FRONT_TITLE_H

#include "text/text.h"

/* Appends a title for a draft that has none, to be confirmed by its writer: its first heading, or a first
 * line that is a headline; without markup. Nothing where the draft begins with its lead, for a title made of
 * half a sentence is worse than none. */
void front_title_suggest(const struct text *text, struct str *out);
/* Appends the first line of the text that holds any, without the dateline it may begin with. */
void front_title_words(const struct text *text, struct str *out);

#endif
