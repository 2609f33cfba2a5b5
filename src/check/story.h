#ifndef SUNTING_CHECK_STORY_H
#define SUNTING_CHECK_STORY_H

#include "check/block.h"

/* A paragraph without a quotation in which the writer speaks of himself, or one with a quotation that says
 * kamu to somebody: one who talks, not one who is quoted. Asked once of each paragraph. */
bool story_tells(const struct analysis *analysis);
/* An essay or a story: who speaks to the writer, or to whom else, is known without a cue, and words said once
 * may be said again. Of 401 press releases and articles none has two such paragraphs, of 32 posts that have
 * them all are essays or stories. */
bool document_is_story(const struct document *document);

#endif
