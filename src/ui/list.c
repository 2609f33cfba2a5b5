#include "ui/list.h"

#include "ui/frame.h"

struct list_item *list_add(struct list *list, struct slice text, size_t value) {
    struct list_item *item = vec_add(&list->items);
    item->value = value;
    item->left_style = STYLE_PANEL;
    str_append(&item->text, text);
    return item;
}

void list_clear(struct list *list) {
    for
        vec_each(struct list_item, item, &list->items) {
            str_free(&item->left);
            str_free(&item->text);
            str_free(&item->right);
        }
    vec_clear(&list->items);
}

void list_free(struct list *list) {
    list_clear(list);
    vec_free(&list->items);
}

int wrapped_rows(struct slice text, int columns) {
    int rows = 0;
    if (columns < LAYOUT_COLUMNS_MIN) columns = LAYOUT_COLUMNS_MIN;
    while (text.len) {
        struct slice line = slice_cut(&text, '\n');
        size_t at = 0;
        do {
            at = layout_row_end(line, at, columns);
            rows++;
        } while (at < line.len);
    }
    return rows;
}

int draw_wrapped(struct screen *screen, struct rect area, struct slice text, enum style_id style) {
    int row = 0;
    struct slice rest = text;
    int columns = area.columns < LAYOUT_COLUMNS_MIN ? LAYOUT_COLUMNS_MIN : area.columns;
    while (rest.len && row < area.rows) {
        struct slice line = slice_cut(&rest, '\n');
        size_t at = 0;
        do {
            size_t end = layout_row_end(line, at, columns);
            screen_begin(screen, area.row + row, area.column, area.columns, style);
            screen_fill(screen, 1, style);
            screen_text(screen, slice_range(line, at, end), style);
            screen_end(screen);
            at = end;
            row++;
        } while (at < line.len && row < area.rows);
    }
    return row;
}

static struct rect list_area(const struct editor *editor, const struct list *list) {
    if (list->area.columns) return list->area;
    int wide = screen_width(list->title) + 3;
    for
        vec_each(const struct list_item, item, &list->items) {
            int width = screen_width(str_slice(&item->left)) + screen_width(str_slice(&item->text)) +
                        screen_width(str_slice(&item->right)) + 7;
            if (width > wide) wide = width;
        }
    if (list->explain && wide < 60) wide = 60;
    if (wide > editor->screen.columns - 2) wide = editor->screen.columns - 2;
    int rows = (int)list->items.count + 1 + (list->explain ? 9 : 0), most = editor->screen.rows - 3;
    if (rows > most) rows = most;
    return (struct rect){1 + (most - rows) / 2, (editor->screen.columns - wide) / 2, rows, wide};
}

static int draw_item(struct editor *editor, const struct list_item *item, struct rect area, int row,
                     bool chosen) {
    struct screen *screen = &editor->screen;
    enum style_id style = chosen ? STYLE_PANEL_CHOSEN : item->heading ? STYLE_PANEL_TITLE : STYLE_PANEL;
    screen_begin(screen, row, area.column, area.columns, style);
    screen_rule(screen, '|', STYLE_PANEL);
    if (item->left.len) {
        screen_text(screen, str_slice(&item->left), chosen ? style : item->left_style);
        screen_fill(screen, 1, style);
    }
    int width = screen->width, right = screen_width(str_slice(&item->right));
    screen->width -= (right ? right + 2 : 0) + 1;
    screen_text(screen, str_slice(&item->text), style);
    screen_fill(screen, screen_left(screen), style);
    screen->width = width;
    screen_fill(screen, right ? 1 : 0, style);
    screen_text(screen, str_slice(&item->right), style);
    screen_fill(screen, screen_left(screen) - 1, style);
    screen_rule(screen, '|', STYLE_PANEL);
    screen_end(screen);
    return row;
}

static void draw_list_hints(struct editor *editor, const struct list *list) {
    frame_hints_begin(editor);
    if (list->enter) frame_hint(editor, SLICE("Enter"), slice_of(message_text(editor->lang, list->enter)));
    for (const enum message_id *hint = list->hints; hint && *hint; hint += 2)
        frame_hint(editor, slice_of(message_text(editor->lang, hint[0])),
                   slice_of(message_text(editor->lang, hint[1])));
    frame_hint(editor, SLICE("Esc"), slice_of(message_text(editor->lang, MESSAGE_HINT_CLOSE)));
    screen_end(&editor->screen);
}

void list_draw(struct editor *editor, struct list *list, bool active) {
    struct screen *screen = &editor->screen;
    struct rect area = list_area(editor, list);
    int explained = 0;
    if (list->explain && active && area.rows > 8) {
        explained = area.rows - 1 - (int)list->items.count;
        if (explained < area.rows / 2) explained = area.rows / 2;
    }
    int visible = area.rows - 1 - explained;
    if (visible < 1) visible = 1;
    if (list->chosen < list->top) list->top = list->chosen;
    if (list->chosen >= list->top + (size_t)visible) list->top = list->chosen + 1 - (size_t)visible;
    screen_begin(screen, area.row, area.column, area.columns, STYLE_PANEL_TITLE);
    screen_rule(screen, '|', STYLE_PANEL);
    screen->width--;
    screen_text(screen, list->title, STYLE_PANEL_TITLE);
    screen_fill(screen, screen_left(screen), STYLE_PANEL_TITLE);
    screen->width++;
    screen_rule(screen, '|', STYLE_PANEL);
    screen_end(screen);
    int cursor = area.row;
    for (int i = 0; i < visible; i++) {
        size_t n = list->top + (size_t)i;
        bool chosen = active && n == list->chosen;
        if (n < list->items.count) {
            draw_item(editor, &list->items.items[n], area, area.row + 1 + i, chosen);
        } else {
            screen_begin(screen, area.row + 1 + i, area.column, area.columns, STYLE_PANEL);
            screen_rule(screen, '|', STYLE_PANEL);
            screen_fill(screen, screen_left(screen) - 1, STYLE_PANEL);
            screen_rule(screen, '|', STYLE_PANEL);
            screen_end(screen);
        }
        if (chosen) cursor = area.row + 1 + i;
    }
    if (explained) {
        struct str text = {0};
        if (list->chosen < list->items.count)
            list->explain(editor, list, &list->items.items[list->chosen], &text);
        struct rect below = {area.row + 1 + visible, area.column, explained, area.columns};
        for (int i = draw_wrapped(screen, below, str_slice(&text), STYLE_STATUS); i < explained; i++) {
            screen_begin(screen, below.row + i, below.column, below.columns, STYLE_STATUS);
            screen_end(screen);
        }
        str_free(&text);
    }
    if (!active) return;
    draw_list_hints(editor, list);
    screen_cursor(screen, cursor, area.column + 1);
}

static void draw_active(struct editor *editor, void *context) {
    list_draw(editor, context, true);
}

static void choose(struct list *list, long step) {
    size_t count = list->items.count;
    if (!count) return;
    bool back = step < 0;
    long to = (long)list->chosen + step;
    if (to < 0) to = 0;
    if (to >= (long)count) to = (long)count - 1;
    while (to >= 0 && to < (long)count && list->items.items[to].heading)
        to += back ? -1 : 1;
    if (to >= 0 && to < (long)count) list->chosen = (size_t)to;
}

bool list_run(struct editor *editor, struct list *list, struct key *key) {
    struct overlay overlay;
    bool open = true;
    if (list->chosen < list->items.count && list->items.items[list->chosen].heading) choose(list, 1);
    editor_open_overlay(editor, &overlay, draw_active, list);
    while (open && editor_key(editor, key, NULL)) {
        str_clear(&editor->notice);
        long page = list_area(editor, list).rows / 2;
        switch (key->mods ? K_NONE : key->code) {
        case K_UP:
            choose(list, -1);
            break;
        case K_DOWN:
            choose(list, 1);
            break;
        case K_PAGE_UP:
            choose(list, -page);
            break;
        case K_PAGE_DOWN:
            choose(list, page);
            break;
        case K_HOME:
            choose(list, -(long)list->items.count);
            break;
        case K_END:
            choose(list, (long)list->items.count);
            break;
        default:
            open = false;
        }
    }
    editor_close_overlay(editor);
    return !editor->leaving;
}
