#ifndef SUNTING_DRAFT_JOURNAL_JOURNAL_STATE_H
#define SUNTING_DRAFT_JOURNAL_JOURNAL_STATE_H

#include "draft/journal/journal.h"
#include "draft/journal/journal_file.h"

/* What the files of the journal share: journal.c (a session), journal_open.c (what was left by the one
 * before), journal_write.c (records on their way to the disk). */

enum journal_mode { HOLDING, UNDECIDED, LOCKED, TAKEN };

/* Edits that become one record: typing in a row, or erasing in a row. */
struct journal_run {
    bool open;
    enum journal_kind kind;
    int64_t time_ms;
    size_t offset;
    struct str removed, inserted;
};

struct journal {
    enum journal_mode mode;
    struct journal_file file;
    struct str real;                  /* path of the draft, "" without a file */
    struct str owner;                 /* owner_encode() of this session */
    struct journal_saved disk, saved; /* the file as opened; the version the journal builds on. No paths. */
    struct str base;                  /* the text before the first edit, while base_due */
    bool base_due;
    bool keep_history;
    bool edited; /* in this session */
    struct journal_run run;
    struct str pending;                    /* encoded, not written; has room for the run */
    uint64_t sequence;                     /* of the last record in the file or pending */
    size_t size;                           /* of the file, pending included */
    size_t resumed_size;                   /* of the file when this session went on with it, else 0 */
    int64_t pending_since, unsynced_since; /* -1: nothing */
    int64_t retry_at, look_at;             /* not before */
    int64_t flush_look_at;                 /* while a flush runs beside: whether it is over */
    bool written;                          /* since the last flush began */
    bool step_ended;                       /* write at the next tick */
    int trouble;                           /* errno of what fails, 0: all is well */
    bool told;
    bool renew; /* the file cannot be trusted: write another */
    struct str taker;
    int watch; /* of the journal's folder (base/watch.h), or -1 */
};

/* The journal has, or may have, another folder now. */
void journal_forget_watch(struct journal *j);

/* Appends to pending; sequence, and time unless set, are filled in. */
void journal_append(struct journal *j, struct journal_record record);
/* The first edit is near. */
void journal_append_base(struct journal *j);
void journal_end_run(struct journal *j);
bool journal_write(struct journal *j);
bool journal_flush(struct journal *j);
/* The same beside what goes on, if the system lets us; whether it failed, journal_flush_look() says later. */
bool journal_flush_begin(struct journal *j, int64_t now_ms);
bool journal_flush_look(struct journal *j, int64_t now_ms);
void journal_note_trouble(struct journal *j);
/* False with a sentence, once for each trouble; e NULL: not yet. */
bool journal_tell(struct journal *j, struct error *e);

/* base becomes the text, if it is to be written. */
void journal_set_text(struct journal *j, const struct text *text);
/* An empty journal in place of what stands in the file; base follows with the first edit. */
void journal_begin(struct journal *j);
/* What stands in the file is put aside; a new one is opened. */
void journal_put_aside(struct journal *j);
/* Writes everything to a new file that takes the place of one that failed, vanished, or never was. */
bool journal_renew(struct journal *j, const struct text *text);

#endif
