#include "ui/side.h"

#include "base/safe.h"
#include "ui/action.h"

void side_fill(struct editor *editor, struct list *list) {
    struct buffer *buffer = editor->buffer;
    const struct finding *here = buffer_finding(buffer);
    list_clear(list);
    list->title = slice_of(message_text(editor->lang, MESSAGE_SIDE_TITLE));
    for (size_t i = 0; i < buffer->shown.list.count; i++) {
        const struct finding *finding = &buffer->shown.list.items[i];
        struct str text = {0};
        safe_append(&text,
                    slice_of(finding->message ? finding->message
                                              : message_text(editor->lang, rule_get(finding->rule)->about)));
        struct list_item *item = list_add(list, str_slice(&text), i);
        str_printf(&item->left, "%c%4zu", rule_get(finding->rule)->letter,
                   text_line_at(buffer->text, finding->start) + 1);
        item->left_style = STYLE_PANEL_TITLE;
        if (finding == here || (!here && finding->start <= buffer_cursor(buffer))) list->chosen = i;
        str_free(&text);
    }
}

/* Each finding with all of its message, from the one at or before the cursor on. */
void side_draw(struct editor *editor, void *context) {
    (void)context;
    struct screen *screen = &editor->screen;
    struct rect area = editor_side_area(editor);
    struct list list = {0};
    side_fill(editor, &list);
    const struct finding *here = buffer_finding(editor->buffer);
    screen_begin(screen, area.row, area.column, area.columns, STYLE_PANEL_TITLE);
    screen_rule(screen, '|', STYLE_PANEL);
    screen_text(screen, list.title, STYLE_PANEL_TITLE);
    screen_end(screen);
    int row = area.row + 1, end = area.row + area.rows;
    size_t from = list.chosen > 0 ? list.chosen - 1 : 0;
    for (size_t i = from; i < list.items.count && row < end; i++) {
        const struct list_item *item = &list.items.items[i];
        const struct finding *finding = &editor->buffer->shown.list.items[item->value];
        enum style_id style = finding == here ? STYLE_PANEL_CHOSEN : STYLE_PANEL;
        int left = screen_width(str_slice(&item->left)) + 2;
        struct rect text = {row, area.column + left, end - row, area.columns - left};
        int rows = draw_wrapped(screen, text, str_slice(&item->text), style);
        for (int k = 0; k < rows; k++) {
            screen_begin(screen, row + k, area.column, left, style);
            screen_rule(screen, '|', STYLE_PANEL);
            if (k == 0)
                screen_text(screen, str_slice(&item->left), style == STYLE_PANEL ? STYLE_PANEL_TITLE : style);
            screen_end(screen);
        }
        row += rows;
    }
    for (; row < end; row++) {
        screen_begin(screen, row, area.column, area.columns, STYLE_PANEL);
        screen_rule(screen, '|', STYLE_PANEL);
        screen_end(screen);
    }
    list_free(&list);
}
