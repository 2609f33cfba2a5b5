#include "ui/session.h"

#include "draft/draft_edit.h"
#include "ui/prompt.h"

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

static void read_history(struct buffer *buffer) {
    undo_begin(buffer->undo);
    journal_history(buffer->journal, add_history, buffer);
    undo_end(buffer->undo);
    undo_mark_saved(buffer->undo);
}

/* The text becomes the one that was found; one undo leads back to the file. */
static void restore(struct editor *editor, struct journal *journal, struct journal_found *found) {
    struct buffer *buffer = editor->buffer;
    struct draft_edit made = {0};
    struct str whole = {0};
    text_copy(found->text, 0, text_length(found->text), &whole);
    if (draft_edit_to(&made, buffer->text, str_slice(&whole))) buffer_apply(buffer, &made.edit, UNDO_ALONE);
    draft_edit_free(&made);
    str_free(&whole);
    journal_restore(journal, found);
    buffer->journal = journal;
    buffer_find_body(buffer);
    buffer_go(buffer, buffer_cursor(buffer), false);
    editor_say(editor, RESTORED);
}

static bool ask_unsaved(struct editor *editor, struct journal *journal, struct journal_found *found) {
    static const enum message_id answers[] = {MESSAGE_ANSWER_RESTORE, MESSAGE_ANSWER_FILE};
    struct str question = {0};
    journal_question(&question, editor->lang, found);
    int answer = ask(editor, str_slice(&question), answers, 2);
    str_free(&question);
    if (answer < 0) {
        journal_close(journal, JOURNAL_END_KEPT);
        return false;
    }
    if (answer == 0) {
        restore(editor, journal, found);
    } else {
        journal_decline(journal, editor->buffer->text);
        editor->buffer->journal = journal;
        editor_say(editor, SET_ASIDE);
    }
    return true;
}

static bool open_journal(struct editor *editor, bool taken);

/* The other session has written all it has into the journal; so the draft is read again and restored. */
static bool take_over(struct editor *editor) {
    struct error e = {.lang = editor->lang};
    bool ok = journal_take_over(path_of(editor->buffer), TAKE_OVER_MS, &e);
    if (!ok) editor_complain(editor, &e);
    error_free(&e);
    if (ok) return open_journal(editor, true);
    editor->buffer->read_only = true;
    return true;
}

static bool ask_locked(struct editor *editor, struct journal *journal, struct journal_found *found) {
    static const enum message_id answers[] = {MESSAGE_ANSWER_READ, MESSAGE_ANSWER_TAKE};
    struct str question = {0};
    journal_locked_by(&question, editor->lang, found);
    journal_close(journal, JOURNAL_END_KEPT);
    int answer = ask(editor, str_slice(&question), answers, 2);
    str_free(&question);
    if (answer == 1) return take_over(editor);
    editor->buffer->read_only = true;
    return answer == 0;
}

static bool open_journal(struct editor *editor, bool taken) {
    struct buffer *buffer = editor->buffer;
    struct journal_found found;
    struct error e = {.lang = editor->lang};
    bool open = true;
    struct journal *journal =
        journal_open(path_of(buffer), &buffer->draft->disk, buffer->text, true, &found, &e);
    if (e.text.len) editor_complain(editor, &e);
    if (found.state == JOURNAL_UNSAVED && taken) {
        restore(editor, journal, &found);
    } else if (found.state == JOURNAL_UNSAVED) {
        open = ask_unsaved(editor, journal, &found);
    } else if (found.state == JOURNAL_LOCKED) {
        open = ask_locked(editor, journal, &found);
    } else {
        buffer->journal = journal;
        read_history(buffer);
    }
    journal_found_free(&found);
    error_free(&e);
    return open;
}

bool session_open(struct editor *editor) {
    return open_journal(editor, false);
}

void session_tick(struct editor *editor, int64_t now) {
    struct buffer *buffer = editor->buffer;
    struct error e = {.lang = editor->lang};
    struct str taken = {0};
    if (!buffer || !buffer->journal) return;
    if (!journal_tick(buffer->journal, buffer->text, now, &e)) {
        editor_complain(editor, &e);
        editor->stale = true;
    }
    if (!buffer->read_only && journal_taken_by(buffer->journal, &taken, editor->lang)) {
        buffer->read_only = true;
        str_clear(&editor->notice);
        str_append(&editor->notice, str_slice(&taken));
        editor->alarm = editor->stale = true;
    }
    str_free(&taken);
    error_free(&e);
}
