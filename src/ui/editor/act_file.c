/* Saving, opening, leaving. */
#include "training/attempt.h"
#include "ui/editor/action.h"
#include "ui/editor/drafts.h"
#include "ui/editor/messages.h"
#include "ui/editor/save.h"
#include "ui/editor/train.h"
#include "ui/panels/files.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"

void run_save(struct editor *editor) {
    const struct attempt *attempt = editor->desk.attempt;
    if (attempt && attempt->mode == ATTEMPT_BLIND) {
        desk_say(&editor->desk, MARKS_KEPT);
        return;
    }
    save_buffer(editor);
}

void run_save_as(struct editor *editor) {
    save_buffer_as(editor);
}

bool save_first(struct editor *editor) {
    static const message_id answers[] = {MESSAGE_ANSWER_SAVE, MESSAGE_ANSWER_DROP};
    const struct buffer *buffer = editor->desk.buffer;
    if (!buffer || buffer->read_only || buffer->practice || !buffer_changed(buffer)) return true;
    struct str question = {0};
    message(&question, editor->desk.lang, ASK_UNSAVED, SLICE_ARG(editor_draft_name(editor)));
    int answer = ask(&editor->desk, str_slice(&question), answers, 2, 0);
    str_free(&question);
    if (answer == 0) return save_buffer(editor);
    return answer == 1;
}

/* The next that is open, or named on the command line, comes in its place. */
static void close_draft(struct editor *editor) {
    if (!editor->aside.count) {
        editor_next(editor);
        return;
    }
    editor_close(editor);
    drafts_show_last(editor);
    desk_say(&editor->desk, DRAFT_STILL_OPEN, SLICE_ARG(editor_draft_name(editor)));
}

void run_quit(struct editor *editor) {
    if (editor->desk.attempt && editor->desk.buffer)
        train_leave(editor);
    else if (save_first(editor))
        close_draft(editor);
}

/* A lesson is about its own draft: another one in its place would be judged by its key. */
bool is_free(const struct editor *editor) {
    return !editor->desk.attempt;
}

bool is_free_draft(const struct editor *editor) {
    return editor->desk.buffer && !editor->desk.attempt;
}

void run_new(struct editor *editor) {
    drafts_open(editor, "");
}

void run_open(struct editor *editor) {
    struct str path = {0};
    if (files_choose(&editor->desk, &path)) drafts_open(editor, str_text(&path));
    str_free(&path);
}
