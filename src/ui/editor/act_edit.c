/* Changing the text, and the clipboard. */
#include "base/safe.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/page/motion.h"
#include "ui/page/passage.h"
#include "ui/panels/prompt.h"

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

bool can_paste(const struct editor *editor) {
    return editor->desk.buffer && editor->clipboard.len;
}

enum { SHOWN_BYTES = 60 };

/* The start of it, on one row. */
static void append_shown(struct str *out, enum lang lang, message_id said, struct slice words) {
    struct str shown = {0};
    size_t end = words.len > SHOWN_BYTES ? SHOWN_BYTES : words.len;
    while (end && end < words.len && ((unsigned char)words.data[end] & 0xC0) == 0x80)
        end--; /* whole letters */
    safe_append(&shown, slice_trim(slice_range(words, 0, end)));
    if (end < words.len) str_append_text(&shown, "…");
    str_append_byte(out, ' ');
    message_append(out, lang, said, str_text(&shown));
    str_free(&shown);
}

struct telling {
    struct str text;
    enum lang lang;
    size_t edits;
};

static void tell_edit(void *context, const struct edit *edit) {
    struct telling *telling = context;
    if (telling->edits++) return; /* one is enough to know it again */
    if (slice_trim(edit->inserted).len)
        append_shown(&telling->text, telling->lang, MESSAGE_EARLIER_BACK, edit->inserted);
    if (slice_trim(edit->removed).len)
        append_shown(&telling->text, telling->lang, MESSAGE_EARLIER_GONE, edit->removed);
}

/* What was written before the draft was closed is not taken back unseen. */
static bool ask_earlier(struct editor *editor) {
    static const message_id answers[] = {MESSAGE_ANSWER_UNDO};
    struct telling telling = {.lang = editor->desk.lang};
    message_append(&telling.text, telling.lang, MESSAGE_ASK_EARLIER);
    undo_look(editor->desk.buffer->undo, tell_edit, &telling);
    int answer = ask(&editor->desk, str_slice(&telling.text), answers, 1, -1);
    str_free(&telling.text);
    return answer == 0;
}

void run_undo(struct editor *editor) {
    if (recall_possible(&editor->desk)) {
        recall_run(&editor->desk);
        return;
    }
    bool meant = !editor->desk.buffer->earlier || ask_earlier(editor);
    if (meant && buffer_undo(editor->desk.buffer)) desk_say(&editor->desk, FRONT_UNDONE);
}

void run_redo(struct editor *editor) {
    if (buffer_redo(editor->desk.buffer)) desk_say(&editor->desk, FRONT_REDONE);
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

/* The selection; without one the paragraph, with the blank line after it, so that it can be put in
 * elsewhere. */
static struct range range_to_take(const struct buffer *buffer) {
    struct range range;
    if (buffer_selection(buffer, &range.start, &range.end)) return range;
    range = passage_paragraph(buffer, buffer_cursor(buffer));
    for (int lines = 0; lines < 2 && range.end > range.start; lines++) {
        size_t next = motion_line_next(buffer, range.end);
        if (lines && motion_line_end(buffer, range.end) != range.end) break;
        range.end = next;
    }
    return range;
}

static struct range take(struct editor *editor) {
    struct range range = range_to_take(editor->desk.buffer);
    if (range.start == range.end) {
        desk_say(&editor->desk, SELECT_NOTHING);
        return range;
    }
    str_clear(&editor->clipboard);
    text_copy(editor->desk.buffer->text, range.start, range.end, &editor->clipboard);
    bool offered = terminal_copy(&editor->terminal, str_slice(&editor->clipboard));
    desk_tell(&editor->desk, offered ? MESSAGE_COPIED_OUTSIDE : MESSAGE_COPIED);
    editor->sticky = false;
    return range;
}

void run_copy(struct editor *editor) {
    take(editor);
}

void run_cut(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    struct range range = take(editor);
    if (range.start == range.end) return;
    undo_close(buffer->undo);
    buffer_select(buffer, range.start, range.end);
    erase_selection(editor);
    undo_close(buffer->undo);
}

/* The text alone, without margin, a paragraph a line: the terminal wraps it, and copies it as one. */
void run_clean_view(struct editor *editor) {
    const struct text *text = editor->desk.buffer->text;
    struct str out = {0};
    for (size_t line = text_line_at(text, editor->desk.buffer->body); line < text_line_count(text); line++) {
        safe_append(&out, text_line_body(text, line));
        str_append_byte(&out, '\n');
    }
    str_append_byte(&out, '\n');
    message_append(&out, editor->desk.lang, MESSAGE_CLEAN_BACK);
    terminal_show(&editor->terminal, str_slice(&out), signals_fd(editor->signals));
    screen_resize(&editor->desk.screen);
    str_free(&out);
}

void run_paste(struct editor *editor) {
    undo_close(editor->desk.buffer->undo);
    buffer_insert(editor->desk.buffer, str_slice(&editor->clipboard), UNDO_ALONE);
    undo_close(editor->desk.buffer->undo);
}
