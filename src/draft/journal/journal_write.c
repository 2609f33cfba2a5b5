#include "draft/journal/journal_state.h"
#include "draft/journal/messages.h"

#include "base/disk.h"
#include "draft/journal/owner.h"
#include "draft/journal/places.h"

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
    str_settle(&j->run.removed);
    str_settle(&j->run.inserted);
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
        if (j->trouble) j->renew = true; /* again: perhaps there is another place */
        journal_note_trouble(j);
        return false;
    }
    str_settle(&j->pending);
    j->trouble = 0;
    j->written = true;
    if (j->unsynced_since < 0) j->unsynced_since = j->pending_since;
    j->pending_since = -1;
    return true;
}

/* The kernel may have dropped what it could not write: this file can no longer be trusted. */
static bool distrust(struct journal *j, int failed) {
    errno = failed;
    journal_note_trouble(j);
    j->renew = true;
    return false;
}

bool journal_flush(struct journal *j) {
    int failed;
    bool runs = j->file.flush != NULL;
    journal_file_flush_over(&j->file, true, &failed);
    if (failed) return distrust(j, failed);
    if (runs && !j->written) return true;
    if (!journal_file_flush(&j->file)) return distrust(j, errno);
    j->unsynced_since = -1;
    j->written = false;
    return true;
}

bool journal_flush_begin(struct journal *j, int64_t now_ms) {
    if (!journal_file_flush_begin(&j->file)) return journal_flush(j);
    j->unsynced_since = -1;
    j->written = false;
    j->flush_look_at = now_ms + JOURNAL_FLUSH_LOOK_MS;
    return true;
}

bool journal_flush_look(struct journal *j, int64_t now_ms) {
    int failed;
    if (!j->file.flush || now_ms < j->flush_look_at) return true;
    if (!journal_file_flush_over(&j->file, false, &failed)) j->flush_look_at = now_ms + JOURNAL_FLUSH_LOOK_MS;
    return !failed || distrust(j, failed);
}

/* --- beginning --- */

void journal_set_text(struct journal *j, const struct text *text) {
    str_free(&j->base);
    j->base_due = text_length(text) <= JOURNAL_BASE_MAX;
    if (j->base_due) text_copy(text, 0, text_length(text), &j->base);
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

/* Everything that the next session needs, as the content of a new file. */
static void compose(struct journal *j, const struct text *text) {
    journal_set_text(j, text);
    append_head(j);
    if (!j->base_due && !j->edited) return;
    if (!j->base_due) text_copy(text, 0, text_length(text), &j->base); /* edits may be nowhere else */
    journal_append_base(j);
}

/* Another file than the one held takes its place, if it can be held. What stands in it is not lost. */
static bool write_elsewhere(struct journal *j, struct slice path) {
    struct journal_file other = {.fd = -1};
    struct str bytes = {0};
    str_append(&other.path, path);
    bool held = journal_file_open(&other, true) == JOURNAL_HELD, ok = held;
    if (ok) journal_file_read(&other, &bytes);
    if (ok && bytes.len && journal_has_unsaved(str_slice(&bytes))) {
        journal_file_put_aside(&other);
        ok = journal_file_open(&other, true) == JOURNAL_HELD;
    }
    ok = ok && journal_file_replace(&other, str_slice(&j->pending));
    int saved = errno;
    struct journal_file *done = ok ? &j->file : &other;
    if (!ok && held && !bytes.len) unlink(str_text(&other.path)); /* made by this attempt */
    if (ok && j->file.fd >= 0 && !slice_equal(str_slice(&j->file.path), path))
        unlink(str_text(&j->file.path)); /* all of it stands in the new one */
    journal_file_close(done);
    str_free(&done->path);
    if (ok) j->file = other;
    str_free(&bytes);
    errno = saved;
    return ok;
}

/* At its own path, in the state folder, beside the draft: the first of these that can be written. */
static bool write_somewhere(struct journal *j) {
    struct str name = {0}, state = {0}, beside = {0}, folder = {0};
    size_t slash = j->file.path.len;
    while (slash && j->file.path.data[slash - 1] != '/')
        slash--;
    struct slice own = slice_range(str_slice(&j->file.path), slash, j->file.path.len);
    if (slice_starts(own, SLICE(PLACE_BESIDE))) own = slice_range(own, sizeof PLACE_BESIDE - 1, own.len);
    str_append(&name, own);
    place_beside(str_slice(&j->real), str_slice(&name), &beside);
    if (place_journals(&folder) && disk_make_folder(str_text(&folder)))
        str_printf(&state, "%s/%s", str_text(&folder), str_text(&name));
    int first = errno;
    bool ok = j->file.fd >= 0 && journal_file_replace(&j->file, str_slice(&j->pending));
    if (!ok && j->file.fd >= 0) first = errno;
    ok = ok || (state.len && write_elsewhere(j, str_slice(&state)));
    if (!ok && state.len) first = errno;
    ok = ok || write_elsewhere(j, str_slice(&beside));
    str_free(&name);
    str_free(&state);
    str_free(&beside);
    str_free(&folder);
    errno = first;
    return ok;
}

bool journal_renew(struct journal *j, const struct text *text) {
    journal_forget_watch(j);
    journal_end_run(j);
    struct str pending = j->pending;
    uint64_t sequence = j->sequence;
    size_t size = j->size;
    j->pending = (struct str){0};
    compose(j, text);
    bool ok = write_somewhere(j);
    if (ok) {
        str_free(&pending);
        str_clear(&j->pending);
        j->renew = false;
        j->trouble = 0;
        j->resumed_size = 0;
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

bool journal_rescue(struct journal *j, const struct text *text) {
    return j->mode != HOLDING || (journal_file_stands(&j->file) && journal_sync(j)) || journal_renew(j, text);
}

bool journal_is_failing(const struct journal *j) {
    return j->mode == HOLDING && j->trouble != 0;
}
