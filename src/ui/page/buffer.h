#ifndef SUNTING_UI_PAGE_BUFFER_H
#define SUNTING_UI_PAGE_BUFFER_H

#include "check/checker.h"
#include "draft/draft.h"
#include "draft/front/draft_edit.h"
#include "draft/journal/journal.h"
#include "draft/journal/presence.h"
#include "text/marks.h"
#include "text/undo.h"
#include "ui/page/kinds.h"
#include "ui/page/layout.h"

/*
 * An open draft: the hub through which its text changes. buffer_edit() composes the one record of a change
 * and hands it to the text, the history, the marks, the layout, the checker and the findings on the screen.
 *
 * The front matter is the first lines of the text; unless it is shown raw, the cursor stays after it, at and
 * after `body`.
 */
enum buffer_mark { MARK_CURSOR, MARK_ANCHOR, MARK_TOP, MARK_COUNT };

enum { PAUSE_MS = 1000 }; /* whoever types nothing for so long has paused */
/* Larger texts are checked in parts, of which the checker remembers some five MiB; one with a longer line is
 * edited without checks. */
enum { CHECK_WHOLE_MAX = 8 << 20, CHECK_PART = 256 << 10, CHECK_LINE_MAX = 256 << 10 };

struct buffer {
    struct draft *draft;
    struct text *text; /* the draft's */
    struct undo *undo;
    struct journal *journal; /* NULL: this draft is not kept in one */
    struct journal
        *reserve;       /* of the practice text: begun, so that nobody who writes waits for that; or NULL */
    int presence;       /* keeps other users told (draft/journal/presence.h), or -1 */
    int watch;          /* of the draft's folder (base/watch.h), or -1 */
    char *watched;      /* its name there; NULL: nothing is watched */
    struct marks marks; /* numbered by enum buffer_mark */
    struct layout layout;
    bool checkable;          /* no line is too long */
    struct checker *checker; /* NULL: one is, or there is no language yet */
    VEC(uint64_t) ignored;   /* findings that are not shown in this session */
    bool attached;           /* the checker has been given the text: after the first screen */
    struct findings
        shown; /* what the screen shows of the checker's: places of their own, all else is the checker's */
    const struct findings *instead; /* shown in place of the checker's, not owned; NULL: the checker's */
    size_t shown_by_kind[KINDS];
    size_t body;        /* offset of the first byte that the cursor may be at */
    bool show_front;    /* the front matter is edited as it is */
    bool plain;         /* the writer wants no front matter */
    bool practice;      /* the exercise of the first start: no draft of anybody's yet */
    bool read_only;     /* another session has the draft */
    bool earlier;       /* what undo takes back next was written before the draft was closed last */
    bool refused;       /* an edit came to nothing for that */
    bool selecting;     /* between anchor and cursor */
    int goal;           /* column that up and down aim at; -1: the cursor's own */
    int64_t now;        /* ms, set by the loop before each key */
    int64_t typed;      /* when a character was last typed; 0: the cursor has been moved since */
    bool held;          /* a finding waits for its word to be left, or for the writer to pause */
    uint64_t revision;  /* counts edits */
    int64_t looked;     /* ms of the last look at the file; 0: none yet */
    message_id outside; /* what happened to the file meanwhile, to be said in the status row; 0: nothing */
};

/* Takes the draft over. language may be NULL: no checks. */
struct buffer *buffer_new(struct draft *draft, struct language *language, enum lang lang,
                          const struct rule_set *rules);
/* Checks the text anew, in this language; nothing is shown until that is done. language may be NULL: no
 * checks. */
void buffer_check(struct buffer *buffer, struct language *language, enum lang lang,
                  const struct rule_set *rules);
/* Whether only what is around the screen is checked. */
bool buffer_in_parts(const struct buffer *buffer);
/* end: what becomes of the journal. buffer may be NULL. */
void buffer_free(struct buffer *buffer, enum journal_end end);

/* Lets other users see that the draft is edited here, for the file as it is now, unless it may only be read.
 */
enum presence buffer_hold(struct buffer *buffer, struct str *who);

/* Replaces bytes; the cursor moves only as marks do. Nothing happens to bytes before `body`. */
void buffer_edit(struct buffer *buffer, size_t offset, size_t removed, struct slice inserted,
                 enum undo_kind kind);
/* Applies an edit that may touch the front matter, recorded for undo. */
void buffer_apply(struct buffer *buffer, const struct edit *edit, enum undo_kind kind);
/* Puts text in the place of the selection, or at the cursor, and the cursor after it. */
void buffer_insert(struct buffer *buffer, struct slice text, enum undo_kind kind);
/* Applies an edit of all of the text as one step of undo. False: the draft may not be edited. */
bool buffer_apply_made(struct buffer *buffer, const struct draft_edit *made);
/* The text becomes another, as one step of undo. False: it is that already, or may not be edited. */
bool buffer_become(struct buffer *buffer, const struct text *other);
/* True when all that it changed is front matter, which is hidden. */
bool buffer_undo(struct buffer *buffer);
bool buffer_redo(struct buffer *buffer);
bool buffer_changed(const struct buffer *buffer);

size_t buffer_cursor(const struct buffer *buffer);
/* Moves the cursor; extends the selection with select, ends it without. Ends a run of typing. */
void buffer_go(struct buffer *buffer, size_t offset, bool select);
/* The selection; false when it is empty. */
bool buffer_selection(const struct buffer *buffer, size_t *start, size_t *end);
void buffer_select(struct buffer *buffer, size_t start, size_t end);
/* Finds out anew where the body starts. */
void buffer_find_body(struct buffer *buffer);
/* The line as the user counts it: the first of the body is 1, what is hidden is none; 0 there. */
size_t buffer_line_number(const struct buffer *buffer, size_t offset);
/* Shows or hides the raw front matter. */
void buffer_show_front(struct buffer *buffer, bool show);

/* Takes the checker's findings over for the screen: but those of the word that is being typed, and, until the
 * writer pauses, new ones of the paragraph that is being written, which most often are gone when the sentence
 * is whole. */
void buffer_take_findings(struct buffer *buffer);
/* This rule does not mark the same words again. */
void buffer_ignore(struct buffer *buffer, const struct finding *finding);
/* The finding that the cursor is on, the shortest if several; NULL for none. */
const struct finding *buffer_finding(const struct buffer *buffer);
/* The first finding that begins at or after this place, or, back, the last one before it; NULL for none. */
const struct finding *buffer_finding_beside(const struct buffer *buffer, size_t place, bool back);

#endif
