#ifndef SUNTING_DRAFT_JOURNAL_JOURNAL_RECORD_H
#define SUNTING_DRAFT_JOURNAL_JOURNAL_RECORD_H

#include "base/file.h"
#include "text/text.h"

/*
 * The bytes of a journal: JOURNAL_MAGIC, then records. All numbers are little-endian.
 *
 *     u32 length of the body    u32 CRC-32C of the length and the body
 *     body: u64 sequence, i64 time (ms since 1970), u8 kind, then by kind
 *       OPENED           who: a session begins            owner
 *       SAVED            the text is that of this file    path, file_identity, hash and length of the text
 *       BASE             the text is this                 all of it
 *       EDIT UNDO REDO   the text changed                 u64 offset, bytes removed, bytes inserted
 *       GROUP            what follows is another step of undo
 *       HANDED           another session took over        owner
 *       CLOSED           the session ended, and nothing was left unsaved
 *
 * The sequence of the first record is 1 and grows by 1. Everything here is a pure function of bytes.
 */
#define JOURNAL_MAGIC SLICE("SUNTJNL1")

enum journal_kind {
    JOURNAL_OPENED = 1,
    JOURNAL_SAVED,
    JOURNAL_BASE,
    JOURNAL_EDIT,
    JOURNAL_UNDO,
    JOURNAL_REDO,
    JOURNAL_GROUP,
    JOURNAL_HANDED,
    JOURNAL_CLOSED
};

/* Who edits. The slices point into the record, or wherever the owner came from. */
struct owner {
    struct slice user, host, terminal, from; /* from: the address of the SSH client, "" when local */
    struct slice boot;                       /* the kernel's boot id: after a restart no pid of it lives */
    uint32_t pid;
    uint64_t started; /* of the process, in clock ticks since boot: a pid may be used again */
    int64_t since_ms; /* session began, ms since 1970 */
};

/* The draft that a text was equal to. */
struct journal_saved {
    struct slice path; /* real path; "" for a draft that has no file yet */
    struct file_identity file;
    uint64_t hash, length; /* slice_hash and bytes of the text */
};

struct journal_record {
    uint64_t sequence;
    int64_t time_ms;
    enum journal_kind kind;
    struct owner owner;         /* OPENED, HANDED */
    struct journal_saved saved; /* SAVED */
    struct slice base;          /* BASE */
    struct edit edit;           /* EDIT, UNDO, REDO */
};

/* Appends the record. */
void journal_encode(struct str *out, const struct journal_record *record);
/* Bytes that journal_encode() appends for an edit. */
size_t journal_edit_size(const struct edit *edit);
/* Reads the record at *at and moves *at after it; the slices point into bytes. False, and *at stays, at the
 * end and at a record that is cut or damaged. */
bool journal_decode(struct slice bytes, size_t *at, struct journal_record *record);

/* An owner alone, as it stands in a request to take over. */
void owner_encode(struct str *out, const struct owner *owner);
bool owner_decode(struct slice bytes, struct owner *owner);

/*
 * Reads the records one after the other, past what is damaged: there it goes on with the next record that is
 * whole, whose sequence says that it belongs after.
 *
 *     struct journal_cursor cursor = journal_first(bytes);
 *     while (journal_read(&cursor, &record)) ...
 *
 * guessed: the record is what was made out of bytes that are none; kind 0 when that is nothing. It stands for
 * all that is missing there. After the last record, cursor.at is where the journal ends, or is cut off.
 * Of a guess only the edit and the whole text are filled in.
 */
struct journal_cursor {
    struct slice bytes;
    size_t start, at; /* of the record that was read, and after it */
    uint64_t sequence;
    bool guessed;
};
struct journal_cursor journal_first(struct slice bytes);
bool journal_read(struct journal_cursor *cursor, struct journal_record *record);

#endif
