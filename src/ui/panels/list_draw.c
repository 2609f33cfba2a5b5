#include "ui/panels/list_draw.h"

#include "ui/page/wrap.h"
#include "ui/panels/hints.h"
#include "ui/panels/messages.h"
#include "ui/panels/panel.h"

enum {
    EXPLAINED_COLUMNS = 64,
    EXPLAINED_ROWS = 9,
    EXPLAINED_FROM = 7,
    ROOMY_COLUMNS = 60,
    ROWS_FEW = 8,
    ROWS_LEAST = 5 /* two edges and three items */
};

static bool has_headings(const struct list *list) {
    vec_each(const struct list_item, item, &list->items)
        if (item->heading) return true;
    return false;
}

/* Columns before the text of an item: below headings the items stand in. */
static int indent_of(const struct list *list, const struct list_item *item) {
    return !item->heading && !item->inert && has_headings(list) ? 3 : 1;
}

static int width_of(const struct desk *desk, const struct list *list) {
    int wide = screen_width(list->title) + 6, most = desk->screen.columns;
    if (screen_width(list->intro) + 5 > wide) wide = screen_width(list->intro) + 5;
    vec_each(const struct list_item, item, &list->items) {
        int width = indent_of(list, item) + screen_width(str_slice(&item->left)) +
                    screen_width(str_slice(&item->text)) + screen_width(str_slice(&item->right)) + 6;
        if (width > wide) wide = width;
    }
    if (list->explain && wide < EXPLAINED_COLUMNS) wide = EXPLAINED_COLUMNS;
    if (most >= ROOMY_COLUMNS) most -= 4;
    return wide > most ? most : wide;
}

/* The status row and the hints stay; on a screen of a few rows the hints alone. */
static int rows_end(const struct desk *desk) {
    return desk->screen.rows - (desk->screen.rows < ROWS_FEW ? 1 : BOTTOM_ROWS);
}

/* Below what the list is about, else above it, else on the side with more room, fewer rows of it. Only what
 * leaves no room at all is covered. */
static void place_rows(const struct desk *desk, const struct list *list, int *row, int *rows) {
    int end = rows_end(desk), below = end - list->about_end - 1, above = list->about - 1;
    *row = 1 + (end - 1 - *rows) / 2;
    if (!list->about) return;
    int room = *rows <= below || below >= above ? below : above;
    if (*rows > room && room >= ROWS_LEAST) *rows = room;
    *row = *rows > room ? end - *rows : room == below ? list->about_end + 1 : list->about - *rows;
}

static struct rect list_area(const struct desk *desk, const struct list *list) {
    if (list->at_side && desk_is_wide(desk)) return desk_side_area(desk);
    int columns = width_of(desk, list), most = rows_end(desk) - 1;
    int rows = (int)list->items.count + 2 + wrapped_rows(list->intro, columns - 2) +
               (list->explain ? 1 + EXPLAINED_ROWS : 0);
    int row;
    if (rows > most) rows = most;
    place_rows(desk, list, &row, &rows);
    return (struct rect){row, (desk->screen.columns - columns) / 2, rows, columns};
}

static void draw_item(struct desk *desk, const struct list *list, const struct list_item *item,
                      struct rect area, int row, bool chosen) {
    struct screen *screen = &desk->screen;
    enum style_id style = chosen          ? STYLE_PANEL_CHOSEN
                          : item->heading ? STYLE_PANEL_TITLE
                          : item->dim     ? STYLE_PANEL_FAINT
                                          : STYLE_PANEL;
    panel_begin(screen, area, row, style);
    screen_fill(screen, indent_of(list, item), style);
    if (item->left.len) {
        screen_text(screen, str_slice(&item->left), chosen ? style : item->left_style);
        screen_fill(screen, 1, style);
    }
    int width = screen->width, right = screen_width(str_slice(&item->right));
    screen->width -= (right ? right + 1 : 0) + 1;
    screen_text(screen, str_slice(&item->text), style);
    screen_fill(screen, screen_left(screen), style);
    screen->width = width;
    screen_fill(screen, right ? 1 : 0, style);
    screen_text(screen, str_slice(&item->right), style);
    panel_end(screen);
}

/* Brings the chosen item into view; before the first one, what stands above it as well. */
static void scroll(struct list *list, size_t visible) {
    size_t first = 0, place = list_place(list);
    while (first < list->seen.count && !list_can_choose(list, first))
        first++;
    if (place <= first) list->top = 0;
    if (place < list->top) list->top = place;
    if (place >= list->top + visible) list->top = place + 1 - visible;
}

/* In the last rows of the panel, below a line. */
static void draw_explanation(struct desk *desk, const struct list *list, struct rect area, int rows) {
    struct str text = {0};
    if (list->chosen < list->items.count) list->explain(desk, list, &list->items.items[list->chosen], &text);
    int n = panel_rows(area) - rows;
    panel_draw_line(&desk->screen, area, n++);
    n += panel_draw_text(&desk->screen, area, n, panel_rows(area) - n, str_slice(&text), STYLE_PANEL);
    for (; n < panel_rows(area); n++) {
        panel_begin(&desk->screen, area, n, STYLE_PANEL);
        panel_end(&desk->screen);
    }
    str_free(&text);
}

/* Rows for the line and the explanation: what the items leave, but at least half of a large panel. */
static int explained_rows(const struct list *list, struct rect area) {
    int rows = panel_rows(area) - (int)list->items.count;
    if (!list->explain || panel_rows(area) < EXPLAINED_FROM) return 0;
    if (list->explained) return 1 + list->explained;
    return rows < area.rows / 2 ? area.rows / 2 : rows;
}

/* The status row says the same as the intro, so it is left out rather than the items. */
static int intro_rows(const struct list *list, struct rect area) {
    int need = wrapped_rows(list->intro, area.columns - 2), rows = panel_rows(area);
    int left = rows - (int)list->items.count, most = left > rows / 2 ? left : rows / 2;
    if (need > most) need = most;
    return rows - need < ROWS_LEAST - 2 && (int)list->items.count > rows - need ? 0 : need;
}

int list_rows(const struct desk *desk, const struct list *list) {
    return list_area(desk, list).rows;
}

/* In the lower edge: the filter, or that there is more below. */
static void draw_edges(struct desk *desk, const struct list *list, struct rect area, bool more) {
    struct str note = {0};
    if (list->filter.len)
        message(&note, desk->lang, LIST_FILTER, str_text(&list->filter));
    else if (more)
        message_append(&note, desk->lang, MESSAGE_READER_MORE);
    panel_draw_edges(&desk->screen, area, list->title, str_slice(&note));
    str_free(&note);
}

static void draw_nothing(struct desk *desk, const struct list *list, struct rect area, int row, int most) {
    struct str text = {0};
    message(&text, desk->lang, LIST_NOTHING, str_text(&list->filter));
    panel_draw_text(&desk->screen, area, row, most, str_slice(&text), STYLE_PANEL);
    str_free(&text);
}

/* Without a draft there is nothing to say in the status row, and on a narrow screen the hints have it as
 * well. */
static void draw_hints(struct desk *desk, const struct list *list) {
    static const message_id filter[] = {MESSAGE_KEY_LETTERS, MESSAGE_HINT_FILTER, 0};
    struct hints hints = {0};
    hints_add_panel(&hints, desk->lang, list->enter, MESSAGE_HINT_CLOSE, list->hints);
    if (list->filters)
        hints_add(&hints, slice_of(message_text(desk->lang, filter[0])),
                  slice_of(message_text(desk->lang, filter[1])));
    int rows = hints_rows(desk, &hints),
        most = desk->buffer || desk->screen.rows < ROWS_FEW ? 1 : BOTTOM_ROWS;
    hints_draw(desk, &hints, rows < most ? rows : most);
}

void list_draw(struct desk *desk, void *context) {
    struct list *list = context;
    struct screen *screen = &desk->screen;
    list_see(list);
    struct rect area = list_area(desk, list);
    int explained = explained_rows(list, area), rows = panel_rows(area);
    int intro = intro_rows(list, area);
    panel_draw_text(screen, area, 0, intro, list->intro, STYLE_PANEL_TITLE);
    int visible = rows - explained - intro;
    if (visible < 1) visible = 1;
    scroll(list, (size_t)visible);
    draw_edges(desk, list, area, list->top + (size_t)visible < list->seen.count);
    for (int i = 0; i < visible; i++) {
        size_t place = list->top + (size_t)i;
        if (place < list->seen.count) {
            size_t n = list->seen.items[place];
            draw_item(desk, list, &list->items.items[n], area, intro + i, n == list->chosen);
        } else {
            panel_begin(screen, area, intro + i, STYLE_PANEL);
            panel_end(screen);
        }
    }
    if (!list->seen.count && list->filter.len) draw_nothing(desk, list, area, intro, visible);
    if (explained) draw_explanation(desk, list, area, explained);
    draw_hints(desk, list);
    int cursor = intro + (int)(list_place(list) - list->top);
    screen_cursor(screen, area.row + 1 + cursor, area.column + 1);
}
