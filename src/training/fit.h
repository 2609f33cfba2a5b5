#ifndef SUNTING_TRAINING_FIT_H
#define SUNTING_TRAINING_FIT_H

#include "check/checker.h"
#include "training/lesson.h"

/* Whether checker and key of a lesson agree: each finding of its draft, hints aside, is a flaw of the key,
 * and each flaw but those of the lesson's own words is found. What does not fit is appended to out, a line
 * each; true: nothing. */
bool lesson_fits(const struct lesson *lesson, const struct findings *findings, enum lang lang,
                 struct str *out);

#endif
