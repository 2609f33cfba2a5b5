/* Sentences and paragraphs: moving by them, selecting them, moving them; the case of letters. */
#include "text/letter_case.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/page/passage.h"

static size_t cursor(const struct editor *editor) {
    return buffer_cursor(editor->desk.buffer);
}

void run_sentence_left(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    buffer_go(buffer, passage_sentence_left(buffer, editor->desk.language, cursor(editor)), editor->extend);
}

void run_sentence_right(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    buffer_go(buffer, passage_sentence_right(buffer, editor->desk.language, cursor(editor)), editor->extend);
}

static void select_range(struct editor *editor, struct range range) {
    if (range.start == range.end) {
        desk_say(&editor->desk, SELECT_NOTHING);
        return;
    }
    editor->sticky = false;
    buffer_select(editor->desk.buffer, range.start, range.end);
}

void run_select_word(struct editor *editor) {
    select_range(editor, passage_word(editor->desk.buffer, cursor(editor)));
}

void run_select_sentence(struct editor *editor) {
    select_range(editor, passage_sentence(editor->desk.buffer, editor->desk.language, cursor(editor)));
}

void run_select_paragraph(struct editor *editor) {
    select_range(editor, passage_paragraph(editor->desk.buffer, cursor(editor)));
}

/* The two change places, what stands between them stays; the cursor goes along. */
static void swap(struct editor *editor, struct range first, struct range second, bool up) {
    struct buffer *buffer = editor->desk.buffer;
    size_t moved = up ? second.start : first.start, within = cursor(editor) - moved;
    size_t to = up ? first.start : second.end - (first.end - first.start);
    struct str fresh = {0};
    text_copy(buffer->text, second.start, second.end, &fresh);
    text_copy(buffer->text, first.end, second.start, &fresh);
    text_copy(buffer->text, first.start, first.end, &fresh);
    undo_close(buffer->undo);
    buffer_edit(buffer, first.start, second.end - first.start, str_slice(&fresh), UNDO_ALONE);
    undo_close(buffer->undo);
    if (!buffer->refused) buffer_go(buffer, to + within, false);
    str_free(&fresh);
}

static void move_paragraph(struct editor *editor, bool up) {
    const struct buffer *buffer = editor->desk.buffer;
    struct range here = passage_paragraph(buffer, cursor(editor));
    struct range other = up ? passage_paragraph_before(buffer, here) : passage_paragraph_after(buffer, here);
    if (here.start == here.end)
        desk_say(&editor->desk, SELECT_NOTHING);
    else if (other.start == other.end)
        desk_tell(&editor->desk, up ? MESSAGE_MOVE_FIRST : MESSAGE_MOVE_LAST);
    else
        swap(editor, up ? other : here, up ? here : other, up);
}

void run_move_paragraph_up(struct editor *editor) {
    move_paragraph(editor, true);
}

void run_move_paragraph_down(struct editor *editor) {
    move_paragraph(editor, false);
}

void run_letter_case(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    struct range range;
    struct str old = {0}, fresh = {0};
    size_t at = cursor(editor);
    bool selected = buffer_selection(buffer, &range.start, &range.end);
    if (!selected) range = passage_word(buffer, at);
    text_copy(buffer->text, range.start, range.end, &old);
    letter_case_next(str_slice(&old), &fresh);
    undo_close(buffer->undo);
    buffer_edit(buffer, range.start, range.end - range.start, str_slice(&fresh), UNDO_ALONE);
    undo_close(buffer->undo);
    if (selected)
        buffer_select(buffer, range.start, range.start + fresh.len);
    else
        buffer_go(buffer, at, false);
    str_free(&old);
    str_free(&fresh);
}
