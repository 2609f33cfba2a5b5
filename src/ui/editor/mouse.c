#include "ui/editor/mouse.h"

#include "ui/editor/action.h"

enum { WHEEL_ROWS = 3 };

/* The action whose hint stands under this column of the last row. */
static void run_hint(struct editor *editor, int column) {
    size_t n = hints_at(&editor->desk, &editor->hints, column);
    struct str name = {0};
    enum action_id id = 0;
    if (n == SIZE_MAX) return;
    for (; id < ACTION_COUNT; id++) {
        str_clear(&name);
        action_append_key(&name, editor, id);
        if (slice_equal_text(str_slice(&name), editor->hints.items[n].key)) break;
    }
    str_free(&name);
    if (id < ACTION_COUNT) action_run(editor, id);
}

static bool is_in(struct rect area, int row, int column) {
    return row >= area.row && row < area.row + area.rows && column >= area.column &&
           column < area.column + area.columns;
}

static void press(struct editor *editor, int row, int column) {
    struct buffer *buffer = editor->desk.buffer;
    struct rect area = desk_text_area(&editor->desk);
    if (row == editor->desk.screen.rows - 1)
        run_hint(editor, column);
    else if (is_in(area, row, column))
        buffer_go(buffer, view_offset(buffer, area, row, column), false);
}

bool mouse_take(struct editor *editor, struct key key) {
    int row, column;
    enum mouse_kind kind = key_mouse(key, &row, &column);
    struct buffer *buffer = editor->desk.buffer;
    struct rect area = desk_text_area(&editor->desk);
    editor->extend = false;
    if (kind == MOUSE_NONE || !buffer || !editor->terminal.mouse) return kind != MOUSE_NONE;
    if (kind == MOUSE_PRESS) press(editor, row, column);
    if (kind == MOUSE_DRAG && is_in(area, row, column))
        buffer_go(buffer, view_offset(buffer, area, row, column), true);
    for (int i = 0; i < WHEEL_ROWS && kind >= MOUSE_WHEEL_UP; i++)
        action_run(editor, kind == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN);
    return true;
}

struct key mouse_for_panel(struct key key) {
    int row, column;
    switch (key_mouse(key, &row, &column)) {
    case MOUSE_NONE:
        return key;
    case MOUSE_WHEEL_UP:
        return (struct key){K_UP, 0};
    case MOUSE_WHEEL_DOWN:
        return (struct key){K_DOWN, 0};
    default:
        return (struct key){K_NONE, 0};
    }
}
