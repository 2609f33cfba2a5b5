#ifndef SUNTING_LANGUAGE_QUOTES_CUE_PARTS_H
#define SUNTING_LANGUAGE_QUOTES_CUE_PARTS_H

#include "language/quotes/cue.h"

/* What the readers of cues (cue_after.c, cue_before.c, cue_reported.c) share. */
enum { CUE_NEAR = 14 }; /* tokens between a cue verb and what belongs to it */

struct cue cue_with_verb(const struct reading *r, size_t verb, struct mention speaker);
struct cue cue_without_verb(const struct reading *r, struct mention speaker);

/* After words between a verb and its speaker: oleh, si, pula, lagi, singkat. */
size_t cue_skip_between(const struct reading *r, size_t i, size_t end);
struct mention cue_speaker_after(const struct reading *r, size_t verb, size_t end);

/* penegasan, arahan, pesan: words that somebody gives. */
bool cue_noun(const struct reading *r, size_t i);
/* A mark that may stand between a quotation and its cue. */
bool cue_is_mark(const struct reading *r, size_t i);
/* Nothing belongs any more to what stands before token i. */
bool cue_ends(const struct reading *r, size_t i, size_t end);
bool cue_verbless(const struct reading *r, size_t from, size_t end);

/* Kata X., ujarnya: the verb stands directly after the mark. */
struct cue cue_verb_first(const struct reading *r, size_t i, size_t end);
/* Demikian disampaikan X; begitu kata X; hal itu diungkapkan X; sebagaimana tertulis dalam Y. */
struct cue cue_connected(const struct reading *r, size_t i, size_t end);

#endif
