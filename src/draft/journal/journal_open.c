#include "draft/journal/journal_state.h"

#include "draft/journal/owner.h"

#include "base/memory.h"

#include <time.h>

/* --- looking at what a session before has left --- */

static bool same_text(const struct text *a, struct slice b) {
    struct str bytes = {0};
    text_copy(a, 0, text_length(a), &bytes);
    bool same = slice_equal(str_slice(&bytes), b);
    str_free(&bytes);
    return same;
}

static uint64_t hash_of(const struct text *text) {
    struct str bytes = {0};
    text_copy(text, 0, text_length(text), &bytes);
    uint64_t hash = slice_hash(str_slice(&bytes));
    str_free(&bytes);
    return hash;
}

/* Goes on writing behind what the sessions before have written. saved_since: the last of them had saved the
 * text, but did not come to note it. */
static void resume(struct journal *j, const struct journal_content *content, bool saved_since) {
    struct owner owner;
    j->mode = HOLDING;
    j->sequence = content->sequence;
    j->size = j->resumed_size = content->end;
    j->base_due = false;
    str_free(&j->base);
    owner_decode(str_slice(&j->owner), &owner);
    journal_append(j, (struct journal_record){.kind = JOURNAL_OPENED, .owner = owner});
    if (saved_since) {
        j->saved.path = str_slice(&j->real);
        journal_append(j, (struct journal_record){.kind = JOURNAL_SAVED, .saved = j->saved});
    }
    journal_write(j);
}

/* True when the journal's edits lead to the text that is there, so that they are its undo history. */
static bool is_history(const struct journal *j, const struct journal_content *content) {
    size_t limit = 4 * j->base.len > JOURNAL_HISTORY_MAX ? 4 * j->base.len : JOURNAL_HISTORY_MAX;
    return j->keep_history && !content->torn && content->base_at != SIZE_MAX && content->end <= limit;
}

static void found_unsaved(struct journal *j, const struct journal_content *content, struct text *rebuilt,
                          const struct text *text, struct journal_found *found) {
    j->mode = UNDECIDED;
    found->state = JOURNAL_UNSAVED;
    found->text = rebuilt;
    found->edits = content->edits;
    found->last_ms = content->last_ms;
    found->words = (int64_t)text_words(rebuilt) - (int64_t)text_words(text);
    found->outdated = !content->known || content->saved.hash != j->disk.hash;
    if (content->known) j->saved = content->saved;
    j->saved.path = SLICE("");
}

/* The journal is held; text is what the file holds now. */
static void examine(struct journal *j, const struct text *text, struct journal_found *found) {
    struct str bytes = {0};
    journal_file_read(&j->file, &bytes);
    struct journal_content content = journal_scan(str_slice(&bytes));
    bool complete = true, foreign = content.known && !slice_equal(content.saved.path, str_slice(&j->real));
    struct text *rebuilt =
        foreign ? NULL : journal_rebuild(str_slice(&bytes), &content, str_slice(&j->base), &complete);
    if (!rebuilt) {
        if (foreign || content.edits || (bytes.len && !content.end)) journal_put_aside(j);
        journal_begin(j);
    } else if (same_text(rebuilt, str_slice(&j->base))) {
        if (complete && is_history(j, &content))
            resume(j, &content, content.saved.hash != j->disk.hash);
        else
            journal_begin(j);
    } else if (content.known && hash_of(rebuilt) == content.saved.hash) {
        journal_begin(j); /* all was saved; the file has changed since */
    } else {
        found->damaged = content.torn || !complete;
        found_unsaved(j, &content, rebuilt, text, found);
        rebuilt = NULL;
    }
    text_free(rebuilt);
    str_free(&bytes);
}

static void found_locked(struct journal *j, struct journal_found *found) {
    struct str bytes = {0};
    journal_file_read(&j->file, &bytes);
    struct journal_content content = journal_scan(str_slice(&bytes));
    j->mode = LOCKED;
    found->state = JOURNAL_LOCKED;
    str_clear(&found->owner_bytes);
    if (content.owned) owner_encode(&found->owner_bytes, &content.owner);
    if (!owner_decode(str_slice(&found->owner_bytes), &found->owner)) found->owner = (struct owner){0};
    str_free(&bytes);
    journal_file_close(&j->file);
}

struct journal *journal_open(const char *path, const struct file_identity *disk, const struct text *text,
                             bool keep_history, struct journal_found *found, struct error *e) {
    struct journal *j = memory_zero(1, sizeof *j);
    *found = (struct journal_found){.state = JOURNAL_FRESH};
    j->keep_history = keep_history;
    j->pending_since = j->unsynced_since = j->watch = -1;
    if (path && !journal_real_path(path, &j->real)) str_append_text(&j->real, path);
    owner_here(&j->owner);
    journal_set_text(j, text);
    j->disk = j->saved =
        (struct journal_saved){.file = *disk, .hash = slice_hash(str_slice(&j->base)), .length = j->base.len};
    if (path || !journal_find_unnamed(&j->file.path)) journal_path(str_slice(&j->real), &j->file.path);
    switch (journal_file_open(&j->file, true)) {
    case JOURNAL_HELD:
        journal_request_remove(&j->file);
        examine(j, text, found);
        break;
    case JOURNAL_HELD_BY_OTHER:
        found_locked(j, found);
        break;
    case JOURNAL_NOT_HELD:
        journal_note_trouble(j);
        j->renew = true;
        journal_begin(j);
    }
    journal_tell(j, e);
    return j;
}

void journal_restore(struct journal *j, struct journal_found *found) {
    if (j->mode != UNDECIDED) return;
    if (found->damaged) {
        journal_put_aside(j);
        journal_set_text(j, found->text);
        journal_begin(j);
        journal_append_base(j);
        j->edited = true;
        journal_write(j);
        return;
    }
    struct str bytes = {0};
    journal_file_read(&j->file, &bytes);
    struct journal_content content = journal_scan(str_slice(&bytes));
    resume(j, &content, false);
    j->edited = true; /* dropping it puts it aside: it is not offered for ever */
    str_free(&bytes);
}

void journal_decline(struct journal *j, const struct text *text) {
    if (j->mode != UNDECIDED) return;
    j->saved = j->disk;
    journal_put_aside(j);
    journal_set_text(j, text);
    journal_begin(j);
}

void journal_found_free(struct journal_found *found) {
    text_free(found->text);
    str_free(&found->owner_bytes);
}

bool journal_take_over(const char *path, int wait_ms, struct error *e) {
    enum { PAUSE_MS = 20 };
    struct journal_file file = {.fd = -1};
    struct str real = {0}, owner = {0};
    bool free_now = false;
    owner_here(&owner);
    if (!journal_real_path(path, &real)) str_append_text(&real, path);
    journal_path(str_slice(&real), &file.path);
    bool asked = journal_request(&file, str_slice(&owner));
    for (int waited = 0; asked && !free_now && waited <= wait_ms; waited += PAUSE_MS) {
        free_now = journal_file_open(&file, true) == JOURNAL_HELD;
        journal_file_close(&file);
        if (!free_now) nanosleep(&(struct timespec){.tv_nsec = PAUSE_MS * 1000000L}, NULL);
    }
    journal_request_remove(&file);
    str_free(&file.path);
    str_free(&real);
    str_free(&owner);
    return free_now || error_set(e, JOURNAL_NO_ANSWER, path);
}

void journal_question(struct str *out, enum lang lang, const struct journal_found *found) {
    struct str when = {0};
    moment_describe(&when, lang, found->last_ms, moment_now());
    message(out, lang, JOURNAL_QUESTION, str_text(&when), found->edits, (long long)found->words);
    str_free(&when);
    if (found->outdated) message(out, lang, JOURNAL_OUTDATED);
    if (found->damaged) message(out, lang, JOURNAL_DAMAGED);
}

void journal_locked_by(struct str *out, enum lang lang, const struct journal_found *found) {
    struct str who = {0}, when = {0};
    owner_describe(&who, lang, &found->owner);
    moment_describe(&when, lang, found->owner.since_ms, moment_now());
    if (found->owner.user.len)
        message(out, lang, JOURNAL_LOCKED_BY, str_text(&who), str_text(&when));
    else
        message(out, lang, JOURNAL_LOCKED_BY_SOMEONE);
    str_free(&who);
    str_free(&when);
}
