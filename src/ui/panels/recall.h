#ifndef SUNTING_UI_PANELS_RECALL_H
#define SUNTING_UI_PANELS_RECALL_H

#include "base/str.h"

/*
 * The last thing that was done to no text: a word added to the user's dictionary, findings hidden. Undo takes
 * it back, as long as the text has not changed since.
 */
enum recall_kind { RECALL_NOTHING, RECALL_WORD, RECALL_HIDDEN };

struct recall {
    enum recall_kind kind;
    struct str word;
    uint64_t revision; /* of the buffer, when it was done */
};

struct desk;
void recall_note(struct desk *desk, enum recall_kind kind, struct slice word);
bool recall_possible(const struct desk *desk);
/* Takes it back, and says so. */
void recall_run(struct desk *desk);

#endif
