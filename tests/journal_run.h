#ifndef SUNTING_TESTS_JOURNAL_RUN_H
#define SUNTING_TESTS_JOURNAL_RUN_H

#include "journal_session.h"

/*
 * A session that is watched text by text, in the folder of tests/workplace.h: what is restored after it must
 * be a text that once was, and never older than what was said to be safe.
 */
enum { RUN_TEXTS = 64 };

struct run {
    struct session session;
    struct str texts[RUN_TEXTS]; /* that it went through, in order */
    size_t count;
    size_t safe; /* index of the newest one that is safe */
};

extern const struct journal_desk run_place;

/* Removes the journal and all files, and puts the draft there. */
void run_start_afresh(void);
/* Reads the draft and opens its journal; the two steps apart are for faults that are the journal's alone. */
void run_load(struct run *r);
void journal_run_open(struct run *r);
void run_free(struct run *r);

/* The text as it is now is one that was. */
void run_note_text(struct run *r);
void run_edit(struct run *r, size_t at, size_t removed, struct slice inserted);
/* Lets time pass; the disk may fail meanwhile. */
void run_pass(struct run *r, int64_t ms);
void run_make_safe(struct run *r);

/* The text is one of those that were, from this one on. */
bool run_was(const struct run *r, const struct text *text, size_t from);
/* Without faults: what does the next session find? */
void run_check_restored(const struct run *r, const char *where);

#endif
