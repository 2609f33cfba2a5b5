#ifndef SUNTING_LANGUAGE_AFFIXES_H
#define SUNTING_LANGUAGE_AFFIXES_H

#include "base/str.h"

/*
 * The affixes of a word moved to another root: mengijinkan, ijin -> izin: mengizinkan. The sound changes of
 * me- and pe- follow the new root (Tata Bahasa Baku Bahasa Indonesia, morfologi verba; EYD V, kata
 * berimbuhan).
 */

/* Says what replaces root, in *other, which must stay valid; false: this is no root to be replaced. */
typedef bool affixes_replace(void *context, struct slice root, struct slice *other);

/* Takes affixes off word (small letters) until replace() takes the root, and appends the word with the other
 * root to out. The word must have an affix. False: no root was taken; out is as it was. */
bool affixes_move(struct slice word, affixes_replace *replace, void *context, struct str *out);

/* Appends me- (or pe-, by letter) with the sound that root asks for, and root with its first sound changed.
 */
void nasal_append(struct str *out, char letter, struct slice root);

#endif
