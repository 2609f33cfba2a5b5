#include "ui/panels/side.h"

#include "base/safe.h"
#include "ui/page/wrap.h"
#include "ui/panels/panel.h"

void side_fill(struct desk *desk, struct list *list) {
    struct buffer *buffer = desk->buffer;
    const struct finding *here = buffer_finding(buffer);
    list_clear(list);
    list->title = slice_of(message_text(desk->lang, MESSAGE_SIDE_TITLE));
    for (size_t i = 0; i < buffer->shown.list.count; i++) {
        const struct finding *finding = &buffer->shown.list.items[i];
        struct str text = {0};
        safe_append(&text,
                    slice_of(finding->message ? finding->message
                                              : message_text(desk->lang, rule_get(finding->rule)->about)));
        struct list_item *item = list_add(list, str_slice(&text), i);
        str_printf(&item->left, "%c%4zu", rule_get(finding->rule)->letter,
                   text_line_at(buffer->text, finding->start) + 1);
        item->left_style = STYLE_PANEL_TITLE;
        if (finding == here || (!here && finding->start <= buffer_cursor(buffer))) list->chosen = i;
        str_free(&text);
    }
}

/* A finding with all of its message; returns the rows it takes. */
static int draw_finding(struct screen *screen, struct rect area, int n, const struct list_item *item,
                        bool here) {
    enum style_id style = here ? STYLE_PANEL_CHOSEN : STYLE_PANEL;
    int left = screen_width(str_slice(&item->left)) + 2, rows = 0;
    struct wrap wrap = wrap_begin(str_slice(&item->text), area.columns - left - 2);
    struct slice row;
    for (; n + rows < panel_rows(area) && wrap_next(&wrap, &row); rows++) {
        panel_begin(screen, area, n + rows, style);
        if (rows == 0) screen_text(screen, str_slice(&item->left), here ? style : STYLE_PANEL_TITLE);
        screen_fill(screen, 1 + left - screen->used, style);
        screen_text(screen, row, style);
        panel_end(screen);
    }
    return rows;
}

/* From the finding at or before the cursor on. */
void side_draw(struct desk *desk) {
    struct screen *screen = &desk->screen;
    struct rect area = desk_side_area(desk);
    struct list list = {0};
    side_fill(desk, &list);
    const struct finding *here = buffer_finding(desk->buffer);
    size_t i = list.chosen > 0 ? list.chosen - 1 : 0;
    int n = 0;
    for (; i < list.items.count && n < panel_rows(area); i++) {
        const struct list_item *item = &list.items.items[i];
        n += draw_finding(screen, area, n, item, &desk->buffer->shown.list.items[item->value] == here);
    }
    bool more = i < list.items.count;
    for (; n < panel_rows(area); n++) {
        panel_begin(screen, area, n, STYLE_PANEL);
        panel_end(screen);
    }
    panel_draw_edges(screen, area, list.title,
                     more ? slice_of(message_text(desk->lang, MESSAGE_READER_MORE)) : SLICE(""));
    list_free(&list);
}
