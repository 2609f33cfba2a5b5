#ifndef SUNTING_DRAFT_JOURNAL_JOURNAL_H
#define SUNTING_DRAFT_JOURNAL_JOURNAL_H

#include "base/vec.h"
#include "draft/journal/journal_replay.h"

/*
 * The journal of a draft that is being edited: every edit is on its way to the disk within a second, and safe
 * from a power failure within three. It is at once what is recovered after a crash, the undo history of the
 * next session, and the lock that keeps two sessions apart (draft/journal/journal_file.h).
 *
 *     struct journal *journal = journal_open(path, NULL, &disk, text, keep_history, &found, &e);
 *         FRESH     go on
 *         UNSAVED   show journal_question(); found.text is what would come back. Then journal_restore(), and
 *                   edit found.text instead (not saved yet), or journal_decline()
 *         LOCKED    say journal_locked_by(); read only, or journal_close(), journal_take_over(), and
 *                   when that is true load the draft again, journal_open() again, restore without asking
 *         and show e.text, if any: the draft can be edited, but not everything is safe
 *     journal_history(journal, ...)    fills undo, when the draft is as the last session left it
 *
 *     each edit:
 *         text_apply(text, &edit)
 *         journal_step(journal)        when it begins a step of undo
 *         journal_edit(journal, &edit, JOURNAL_EDIT or JOURNAL_UNDO or JOURNAL_REDO, now)
 *     the loop:
 *         poll(journal_fd(journal), ..., journal_due(journal, now))
 *         if (!journal_tick(journal, text, now, &e)) show e
 *         if (journal_taken_by(journal, ...)) the draft is now read only, and the writer is told by whom
 *     saving:
 *         journal_sync_begin(journal, now)
 *         save, with journal_sync(journal) before the file changes: after a power failure the journal
 *         must not be older than the file
 *         journal_saved(journal, path, &disk, text, now)
 *     memory_on_exhausted, SIGHUP, SIGTERM:
 *         journal_sync(journal)
 *
 *     journal_close(journal, ...)
 *
 * now: ms of any clock that only goes forward. Nothing but journal_tick() and what stands on lines of their
 * own above calls the disk, and neither journal_open() nor journal_tick() waits until it has flushed, which a
 * busy disk takes seconds for: what is typed meanwhile is written too. A disk that fails or is full stops
 * nobody from writing. A journal that is not held (LOCKED, taken over, before a decision) ignores edits.
 *
 * The first edit lays down the whole text it begins with, if it has at most JOURNAL_BASE_MAX bytes, so that
 * the work can be restored although the file has changed or is gone. A journal larger than
 * JOURNAL_HISTORY_MAX and four times the text starts anew when the draft is saved.
 */
struct journal;

enum {
    JOURNAL_WRITE_MS = 700,      /* at the latest after the first edit not written yet */
    JOURNAL_SYNC_MS = 2500,      /* at the latest after the first write not flushed yet */
    JOURNAL_FLUSH_LOOK_MS = 100, /* between two looks whether a flush has ended */
    JOURNAL_RETRY_MS = 1000,     /* after an error */
    JOURNAL_LOOK_MS = 1000       /* between two looks whether another session asks */
};
static const size_t JOURNAL_BASE_MAX = (size_t)8 << 20, JOURNAL_HISTORY_MAX = (size_t)4 << 20;

enum journal_state { JOURNAL_FRESH, JOURNAL_UNSAVED, JOURNAL_LOCKED };

struct journal_found {
    enum journal_state state;
    struct str owner_bytes;
    struct owner owner; /* LOCKED: who holds it; points into owner_bytes; user "" when not known */
    struct text *text;  /* UNSAVED: as it last was */
    size_t edits;       /* UNSAVED */
    int64_t words;      /* UNSAVED: more (or fewer) words than in the file */
    int64_t last_ms;    /* UNSAVED: of the last edit, ms since 1970 */
    bool damaged;       /* UNSAVED: part of the journal could not be read; text is what could be */
    bool outdated;      /* UNSAVED: the file has been changed by something else since */
    struct text *began; /* UNSAVED and outdated: what the work began with; NULL: that is not known */
    struct str from;    /* UNSAVED: the path of the draft as it was written, when that is another */
    bool set_aside;     /* FRESH: a damaged journal was put aside (draft/version.h) */
};
void journal_found_free(struct journal_found *found);

/* path: NULL for a draft without a file. left: NULL, or the journal that a session left (journals_left()), to
 * be opened in place of the draft's own; without one, the work of a file that has another name now is found.
 * disk: the version of the file that text is. Never NULL. */
struct journal *journal_open(const char *path, const char *left, const struct file_identity *disk,
                             const struct text *text, bool keep_history, struct journal_found *found,
                             struct error *e);
/* Goes on with what was found; the text is now found->text. Where the file is outdated, that is to be merged
 * with what it holds (draft/merge.h). */
void journal_restore(struct journal *journal, struct journal_found *found);
/* Puts what was found aside (draft/version.h), and begins with text, as loaded. */
void journal_decline(struct journal *journal, const struct text *text);
/* Asks the session that holds the draft to give it up, and waits for at most wait_ms. False with a sentence
 * in e when it does not answer. */
bool journal_take_over(const char *path, int wait_ms, struct error *e);

/* A journal with unsaved work that no session holds. */
struct journal_left {
    char *journal, *path; /* path: where the draft is now, or was; "" without a file */
    int64_t last_ms;      /* of the last edit, or when the journal was written; ms since 1970 */
    size_t words;         /* of the text */
};
struct journals_left {
    VEC(struct journal_left) list; /* the newest first */
};
/* Those in the state folder and in the working folder. */
void journals_left(struct journals_left *left);
void journals_left_free(struct journals_left *left);
/* The journal left for this file under another name than real; false: there is none. */
bool journal_left_by(const struct file_identity *file, struct slice real, struct str *journal);

/* "Naskah ini belum tersimpan dari kemarin pukul 14.05 ...: pulihkan?" */
void journal_question(struct str *out, enum lang lang, const struct journal_found *found);
/* Who has the draft open, where, since when. */
void journal_locked_by(struct str *out, enum lang lang, const struct journal_found *found);

void journal_step(struct journal *journal);
/* kind: JOURNAL_EDIT, JOURNAL_UNDO or JOURNAL_REDO. */
void journal_edit(struct journal *journal, const struct edit *edit, enum journal_kind kind, int64_t now_ms);
/* Does what is due. False with a sentence in e once, when writing begins to fail; it is tried again. e NULL:
 * a later tick says it. */
bool journal_tick(struct journal *journal, const struct text *text, int64_t now_ms, struct error *e);
/* ms until journal_tick() has something to do; -1: not before the next edit, or before journal_fd() is
 * readable. */
int journal_due(const struct journal *journal, int64_t now_ms);
/* To be polled: readable when another session may be asking for the draft. -1: none. */
int journal_fd(const struct journal *journal);
/* Writes everything, and begins to flush it, beside what goes on: journal_sync() then waits for that. */
void journal_sync_begin(struct journal *journal, int64_t now_ms);
/* Writes and flushes everything now; allocates nothing. False with errno when something is not safe. */
bool journal_sync(struct journal *journal);
/* The same; where that cannot be, all of the text goes to another place (draft/places.h). For the end of a
 * session that is cut off. */
bool journal_rescue(struct journal *journal, const struct text *text);
/* What was edited so far is written at the next journal_tick(). */
void journal_hurry(struct journal *journal);
/* True while what is written cannot be kept: to be shown as long as it lasts. */
bool journal_is_failing(const struct journal *journal);
/* True, with the sentence for the writer appended to out, once another session has taken the draft over. */
bool journal_taken_by(const struct journal *journal, struct str *out, enum lang lang);

/* The text is saved: in path (which may be new) stands the version disk. Begins to flush what says so:
 * without it the next session sees by itself that nothing is unsaved. */
void journal_saved(struct journal *journal, const char *path, const struct file_identity *disk,
                   const struct text *text, int64_t now_ms);

/* The steps of undo of the sessions before: see journal_each(). False: there are none. */
bool journal_history(const struct journal *journal, journal_visit *visit, void *context);

enum journal_end {
    JOURNAL_END_SAVED,   /* nothing is unsaved */
    JOURNAL_END_DROPPED, /* the writer does not want it: put aside, as in journal_decline() */
    JOURNAL_END_KEPT     /* the session was cut off: the next one offers to restore */
};
/* journal may be NULL. */
void journal_close(struct journal *journal, enum journal_end end);

#endif
