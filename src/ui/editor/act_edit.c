/* Changing the text, and the clipboard. */
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/page/motion.h"

bool can_always(const struct editor *editor) {
    (void)editor;
    return true;
}

bool has_draft(const struct editor *editor) {
    return editor->desk.buffer != NULL;
}

bool can_undo(const struct editor *editor) {
    return editor->desk.buffer &&
           (recall_possible(&editor->desk) || undo_possible(editor->desk.buffer->undo));
}

bool can_redo(const struct editor *editor) {
    return editor->desk.buffer && redo_possible(editor->desk.buffer->undo);
}

bool can_copy(const struct editor *editor) {
    size_t start, end;
    return editor->desk.buffer && buffer_selection(editor->desk.buffer, &start, &end);
}

bool can_paste(const struct editor *editor) {
    return editor->desk.buffer && editor->clipboard.len;
}

void run_undo(struct editor *editor) {
    if (recall_possible(&editor->desk)) {
        recall_run(&editor->desk);
        return;
    }
    buffer_undo(editor->desk.buffer);
}

void run_redo(struct editor *editor) {
    buffer_redo(editor->desk.buffer);
}

static bool erase_selection(struct editor *editor) {
    size_t start, end;
    if (!buffer_selection(editor->desk.buffer, &start, &end)) return false;
    buffer_insert(editor->desk.buffer, SLICE(""), UNDO_ALONE);
    editor->sticky = false;
    return true;
}

static void erase(struct editor *editor, size_t start, size_t end, enum undo_kind kind) {
    struct buffer *buffer = editor->desk.buffer;
    bool typing = buffer->typed != 0;
    buffer->selecting = false;
    buffer->goal = -1;
    buffer_edit(buffer, start, end - start, SLICE(""), kind);
    if (typing) buffer->typed = buffer->now;
}

void run_erase_left(struct editor *editor) {
    size_t cursor = buffer_cursor(editor->desk.buffer);
    if (!erase_selection(editor))
        erase(editor, motion_left(editor->desk.buffer, cursor), cursor, UNDO_ERASING);
}

void run_erase_right(struct editor *editor) {
    size_t cursor = buffer_cursor(editor->desk.buffer);
    if (!erase_selection(editor))
        erase(editor, cursor, motion_right(editor->desk.buffer, cursor), UNDO_ERASING);
}

void run_delete_word_left(struct editor *editor) {
    size_t cursor = buffer_cursor(editor->desk.buffer);
    undo_close(editor->desk.buffer->undo);
    if (!erase_selection(editor))
        erase(editor, motion_word_left(editor->desk.buffer, cursor), cursor, UNDO_ALONE);
    undo_close(editor->desk.buffer->undo);
}

void run_delete_word_right(struct editor *editor) {
    size_t cursor = buffer_cursor(editor->desk.buffer);
    undo_close(editor->desk.buffer->undo);
    if (!erase_selection(editor))
        erase(editor, cursor, motion_word_right(editor->desk.buffer, cursor), UNDO_ALONE);
    undo_close(editor->desk.buffer->undo);
}

void run_copy(struct editor *editor) {
    size_t start, end;
    if (!buffer_selection(editor->desk.buffer, &start, &end)) return;
    str_clear(&editor->clipboard);
    text_copy(editor->desk.buffer->text, start, end, &editor->clipboard);
    if (terminal_copy(&editor->terminal, str_slice(&editor->clipboard)))
        desk_say(&editor->desk, COPIED_OUTSIDE);
    else
        desk_say(&editor->desk, COPIED);
    editor->sticky = false;
}

void run_cut(struct editor *editor) {
    run_copy(editor);
    undo_close(editor->desk.buffer->undo);
    erase_selection(editor);
    undo_close(editor->desk.buffer->undo);
}

void run_paste(struct editor *editor) {
    undo_close(editor->desk.buffer->undo);
    buffer_insert(editor->desk.buffer, str_slice(&editor->clipboard), UNDO_ALONE);
    undo_close(editor->desk.buffer->undo);
}
