#ifndef SUNTING_TEXT_UNDO_H
#define SUNTING_TEXT_UNDO_H

#include "text/text.h"

/*
 * Undo and redo over edit records. Edits are collected in groups; a group is one step. Typing goes on in the
 * group it is in until a word begins, the writer pauses, or something else is done; undo_close() ends a
 * group, everything until then is one step. Redo mirrors undo exactly.
 *
 * The history keeps its own copies of the bytes, at most UNDO_BYTES_MAX; the oldest steps go first.
 */
struct undo;

enum { UNDO_PAUSE_MS = 1500 };
static const size_t UNDO_BYTES_MAX = (size_t)256 << 20;

enum undo_kind {
    UNDO_TYPING,  /* characters typed one after another */
    UNDO_ERASING, /* Backspace or Delete, one after another */
    UNDO_ALONE    /* anything else: goes into the open group, never into a run of typing */
};

struct undo *undo_new(void);
void undo_free(struct undo *undo);

/* Records an edit that has been applied. cursor: where it stood before; now_ms: a monotonic clock. What had
 * been undone can no longer be redone. Returns true when the edit began a new group. */
bool undo_record(struct undo *undo, const struct edit *edit, enum undo_kind kind, size_t cursor,
                 int64_t now_ms);
/* The next edit begins a new group. */
void undo_close(struct undo *undo);
/* All edits until undo_end() are one group. Calls may nest. */
void undo_begin(struct undo *undo);
void undo_end(struct undo *undo);

/* One step back: calls apply for each edit to be made, in order, and stores where the cursor belongs. False:
 * nothing to undo. The slices of the edit are valid during the call. */
typedef void undo_apply(void *context, const struct edit *edit);
bool undo_step(struct undo *undo, undo_apply *apply, void *context, size_t *cursor);
/* The same, but nothing is done: what the step would change. */
bool undo_look(const struct undo *undo, undo_apply *apply, void *context);
bool redo_step(struct undo *undo, undo_apply *apply, void *context, size_t *cursor);
bool undo_possible(const struct undo *undo);
bool redo_possible(const struct undo *undo);

/* Remembers that the text as it is now is what is saved. */
void undo_mark_saved(struct undo *undo);
/* True while the text is what was saved. */
bool undo_is_saved(const struct undo *undo);

#endif
