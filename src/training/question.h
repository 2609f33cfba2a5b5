#ifndef SUNTING_TRAINING_QUESTION_H
#define SUNTING_TRAINING_QUESTION_H

#include "language/lexicon/language.h"
#include "training/notice.h"

/* Makes the lines of a question of a draft: its first sentences, and what the checker says of each. The front
 * matter is left out, and so is who wrote it. */
void question_make(struct notice *notice, struct slice draft, struct language *language, enum lang lang);

#endif
