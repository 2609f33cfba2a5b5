#include "draft/journal/journal_state.h"
#include "draft/journal/messages.h"

#include "draft/journal/owner.h"
#include "draft/journal/places.h"

#include "base/memory.h"

#include <stdio.h>
#include <time.h>

/* --- looking at what a session before has left --- */

/* A large one is not copied whole. */
static bool same_text(const struct text *a, struct slice b) {
    enum { PART = 256 << 10 };
    struct str part = {0};
    bool same = text_length(a) == b.len;
    for (size_t at = 0, end; same && at < b.len; at = end) {
        end = b.len - at < PART ? b.len : at + PART;
        str_clear(&part);
        text_copy(a, at, end, &part);
        same = slice_equal(str_slice(&part), slice_range(b, at, end));
    }
    str_free(&part);
    return same;
}

/* Goes on writing after what the sessions before have written. saved_since: the last of them had saved the
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
    return j->keep_history && content->base_at != SIZE_MAX && content->end <= limit;
}

static void found_unsaved(struct journal *j, const struct journal_content *content, struct rebuilt *rebuilt,
                          const struct text *text, struct journal_found *found) {
    struct slice saved = str_slice(&rebuilt->saved);
    j->mode = UNDECIDED;
    found->state = JOURNAL_UNSAVED;
    found->text = rebuilt->text;
    rebuilt->text = NULL;
    found->edits = content->edits;
    found->last_ms = content->last_ms;
    found->words = (int64_t)text_words(found->text) - (int64_t)text_words(text);
    found->damaged = content->torn || content->gaps || !rebuilt->complete;
    bool changed = rebuilt->saved_known ? !slice_equal(saved, str_slice(&j->base))
                                        : !content->known || content->saved.hash != j->disk.hash;
    found->outdated = changed && j->real.len; /* without a file, nothing can have changed it */
    if (found->outdated && rebuilt->saved_known) found->began = text_with(saved);
    if (content->known && !slice_equal(content->saved.path, str_slice(&j->real)))
        str_append(&found->from, content->saved.path);
    if (content->known) j->saved = content->saved;
    j->saved.path = SLICE("");
}

/* Nothing of it is to be restored. What is damaged is kept all the same: who knows what it held. */
static void begin_anew(struct journal *j, bool damaged, struct journal_found *found) {
    if (damaged) journal_put_aside(j);
    found->set_aside = damaged;
    journal_begin(j);
}

/* The journal is held; text is what the file holds now. */
static void examine(struct journal *j, const struct text *text, struct journal_found *found) {
    struct str bytes = {0};
    journal_file_read(&j->file, &bytes);
    if (bytes.len && !j->base_due) text_copy(text, 0, text_length(text), &j->base);
    struct journal_content content = journal_scan(str_slice(&bytes));
    struct rebuilt rebuilt = journal_rebuild(str_slice(&bytes), &content, str_slice(&j->base));
    bool damaged = bytes.len && (content.torn || content.gaps || !rebuilt.complete);
    bool own = content.known && slice_equal(content.saved.path, str_slice(&j->real));
    if (!rebuilt.text)
        begin_anew(j, damaged, found);
    else if (same_text(rebuilt.text, str_slice(&j->base)) && own && !damaged && is_history(j, &content))
        resume(j, &content, content.saved.hash != j->disk.hash);
    else if (same_text(rebuilt.text, str_slice(&j->base)))
        begin_anew(j, damaged, found);
    else if (rebuilt.complete && content.known && text_hash(rebuilt.text) == content.saved.hash)
        begin_anew(j, damaged, found); /* all was saved; the file has changed since */
    else
        found_unsaved(j, &content, &rebuilt, text, found);
    rebuilt_free(&rebuilt);
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

static bool holds_unsaved(const struct journal_file *file) {
    struct str bytes = {0};
    journal_file_read(file, &bytes);
    bool unsaved = journal_has_unsaved(str_slice(&bytes));
    str_free(&bytes);
    return unsaved;
}

/* The journal that is held gives way to the one at left, which tells of the same draft under another name. */
static enum journal_held adopt(struct journal *j, const char *left) {
    struct journal_file other = {.fd = -1};
    str_append_text(&other.path, left);
    bool ok = strcmp(left, str_text(&j->file.path)) != 0 && !holds_unsaved(&j->file) &&
              journal_file_open(&other, false) == JOURNAL_HELD && rename(left, str_text(&j->file.path)) == 0;
    journal_file_close(&other);
    str_free(&other.path);
    if (!ok) return JOURNAL_HELD;
    journal_file_close(&j->file);
    return journal_file_open(&j->file, true);
}

/* Beside the draft lies the newer one: it is written when the other cannot be. */
static void put_older_aside(const struct journal *j) {
    struct str folder = {0}, older = {0}, name = {0};
    place_journal_name(str_slice(&j->real), &name);
    if (j->real.len && place_journals(&folder)) {
        str_printf(&older, "%s/%s", str_text(&folder), str_text(&name));
        struct journal_file file = {.fd = -1, .path = older};
        if (strcmp(str_text(&older), str_text(&j->file.path)) != 0 &&
            journal_file_open(&file, false) == JOURNAL_HELD)
            journal_file_put_aside(&file);
        journal_file_close(&file);
    }
    str_free(&folder);
    str_free(&older);
    str_free(&name);
}

static enum journal_held open_file(struct journal *j, const char *path, const char *left) {
    struct str moved = {0};
    if (path) place_real(path, &j->real);
    if (path || !left)
        journal_path(str_slice(&j->real), &j->file.path, &j->file.made);
    else
        str_append_text(&j->file.path, left);
    enum journal_held held = journal_file_open(&j->file, true);
    if (held == JOURNAL_HELD && path) {
        put_older_aside(j);
        if (!left && journal_left_by(&j->disk.file, str_slice(&j->real), &moved)) left = str_text(&moved);
        if (left) held = adopt(j, left);
    }
    str_free(&moved);
    return held;
}

struct journal *journal_open(const char *path, const char *left, const struct file_identity *disk,
                             const struct text *text, bool keep_history, struct journal_found *found,
                             struct error *e) {
    struct journal *j = memory_zero(1, sizeof *j);
    *found = (struct journal_found){.state = JOURNAL_FRESH};
    j->keep_history = keep_history;
    j->pending_since = j->unsynced_since = j->watch = -1;
    j->file.fd = -1;
    owner_here(&j->owner);
    journal_set_text(j, text);
    j->disk = j->saved =
        (struct journal_saved){.file = *disk, .hash = text_hash(text), .length = text_length(text)};
    switch (open_file(j, path, left)) {
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
        journal_renew(j, text); /* there may be another place for it */
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
    text_free(found->began);
    str_free(&found->owner_bytes);
    str_free(&found->from);
}

bool journal_take_over(const char *path, int wait_ms, struct error *e) {
    enum { PAUSE_MS = 20 };
    struct journal_file file = {.fd = -1};
    struct str real = {0}, owner = {0};
    bool free_now = false;
    owner_here(&owner);
    place_real(path, &real);
    journal_path(str_slice(&real), &file.path, NULL);
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
    if (found->from.len) message(out, lang, JOURNAL_FROM, str_text(&found->from));
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
