#ifndef SUNTING_TESTS_JOURNAL_SESSION_H
#define SUNTING_TESTS_JOURNAL_SESSION_H

#include "draft/journal/journal.h"

/* A folder of its own, with one draft in it. */
struct journal_desk {
    char folder[64], draft[96];
};

int desk_make(void **state);
int desk_remove(void **state);
void desk_write(const char *path, struct slice bytes);
/* Where the journal of the draft is, and the files beside it. */
struct str desk_journal(const struct journal_desk *p, const char *suffix);
bool desk_has_journal(const struct journal_desk *p, const char *suffix);
/* The newest work that was set aside is this. */
void desk_expect_aside(const struct journal_desk *p, const char *expected);

/* A session as the editor has it. */
struct session {
    struct journal *journal;
    struct journal_found found;
    struct text *text;
    struct file_identity disk;
    struct error e;
    int64_t now;
};

void journal_session_open(struct session *s, const struct journal_desk *p);
/* Its two steps: the draft is read; its journal is opened. */
void session_load(struct session *s, const struct journal_desk *p);
void session_begin(struct session *s, const struct journal_desk *p);
void session_edit(struct session *s, size_t at, size_t removed, struct slice inserted);
void session_edit_as(struct session *s, size_t at, size_t removed, struct slice inserted,
                     enum journal_kind kind);
/* Lets time pass. */
void session_pass(struct session *s, int64_t ms);
void session_save(struct session *s, const struct journal_desk *p);
void session_restore(struct session *s);
void session_end(struct session *s, enum journal_end end);
/* Without closing the journal. */
void session_free(struct session *s);
void session_expect(const struct text *text, const char *expected);

#endif
