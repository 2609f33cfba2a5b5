#ifndef SUNTING_TRAINING_JUDGE_H
#define SUNTING_TRAINING_JUDGE_H

#include "training/lesson.h"

/*
 * Which flaws of a lesson are mended in a text that began as its draft. A flaw is mended when none of its
 * rule is left at its place, however it was worded. Its place is found anew each time, by comparing the two
 * texts word by word, so that nothing has to be kept while the text is edited: after a lost connection, an
 * undo or a restart it is the same.
 */
struct judgement {
    VEC(bool) mended; /* by flaw of the lesson */
    size_t open;
    size_t others; /* findings, hints aside, that are no flaw of the lesson: mistakes made meanwhile */
};

/* findings: of the checker for this text. Release with judgement_free(). */
void judge(struct judgement *judgement, const struct lesson *lesson, const struct text *text,
           const struct findings *findings);
void judgement_free(struct judgement *judgement);

#endif
