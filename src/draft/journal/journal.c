#include "draft/journal/journal_state.h"
#include "draft/journal/messages.h"

#include "base/paths.h"
#include "base/watch.h"
#include "draft/journal/owner.h"
#include "draft/journal/places.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RUN_BYTES_MAX = 4096 };

/* Takes the edit into the open run when it goes on where that ended. */
static bool run_takes(struct journal_run *run, const struct edit *edit, enum journal_kind kind) {
    if (!run->open || run->kind != kind || run->inserted.len + run->removed.len > RUN_BYTES_MAX) return false;
    if (!edit->removed.len && !run->removed.len && edit->offset == run->offset + run->inserted.len) {
        str_append(&run->inserted, edit->inserted);
        return true;
    }
    if (edit->inserted.len || run->inserted.len) return false;
    bool backward = edit->offset + edit->removed.len == run->offset, forward = edit->offset == run->offset;
    if (backward || forward) str_splice(&run->removed, forward ? run->removed.len : 0, 0, edit->removed);
    if (backward && !forward) run->offset = edit->offset;
    return backward || forward;
}

void journal_edit(struct journal *j, const struct edit *edit, enum journal_kind kind, int64_t now_ms) {
    if (j->mode != HOLDING) return;
    j->edited = true;
    if (j->file.fd < 0) return; /* journal_renew() will write the text as it is then */
    if (j->base_due) journal_append_base(j);
    struct journal_run *run = &j->run;
    if (!run_takes(run, edit, kind)) {
        journal_end_run(j);
        run->open = true;
        run->kind = kind;
        run->time_ms = moment_now();
        run->offset = edit->offset;
        str_clear(&run->removed);
        str_clear(&run->inserted);
        str_append(&run->removed, edit->removed);
        str_append(&run->inserted, edit->inserted);
    }
    struct edit all = {run->offset, str_slice(&run->removed), str_slice(&run->inserted)};
    str_reserve(&j->pending, journal_edit_size(&all)); /* so that journal_sync() needs no memory */
    if (j->pending_since < 0) j->pending_since = now_ms;
}

void journal_step(struct journal *j) {
    if (j->mode != HOLDING || j->file.fd < 0) return;
    journal_end_run(j);
    journal_hurry(j);
    if (!j->base_due) journal_append(j, (struct journal_record){.kind = JOURNAL_GROUP});
}

void journal_hurry(struct journal *j) {
    if (j->mode == HOLDING) j->step_ended = j->pending_since >= 0;
}

bool journal_sync(struct journal *j) {
    return j->mode != HOLDING || (journal_write(j) && journal_flush(j));
}

void journal_sync_begin(struct journal *j, int64_t now_ms) {
    if (j->mode == HOLDING && journal_write(j) && !j->file.flush) journal_flush_begin(j, now_ms);
}

/* Gives the draft up to the session that asks for it; not before everything is on the disk for it. */
static void hand_over(struct journal *j) {
    struct owner taker;
    str_clear(&j->taker);
    if (!journal_requested(&j->file, &j->taker)) return;
    journal_request_remove(&j->file);
    if (!owner_decode(str_slice(&j->taker), &taker) || !owner_may_live(&taker) || !journal_sync(j)) return;
    journal_append(j, (struct journal_record){.kind = JOURNAL_HANDED, .owner = taker});
    journal_write(j);
    journal_file_close(&j->file);
    j->mode = TAKEN;
}

/* The first look comes after the watch, so that no request falls between the two. */
static void look_for_request(struct journal *j, int64_t now_ms) {
    bool came = j->watch >= 0 && watch_came(j->watch, NULL);
    if (j->file.fd < 0 || (!came && now_ms < j->look_at)) return;
    if (j->watch < 0) {
        char *folder = slice_copy(path_folder(str_slice(&j->file.path)));
        j->watch = watch_open(folder);
        free(folder);
    }
    j->look_at = now_ms + JOURNAL_LOOK_MS;
    hand_over(j);
}

bool journal_taken_by(const struct journal *j, struct str *out, enum lang lang) {
    struct owner taker;
    if (j->mode != TAKEN || !owner_decode(str_slice(&j->taker), &taker)) return false;
    struct str who = {0};
    owner_describe(&who, lang, &taker);
    message(out, lang, JOURNAL_TAKEN, str_text(&who));
    str_free(&who);
    return true;
}

static int64_t write_at(const struct journal *j) {
    if (j->pending_since < 0) return INT64_MAX;
    int64_t at = j->step_ended ? j->pending_since : j->pending_since + JOURNAL_WRITE_MS;
    return at < j->retry_at ? j->retry_at : at;
}

static int64_t flush_at(const struct journal *j) {
    if (j->unsynced_since < 0) return INT64_MAX;
    int64_t at = j->unsynced_since + JOURNAL_SYNC_MS;
    return at < j->retry_at ? j->retry_at : at;
}

bool journal_tick(struct journal *j, const struct text *text, int64_t now_ms, struct error *e) {
    if (j->mode != HOLDING) return true;
    bool ok = journal_flush_look(j, now_ms);
    if (!j->renew && now_ms >= write_at(j)) {
        ok = journal_write(j);
        j->step_ended = false;
    }
    if (!j->renew && ok && now_ms >= flush_at(j)) {
        if (!journal_file_stands(&j->file))
            j->renew = true; /* somebody cleaned up: the journal has no name any more */
        else if (!j->file.flush)
            ok = journal_flush_begin(j, now_ms);
    }
    if (j->renew && now_ms >= j->retry_at) ok = journal_renew(j, text);
    if (!ok) j->retry_at = now_ms + JOURNAL_RETRY_MS;
    look_for_request(j, now_ms);
    return journal_tell(j, e);
}

int journal_due(const struct journal *j, int64_t now_ms) {
    bool blind = j->watch < 0 || j->file.lock_file; /* who asks may be on another machine */
    int64_t look = blind && j->file.fd >= 0 ? j->look_at : INT64_MAX;
    int64_t renewal = j->renew ? j->retry_at : INT64_MAX;
    int64_t flush = j->file.flush ? j->flush_look_at : flush_at(j); /* one after the other */
    int64_t at = INT64_MAX, times[] = {write_at(j), flush, look, renewal};
    if (j->mode != HOLDING) return -1;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (times[i] < at) at = times[i];
    if (at == INT64_MAX) return -1;
    return at <= now_ms ? 0 : (int)(at - now_ms);
}

int journal_fd(const struct journal *j) {
    return j->mode == HOLDING ? j->watch : -1;
}

/* The draft has another file now; all of it is saved there. */
static void move(struct journal *j, const struct text *text) {
    unlink(str_text(&j->file.path));
    journal_file_close(&j->file);
    journal_forget_watch(j);
    str_clear(&j->file.path);
    journal_path(str_slice(&j->real), &j->file.path, &j->file.made);
    journal_set_text(j, text);
    if (journal_file_open(&j->file, true) == JOURNAL_HELD) {
        struct str bytes = {0};
        journal_file_read(&j->file, &bytes);
        if (journal_has_unsaved(str_slice(&bytes))) journal_put_aside(j);
        str_free(&bytes);
    } else {
        journal_note_trouble(j);
        j->renew = true;
        journal_file_close(&j->file);
    }
    journal_begin(j);
}

void journal_saved(struct journal *j, const char *path, const struct file_identity *disk,
                   const struct text *text, int64_t now_ms) {
    if (j->mode != HOLDING) return;
    struct str real = {0};
    size_t length = text_length(text);
    place_real(path, &real);
    /* Of one length, they are the same bytes: a mark or other line ends would be more. */
    uint64_t hash = length == disk->size ? disk->hash : text_hash(text);
    j->saved = (struct journal_saved){.file = *disk, .hash = hash, .length = length};
    j->disk = j->saved;
    bool moved = !slice_equal(str_slice(&real), str_slice(&j->real));
    if (moved) {
        str_clear(&j->real);
        str_append(&j->real, str_slice(&real));
        move(j, text);
    } else if (j->size > JOURNAL_HISTORY_MAX && j->size > 4 * length) {
        journal_set_text(j, text);
        journal_begin(j); /* the disk has everything: nothing can be lost in between */
    } else {
        journal_end_run(j);
        struct journal_saved saved = j->saved;
        saved.path = str_slice(&j->real);
        journal_append(j, (struct journal_record){.kind = JOURNAL_SAVED, .saved = saved});
    }
    if (!journal_write(j) || !journal_flush_begin(j, now_ms)) j->retry_at = now_ms + JOURNAL_RETRY_MS;
    str_free(&real);
}

bool journal_history(const struct journal *j, journal_visit *visit, void *context) {
    if (j->mode != HOLDING || !j->resumed_size || j->file.fd < 0) return false;
    struct str bytes = {0};
    journal_file_read(&j->file, &bytes);
    struct journal_content content = journal_scan(str_slice(&bytes));
    bool ok = journal_each(str_slice(&bytes), &content, visit, context);
    str_free(&bytes);
    return ok;
}

/* Beside the draft it was only for as long as the state folder could not be written. */
static bool may_go_home(const struct journal *j) {
    struct str folder = {0};
    bool beside = slice_starts(slice_of(basename(str_text(&j->file.path))), SLICE(PLACE_BESIDE));
    bool may = beside && place_journals(&folder) && access(str_text(&folder), W_OK | X_OK) == 0;
    str_free(&folder);
    return may;
}

/* Nothing is unsaved: keeps what the next session can undo, and nothing else. */
static void leave_history(struct journal *j) {
    if (may_go_home(j)) {
        unlink(str_text(&j->file.path));
        return;
    }
    if (!j->edited && j->resumed_size) {
        if (ftruncate(j->file.fd, (off_t)j->resumed_size) == 0) return;
    } else if (j->edited && j->keep_history) {
        journal_append(j, (struct journal_record){.kind = JOURNAL_CLOSED});
        journal_sync(j);
        return;
    }
    unlink(str_text(&j->file.path));
}

void journal_close(struct journal *j, enum journal_end end) {
    if (!j) return;
    if (j->mode == HOLDING) journal_end_run(j);
    if (j->mode == HOLDING && j->file.fd >= 0) {
        if (end == JOURNAL_END_KEPT) journal_sync(j);
        if (end == JOURNAL_END_SAVED) leave_history(j);
        if (end == JOURNAL_END_DROPPED && j->edited) {
            journal_sync(j);
            journal_file_put_aside(&j->file);
        } else if (end == JOURNAL_END_DROPPED) {
            leave_history(j);
        }
    }
    journal_file_close(&j->file);
    journal_forget_watch(j);
    struct str *strings[] = {&j->file.path,   &j->real,         &j->owner,   &j->base,
                             &j->run.removed, &j->run.inserted, &j->pending, &j->taker};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        str_free(strings[i]);
    free(j);
}
