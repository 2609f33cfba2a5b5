#ifndef SUNTING_CHECK_STORY_H
#define SUNTING_CHECK_STORY_H

#include "check/block.h"

/* An essay or a story: who speaks to the writer, or to whom else, is known without a cue, and words said once
 * may be said again. Of 401 press releases and articles none has two such paragraphs, of 32 posts that have
 * them all are essays or stories. */
bool document_is_story(const struct document *document);

#endif
