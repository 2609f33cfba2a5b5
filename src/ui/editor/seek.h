#ifndef SUNTING_UI_EDITOR_SEEK_H
#define SUNTING_UI_EDITOR_SEEK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct editor;

/*
 * The next finding of a draft that is checked in parts (check/checker.h), where what is checked has none:
 * part after part is checked while the loop waits for keys, around the end of the draft, until one has a
 * finding. Any key ends that; the same search from the same place goes on where it was.
 */
struct seek {
    bool on, back;
    bool around;       /* it came to the end of the draft, and goes on from the other one */
    size_t line;       /* around which is to be checked next */
    size_t cursor;     /* where it began */
    uint64_t revision; /* of the draft it began in */
};

void seek_begin(struct editor *editor, bool back);
/* What is around its line is checked: shows a finding, says that there is none, or goes on. */
void seek_step(struct editor *editor);

#endif
