#include "ui/panels/side.h"

#include "base/safe.h"
#include "ui/page/wrap.h"
#include "ui/panels/messages.h"
#include "ui/panels/panel.h"

/* The finding under the cursor, else the last before it. */
static size_t nearest(const struct buffer *buffer) {
    const struct finding *here = buffer_finding(buffer);
    if (here) return (size_t)(here - buffer->shown.list.items);
    size_t cursor = buffer_cursor(buffer);
    size_t before = vec_before(const struct finding, finding, &buffer->shown.list, finding->start <= cursor);
    return before ? before - 1 : 0;
}

static void add_finding(struct desk *desk, struct list *list, size_t i) {
    const struct finding *finding = &desk->buffer->shown.list.items[i];
    const struct rule *rule = finding_rule(finding);
    struct str text = {0};
    safe_append(&text,
                slice_of(finding->message ? finding->message : rule_text(rule, RULE_ABOUT, desk->lang)));
    struct list_item *item = list_add(list, str_slice(&text), i);
    size_t line = buffer_line_number(desk->buffer, finding->start);
    str_printf(&item->left, "%c", rule->letter);
    if (line)
        str_printf(&item->left, "%4zu", line);
    else
        str_append_text(&item->left, "   -"); /* in the facts of the draft */
    item->left_style = STYLE_PANEL_TITLE;
    str_free(&text);
}

void side_fill(struct desk *desk, struct list *list) {
    list_clear(list);
    list->title = slice_of(message_text(desk->lang, MESSAGE_SIDE_TITLE));
    for (size_t i = 0; i < desk->buffer->shown.list.count; i++)
        add_finding(desk, list, i);
    list->chosen = nearest(desk->buffer);
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

/* From the finding before the nearest on; those that the panel has no room for cost nothing. */
void side_draw(struct desk *desk) {
    struct screen *screen = &desk->screen;
    struct rect area = desk_side_area(desk);
    const struct findings *shown = &desk->buffer->shown;
    const struct finding *here = buffer_finding(desk->buffer);
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_SIDE_TITLE))};
    size_t i = nearest(desk->buffer);
    if (i > 0) i--;
    int n = 0;
    for (; i < shown->list.count && n < panel_rows(area); i++) {
        add_finding(desk, &list, i);
        n += draw_finding(screen, area, n, vec_last(&list.items), &shown->list.items[i] == here);
    }
    bool more = i < shown->list.count;
    for (; n < panel_rows(area); n++) {
        panel_begin(screen, area, n, STYLE_PANEL);
        panel_end(screen);
    }
    panel_draw_edges(screen, area, list.title,
                     more ? slice_of(message_text(desk->lang, MESSAGE_READER_MORE)) : SLICE(""));
    list_free(&list);
}
