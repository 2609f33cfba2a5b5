#ifndef SUNTING_DRAFT_JOURNAL_JOURNAL_REPLAY_H
#define SUNTING_DRAFT_JOURNAL_JOURNAL_REPLAY_H

#include "draft/journal/journal_record.h"

/*
 * What the bytes of a journal tell: pure functions of bytes, which may be cut, damaged or hostile. Slices
 * point into the bytes.
 */
struct journal_content {
    size_t end;        /* bytes up to the last record that is whole; 0: there is none */
    bool torn;         /* something stands after end */
    size_t gaps;       /* places before end where something is damaged */
    uint64_t sequence; /* of the last record; 0: none */
    int64_t last_ms;   /* time of the last edit since the text was saved, 0: none */
    size_t edits;      /* since the text was saved; typing in a row counts once */
    bool owned;        /* owner is known */
    struct owner owner;
    bool known; /* saved is known */
    struct journal_saved saved;
    size_t saved_end; /* bytes up to where the text was that of saved */
    size_t base_at;   /* the record that holds the whole text, or SIZE_MAX */
};

struct journal_content journal_scan(struct slice bytes);

/*
 * The text as it last was, to be freed: the whole text that the journal holds, or disk where that still has
 * the saved content, and the edits since. Bytes that an edit removed are compared with the text. Where
 * something is missing, or does not fit, nothing that was written is left out: it stands where it would have
 * stood, and complete is false, until a whole text or the saved content on the disk makes it right again.
 *
 */
struct rebuilt {
    struct text *text; /* NULL: the journal holds none */
    bool complete;
    struct str saved; /* the text as it was saved last, or loaded */
    bool saved_known;
};
struct rebuilt journal_rebuild(struct slice bytes, const struct journal_content *content, struct slice disk);
void rebuilt_free(struct rebuilt *rebuilt);

/* True when the journal holds work that was not saved, and also when it cannot be read. */
bool journal_has_unsaved(struct slice bytes);

/* The edits that lead from the journal's whole text to the last one, without those that were undone, in
 * order. step: a new step of undo begins. False, before any call, when there are none that fit together. */
typedef void journal_visit(void *context, const struct edit *edit, bool step);
bool journal_each(struct slice bytes, const struct journal_content *content, journal_visit *visit,
                  void *context);

#endif
