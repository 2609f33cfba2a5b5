/* Moving the cursor. With editor->extend a movement takes the selection along. */
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/page/motion.h"

static void go(struct editor *editor, size_t offset) {
    buffer_go(editor->desk.buffer, offset, editor->extend);
}

static size_t cursor(const struct editor *editor) {
    return buffer_cursor(editor->desk.buffer);
}

/* A plain arrow leaves a selection at its side. */
static bool leave_selection(struct editor *editor, bool left) {
    size_t start, end;
    if (editor->extend || !buffer_selection(editor->desk.buffer, &start, &end)) return false;
    go(editor, left ? start : end);
    return true;
}

void run_left(struct editor *editor) {
    if (!leave_selection(editor, true)) go(editor, motion_left(editor->desk.buffer, cursor(editor)));
}

void run_right(struct editor *editor) {
    if (!leave_selection(editor, false)) go(editor, motion_right(editor->desk.buffer, cursor(editor)));
}

static void go_rows(struct editor *editor, long rows) {
    struct buffer *buffer = editor->desk.buffer;
    int goal = buffer->goal >= 0 ? buffer->goal : place_column(buffer, cursor(editor));
    go(editor, motion_rows(buffer, cursor(editor), rows, goal));
    buffer->goal = goal;
}

void run_up(struct editor *editor) {
    go_rows(editor, -1);
}

void run_down(struct editor *editor) {
    go_rows(editor, 1);
}

/* The top of the page that ends with the last row of the text. */
static struct place last_page(struct buffer *buffer, int rows) {
    struct place top = place_of(buffer, text_length(buffer->text));
    while (rows-- > 1 && place_previous(buffer, &top))
        continue;
    return top;
}

static bool is_after(struct place a, struct place b) {
    return a.line > b.line || (a.line == b.line && a.row > b.row);
}

/* A page keeps one row in view, and the text moves under the cursor; the last one is full. */
static void go_page(struct editor *editor, bool up) {
    struct buffer *buffer = editor->desk.buffer;
    int rows = desk_text_area(&editor->desk).rows - 1;
    struct place top = place_of(buffer, mark_get(&buffer->marks, MARK_TOP));
    for (int i = 0; i < rows; i++)
        if (!(up ? place_previous(buffer, &top) : place_next(buffer, &top))) break;
    go_rows(editor, up ? -(long)rows : rows);
    struct place last = last_page(buffer, rows + 1);
    if (is_after(top, last)) top = last;
    mark_set(&buffer->marks, MARK_TOP, place_start(buffer, top));
}

void run_page_up(struct editor *editor) {
    go_page(editor, true);
}

void run_page_down(struct editor *editor) {
    go_page(editor, false);
}

void run_word_left(struct editor *editor) {
    go(editor, motion_word_left(editor->desk.buffer, cursor(editor)));
}

void run_word_right(struct editor *editor) {
    go(editor, motion_word_right(editor->desk.buffer, cursor(editor)));
}

void run_paragraph_up(struct editor *editor) {
    size_t start = motion_line_start(editor->desk.buffer, cursor(editor));
    if (start == cursor(editor) && start > editor->desk.buffer->body)
        start = motion_line_start(editor->desk.buffer, start - 1);
    go(editor, start);
}

void run_paragraph_down(struct editor *editor) {
    go(editor, motion_line_next(editor->desk.buffer, cursor(editor)));
}

void run_row_start(struct editor *editor) {
    go(editor, motion_row_start(editor->desk.buffer, cursor(editor)));
}

void run_row_end(struct editor *editor) {
    go(editor, motion_row_end(editor->desk.buffer, cursor(editor)));
}

void run_text_start(struct editor *editor) {
    go(editor, editor->desk.buffer->body);
}

void run_text_end(struct editor *editor) {
    go(editor, text_length(editor->desk.buffer->text));
}

void run_select_all(struct editor *editor) {
    buffer_select(editor->desk.buffer, editor->desk.buffer->body, text_length(editor->desk.buffer->text));
}

void run_select_here(struct editor *editor) {
    editor->sticky = !editor->sticky;
    buffer_go(editor->desk.buffer, cursor(editor), false);
    if (editor->sticky) desk_say(&editor->desk, SELECT_BEGUN);
}
