#include "ui/editor/session.h"

#include "draft/merge.h"
#include "draft/save.h"
#include "draft/version.h"
#include "ui/editor/messages.h"
#include "ui/editor/outside.h"
#include "ui/panels/compare.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"

#include <unistd.h>

enum { TAKE_OVER_MS = 4000 };

static const char *path_of(const struct buffer *buffer) {
    return buffer->draft->path[0] ? buffer->draft->path : NULL;
}

/* Steps of the sessions before, into the history. */
static void add_history(void *context, const struct edit *edit, bool step) {
    struct buffer *buffer = context;
    if (step) {
        undo_end(buffer->undo);
        undo_begin(buffer->undo);
    }
    undo_record(buffer->undo, edit, UNDO_ALONE, edit->offset, 0);
}

static void read_history(const struct editor *editor, struct buffer *buffer) {
    if (editor->options->forgets) return;
    undo_begin(buffer->undo);
    journal_history(buffer->journal, add_history, buffer);
    undo_end(buffer->undo);
    undo_mark_saved(buffer->undo);
    buffer->earlier = undo_possible(buffer->undo);
}

/* The text becomes the one that was found; one undo leads back to the file. */
static void restore(struct editor *editor, struct journal *journal, struct journal_found *found) {
    buffer_become(editor->desk.buffer, found->text); /* the journal has this already */
    journal_restore(journal, found);
    editor->desk.buffer->journal = journal;
    desk_say(&editor->desk, RESTORED);
}

/* Restores onto a file that something else has changed since: both are merged, one undo leads back to what
 * was restored. False: the writer does not want that now. */
static bool restore_merged(struct editor *editor, struct journal *journal, struct journal_found *found) {
    struct buffer *buffer = editor->desk.buffer;
    struct merge merge;
    struct draft_edit made = {0};
    struct str base = {0};
    if (found->began)
        text_copy(found->began, 0, text_length(found->began), &base);
    else
        merge_common(found->text, buffer->text, &base);
    merge_make(&merge, str_slice(&base), found->text, buffer->text);
    bool wanted = compare_merge(&editor->desk, &merge, found->text, MESSAGE_HINT_RESTORE);
    bool differs = wanted && merge_edit(&made, &merge, found->text);
    if (wanted) {
        restore(editor, journal, found);
        buffer->draft->others = true;
    }
    if (differs) buffer_apply_made(buffer, &made);
    draft_edit_free(&made);
    merge_free(&merge);
    str_free(&base);
    return wanted;
}

enum { ASK_RESTORE, ASK_SEE, ASK_FILE, ASK_COUNT };

/* Whether another text shall come in the place of the file's: its number, after as many looks as wanted. */
static int ask_restore(struct editor *editor, struct slice question, const struct text *other) {
    static const message_id answers[ASK_COUNT] = {MESSAGE_ANSWER_RESTORE, MESSAGE_ANSWER_LOOK,
                                                  MESSAGE_ANSWER_FILE};
    for (;;) {
        int answer = ask(&editor->desk, question, answers, ASK_COUNT, -1);
        if (answer != ASK_SEE) return answer;
        compare_show(&editor->desk, editor->desk.buffer->text, other, MESSAGE_COMPARE_IN_FILE,
                     MESSAGE_COMPARE_RESTORED);
    }
}

static bool ask_unsaved(struct editor *editor, struct journal *journal, struct journal_found *found) {
    struct str question = {0};
    bool merging = found->outdated && text_length(editor->desk.buffer->text), restored = false;
    int answer;
    journal_question(&question, editor->desk.lang, found);
    do {
        answer = ask_restore(editor, str_slice(&question), found->text);
        if (answer == ASK_RESTORE && merging) restored = restore_merged(editor, journal, found);
    } while (answer == ASK_RESTORE && merging && !restored && !editor->desk.leaving);
    str_free(&question);
    if (answer < 0 || (merging && answer == ASK_RESTORE && !restored)) {
        journal_close(journal, JOURNAL_END_KEPT);
        return false;
    }
    if (answer == ASK_RESTORE && !restored) {
        restore(editor, journal, found);
    } else if (answer != ASK_RESTORE) {
        journal_decline(journal, editor->desk.buffer->text);
        editor->desk.buffer->journal = journal;
        desk_say(&editor->desk, SET_ASIDE);
    }
    return true;
}

static bool open_journal(struct editor *editor, const char *left, bool taken);

/* The other session may have saved since this one read the file. */
static bool read_again(struct editor *editor, struct error *e) {
    struct buffer *stale = editor->desk.buffer;
    if (draft_disk_state(stale->draft) != DISK_CHANGED) return true;
    struct draft *draft = draft_load(stale->draft->path, DRAFT_LIMIT, e);
    if (!draft) return false;
    editor->desk.buffer =
        buffer_new(draft, editor->options->language, editor->desk.lang, editor->options->rules);
    buffer_go(editor->desk.buffer, buffer_cursor(stale), false);
    buffer_free(stale, JOURNAL_END_KEPT);
    editor->desk.stale = true;
    return true;
}

/* The other session has written all it has into the journal; so the draft is read again and restored. */
static bool take_over(struct editor *editor) {
    struct error e = {.lang = editor->desk.lang};
    bool ok = journal_take_over(path_of(editor->desk.buffer), TAKE_OVER_MS, &e) && read_again(editor, &e);
    if (!ok) desk_complain(&editor->desk, &e);
    error_free(&e);
    if (ok) return open_journal(editor, NULL, true);
    editor->desk.buffer->read_only = true;
    return true;
}

static bool ask_locked(struct editor *editor, struct journal *journal, struct journal_found *found) {
    static const message_id answers[] = {MESSAGE_ANSWER_READ, MESSAGE_ANSWER_TAKE};
    struct str question = {0};
    journal_locked_by(&question, editor->desk.lang, found);
    journal_close(journal, JOURNAL_END_KEPT);
    int answer = ask(&editor->desk, str_slice(&question), answers, 2, -1);
    str_free(&question);
    if (answer == 1) return take_over(editor);
    editor->desk.buffer->read_only = true;
    return answer == 0;
}

static bool open_journal(struct editor *editor, const char *left, bool taken) {
    struct buffer *buffer = editor->desk.buffer;
    struct journal_found found;
    struct error e = {.lang = editor->desk.lang};
    bool open = true;
    struct journal *journal =
        journal_open(path_of(buffer), left, &buffer->draft->disk, buffer->text, true, &found, &e);
    if (e.text.len) desk_complain(&editor->desk, &e);
    if (found.set_aside) {
        desk_say(&editor->desk, JOURNAL_SET_ASIDE);
        editor->desk.alarm = true;
    }
    if (found.state == JOURNAL_UNSAVED && taken && !found.outdated) {
        restore(editor, journal, &found);
    } else if (found.state == JOURNAL_UNSAVED) {
        open = ask_unsaved(editor, journal, &found);
    } else if (found.state == JOURNAL_LOCKED) {
        open = ask_locked(editor, journal, &found);
    } else {
        buffer->journal = journal;
        read_history(editor, buffer);
    }
    journal_found_free(&found);
    error_free(&e);
    return open;
}

/* The writer has decided, and the journal holds what was restored: the copy is kept, and not offered again.
 */
static void put_rescue_aside(struct editor *editor, const char *path, bool restored) {
    if (editor->desk.buffer->journal && journal_sync(editor->desk.buffer->journal) &&
        version_put_aside(path) && !restored)
        desk_say(&editor->desk, SET_ASIDE);
}

/* A session was cut off while it wrote the file in place: the file may be half old and half new. */
static bool ask_rescue(struct editor *editor, const char *path, const struct text *rescued) {
    struct str question = {0};
    message(&question, editor->desk.lang, ASK_RESCUE, path);
    int answer = ask_restore(editor, str_slice(&question), rescued);
    str_free(&question);
    if (answer == ASK_RESTORE) {
        buffer_become(editor->desk.buffer, rescued);
        editor->desk.buffer->draft->others = true; /* who knows who wrote since */
        desk_say(&editor->desk, RESTORED);
    }
    if (answer >= 0) put_rescue_aside(editor, path, answer == ASK_RESTORE);
    return answer >= 0;
}

static bool open_rescue(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    struct str path = {0};
    bool open = true;
    if (!path_of(buffer) || buffer->read_only || buffer_changed(buffer) ||
        !draft_rescue_find(buffer->draft->path, &path)) {
        str_free(&path);
        return true;
    }
    struct draft *rescued = draft_load(str_text(&path), DRAFT_LIMIT, NULL);
    struct draft_edit made = {0};
    if (rescued && draft_edit_to(&made, buffer->text, text_loaded(rescued->text)))
        open = ask_rescue(editor, str_text(&path), rescued->text);
    else if (rescued)
        unlink(str_text(&path)); /* the file holds all of it */
    draft_edit_free(&made);
    draft_free(rescued);
    str_free(&path);
    return open;
}

/* Another user who has the draft open; one's own other session is the journal's business. */
static bool ask_shared(struct editor *editor) {
    static const message_id answers[] = {MESSAGE_ANSWER_READ, MESSAGE_ANSWER_EDIT_TOO};
    struct str who = {0}, question = {0};
    int answer = 1;
    if (buffer_hold(editor->desk.buffer, &who) == PRESENCE_OTHER) {
        if (!who.len) message(&who, editor->desk.lang, PRESENCE_SOMEONE);
        message(&question, editor->desk.lang, ASK_SHARED, str_text(&who));
        answer = ask(&editor->desk, str_slice(&question), answers, 2, -1);
    }
    str_free(&who);
    str_free(&question);
    editor->desk.buffer->read_only = answer == 0;
    return answer >= 0;
}

void session_hold(struct editor *editor) {
    struct str who = {0};
    buffer_hold(editor->desk.buffer, &who);
    outside_watch(editor);
    str_free(&who);
}

bool session_open(struct editor *editor, const char *left) {
    if (!ask_shared(editor)) return false;
    if (editor->desk.buffer->read_only) return true;
    if (!open_journal(editor, left, false) || !open_rescue(editor)) return false;
    session_hold(editor); /* what the journal led to may be another buffer, or read only */
    return true;
}

/* What keeps it from being written, the first tick says. */
void session_reserve(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    struct journal_found found;
    buffer->reserve = journal_open(NULL, NULL, &buffer->draft->disk, buffer->text, true, &found, NULL);
    journal_found_free(&found);
}

void session_keep_practice(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    struct draft_edit made = {0};
    struct str whole = {0};
    struct text *begun = text_with(slice_of(message_text(editor->desk.lang, MESSAGE_PRACTICE)));
    text_copy(buffer->text, 0, text_length(buffer->text), &whole);
    buffer->practice = buffer->plain = false; /* its data are asked for like those of any draft */
    buffer->journal = buffer->reserve;
    buffer->reserve = NULL;
    if (draft_edit_to(&made, begun, str_slice(&whole)))
        journal_edit(buffer->journal, &made.edit, JOURNAL_EDIT, buffer->now);
    draft_edit_free(&made);
    str_free(&whole);
    text_free(begun);
}

void session_rescue(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (buffer && buffer->journal) journal_rescue(buffer->journal, buffer->text);
}

void session_tick(struct editor *editor, int64_t now) {
    struct buffer *buffer = editor->desk.buffer;
    struct error e = {.lang = editor->desk.lang};
    struct str taken = {0};
    if (!buffer || !buffer->journal) {
        editor->unrecorded = false;
        return;
    }
    bool occupied =
        editor->desk.alarm && editor->desk.notice.len; /* a save that failed is worse, and has the row */
    if (!journal_tick(buffer->journal, buffer->text, now, occupied ? NULL : &e)) {
        desk_complain(&editor->desk, &e);
        editor->desk.stale = true;
    }
    if (journal_is_failing(buffer->journal) != editor->unrecorded) {
        editor->unrecorded = !editor->unrecorded;
        editor->desk.stale = true;
    }
    if (!buffer->read_only && journal_taken_by(buffer->journal, &taken, editor->desk.lang)) {
        buffer->read_only = true;
        session_hold(editor);
        str_clear(&editor->desk.notice);
        str_append(&editor->desk.notice, str_slice(&taken));
        editor->desk.alarm = editor->desk.stale = true;
    }
    str_free(&taken);
    error_free(&e);
}
