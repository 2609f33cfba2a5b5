#ifndef SUNTING_UI_PANELS_WORDS_H
#define SUNTING_UI_PANELS_WORDS_H

#include "ui/panels/desk.h"

/* Adds a word to the user's own dictionary ($XDG_DATA_HOME/sunting/words.txt), for this session and all
 * later. */
void words_add(struct desk *desk, struct slice word);

#endif
