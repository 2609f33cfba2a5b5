#include "draft/journal/journal_state.h"

#include "draft/journal/owner.h"

#include <errno.h>
#include <unistd.h>

/* --- records --- */

void journal_append(struct journal *j, struct journal_record record) {
    size_t before = j->pending.len;
    record.sequence = ++j->sequence;
    if (!record.time_ms) record.time_ms = moment_now();
    journal_encode(&j->pending, &record);
    j->size += j->pending.len - before;
}

/* Allocates nothing: journal_edit() has made room. */
void journal_end_run(struct journal *j) {
    if (!j->run.open) return;
    j->run.open = false;
    journal_append(j, (struct journal_record){.kind = j->run.kind,
                                              .time_ms = j->run.time_ms,
                                              .edit = {.offset = j->run.offset,
                                                       .removed = str_slice(&j->run.removed),
                                                       .inserted = str_slice(&j->run.inserted)}});
}

static void append_head(struct journal *j) {
    struct owner owner;
    str_clear(&j->pending);
    j->run.open = false;
    j->sequence = 0;
    j->size = JOURNAL_MAGIC.len;
    str_append(&j->pending, JOURNAL_MAGIC);
    owner_decode(str_slice(&j->owner), &owner);
    journal_append(j, (struct journal_record){.kind = JOURNAL_OPENED, .owner = owner});
    j->saved.path = str_slice(&j->real);
    journal_append(j, (struct journal_record){.kind = JOURNAL_SAVED, .saved = j->saved});
}

void journal_append_base(struct journal *j) {
    journal_append(j, (struct journal_record){.kind = JOURNAL_BASE, .base = str_slice(&j->base)});
    j->base_due = false;
    str_free(&j->base);
}

/* --- writing --- */

void journal_note_trouble(struct journal *j) {
    if (!j->trouble) j->told = false;
    j->trouble = errno ? errno : EIO;
}

bool journal_tell(struct journal *j, struct error *e) {
    if (!j->trouble || j->told || !e) return true;
    j->told = true;
    return error_set(e, JOURNAL_NOT_WRITTEN, str_text(&j->file.path), error_reason(e, j->trouble));
}

bool journal_write(struct journal *j) {
    journal_end_run(j);
    if (!j->pending.len) return true;
    if (j->file.fd < 0) errno = j->trouble ? j->trouble : EBADF;
    if (j->file.fd < 0 || !journal_file_write(&j->file, &j->pending)) {
        journal_note_trouble(j);
        return false;
    }
    j->trouble = 0;
    if (j->unsynced_since < 0) j->unsynced_since = j->pending_since;
    j->pending_since = -1;
    return true;
}

bool journal_flush(struct journal *j) {
    if (!journal_file_flush(&j->file)) {
        /* The kernel may have dropped what it could not write: this file can no longer be trusted. */
        journal_note_trouble(j);
        j->renew = true;
        return false;
    }
    j->unsynced_since = -1;
    return true;
}

/* --- beginning --- */

void journal_set_text(struct journal *j, const struct text *text) {
    str_clear(&j->base);
    text_copy(text, 0, text_length(text), &j->base);
    j->base_due = j->base.len <= JOURNAL_BASE_MAX;
}

void journal_begin(struct journal *j) {
    j->mode = HOLDING;
    j->resumed_size = 0;
    append_head(j);
    if (!j->base_due) str_free(&j->base);
    if (j->file.fd >= 0 && ftruncate(j->file.fd, 0) != 0) {
        journal_note_trouble(j);
        j->renew = true;
    } else {
        journal_write(j);
    }
}

/* A new file at the path; without one, journal_tick() tries again. */
static void open_anew(struct journal *j) {
    enum journal_held held = journal_file_open(&j->file, true);
    if (held == JOURNAL_HELD) return;
    if (held == JOURNAL_HELD_BY_OTHER) errno = EAGAIN;
    journal_note_trouble(j);
    j->renew = true;
    journal_file_close(&j->file);
}

void journal_put_aside(struct journal *j) {
    journal_file_put_aside(&j->file);
    open_anew(j);
}

void journal_forget_watch(struct journal *j) {
    if (j->watch >= 0) close(j->watch);
    j->watch = -1;
    j->look_at = 0;
}

bool journal_renew(struct journal *j, const struct text *text) {
    journal_forget_watch(j);
    if (j->file.fd < 0) {
        open_anew(j);
        if (j->file.fd < 0) return false;
        struct str bytes = {0};
        journal_file_read(&j->file, &bytes);
        if (bytes.len) journal_put_aside(j);
        str_free(&bytes);
        if (j->file.fd < 0) return false;
    }
    journal_end_run(j);
    struct str pending = j->pending;
    uint64_t sequence = j->sequence;
    size_t size = j->size;
    j->pending = (struct str){0};
    journal_set_text(j, text);
    append_head(j);
    if (j->base.len <= JOURNAL_BASE_MAX || j->edited) journal_append_base(j); /* edits may be nowhere else */
    bool ok = journal_file_replace(&j->file, &j->pending);
    if (ok) {
        str_free(&pending);
        str_clear(&j->pending);
        j->renew = false;
        j->trouble = 0;
        j->pending_since = j->unsynced_since = -1;
    } else {
        journal_note_trouble(j);
        str_free(&j->pending);
        j->pending = pending;
        j->sequence = sequence;
        j->size = size;
    }
    return ok;
}
