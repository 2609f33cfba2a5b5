#include "ui/panels/list.h"

#include "ui/page/wrap.h"
#include "ui/panels/hints.h"
#include "ui/panels/panel.h"

enum { EXPLAINED_COLUMNS = 64, EXPLAINED_ROWS = 9, EXPLAINED_FROM = 7, ROOMY_COLUMNS = 60 };

struct list_item *list_add(struct list *list, struct slice text, size_t value) {
    struct list_item *item = vec_add(&list->items);
    item->value = value;
    item->left_style = STYLE_PANEL;
    str_append(&item->text, text);
    return item;
}

void list_add_choice(struct desk *desk, struct list *list, enum message_id text, size_t value,
                     const char *key) {
    struct list_item *item = list_add(list, slice_of(message_text(desk->lang, text)), value);
    str_append_text(&item->right, key);
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

static bool has_headings(const struct list *list) {
    for
        vec_each(const struct list_item, item, &list->items) if (item->heading) return true;
    return false;
}

/* Columns before the text of an item: below headings the items stand in. */
static int indent_of(const struct list *list, const struct list_item *item) {
    return !item->heading && !item->inert && has_headings(list) ? 3 : 1;
}

static int width_of(const struct desk *desk, const struct list *list) {
    int wide = screen_width(list->title) + 6, most = desk->screen.columns;
    if (screen_width(list->intro) + 5 > wide) wide = screen_width(list->intro) + 5;
    for
        vec_each(const struct list_item, item, &list->items) {
            int width = indent_of(list, item) + screen_width(str_slice(&item->left)) +
                        screen_width(str_slice(&item->text)) + screen_width(str_slice(&item->right)) + 6;
            if (width > wide) wide = width;
        }
    if (list->explain && wide < EXPLAINED_COLUMNS) wide = EXPLAINED_COLUMNS;
    if (most >= ROOMY_COLUMNS) most -= 4;
    return wide > most ? most : wide;
}

/* Below what the list is about, else above it, else wherever it fits. */
static int row_of(const struct desk *desk, const struct list *list, int rows) {
    int end = desk->screen.rows - 1; /* the hints stay */
    if (!list->about) return 1 + (end - 1 - rows) / 2;
    if (list->about_end + 1 + rows <= end - 1) return list->about_end + 1;
    if (list->about - rows >= 1) return list->about - rows;
    return end - rows;
}

static struct rect list_area(const struct desk *desk, const struct list *list) {
    if (list->at_side && desk_is_wide(desk)) return desk_side_area(desk);
    int columns = width_of(desk, list), most = desk->screen.rows - 2;
    int rows = (int)list->items.count + 2 + wrapped_rows(list->intro, columns - 2) +
               (list->explain ? 1 + EXPLAINED_ROWS : 0);
    if (rows > most) rows = most;
    return (struct rect){row_of(desk, list, rows), (desk->screen.columns - columns) / 2, rows, columns};
}

static void draw_item(struct desk *desk, const struct list *list, const struct list_item *item,
                      struct rect area, int row, bool chosen) {
    struct screen *screen = &desk->screen;
    enum style_id style = chosen ? STYLE_PANEL_CHOSEN : item->heading ? STYLE_PANEL_TITLE : STYLE_PANEL;
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

static bool can_be_chosen(const struct list *list, size_t n) {
    return !list->items.items[n].heading && !list->items.items[n].inert;
}

/* Brings the chosen item into view; before the first one, what stands above it as well. */
static void scroll(struct list *list, size_t visible) {
    size_t first = 0;
    while (first < list->items.count && !can_be_chosen(list, first))
        first++;
    if (list->chosen <= first) list->top = 0;
    if (list->chosen < list->top) list->top = list->chosen;
    if (list->chosen >= list->top + visible) list->top = list->chosen + 1 - visible;
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
    return rows < area.rows / 2 ? area.rows / 2 : rows;
}

static void draw_list(struct desk *desk, void *context) {
    struct list *list = context;
    struct screen *screen = &desk->screen;
    struct rect area = list_area(desk, list);
    int explained = explained_rows(list, area), cursor = 0, rows = panel_rows(area);
    int intro = panel_draw_text(screen, area, 0, rows / 2, list->intro, STYLE_PANEL_TITLE);
    int visible = rows - explained - intro;
    if (visible < 1) visible = 1;
    scroll(list, (size_t)visible);
    bool more = list->top + (size_t)visible < list->items.count;
    panel_draw_edges(screen, area, list->title,
                     more ? slice_of(message_text(desk->lang, MESSAGE_READER_MORE)) : SLICE(""));
    for (int i = 0; i < visible; i++) {
        size_t n = list->top + (size_t)i;
        if (n < list->items.count) {
            draw_item(desk, list, &list->items.items[n], area, intro + i, n == list->chosen);
        } else {
            panel_begin(screen, area, intro + i, STYLE_PANEL);
            panel_end(screen);
        }
        if (n == list->chosen) cursor = intro + i;
    }
    if (explained) draw_explanation(desk, list, area, explained);
    struct hints hints = {0};
    hints_add_panel(&hints, desk->lang, list->enter, MESSAGE_HINT_CLOSE, list->hints);
    hints_draw(desk, &hints, 1);
    screen_cursor(screen, area.row + 1 + cursor, area.column + 1);
}

/* The nearest item that can be chosen, from n on in this direction; count when there is none. */
static size_t nearest(const struct list *list, size_t n, bool back) {
    while (n < list->items.count && !can_be_chosen(list, n))
        n = back ? n - 1 : n + 1; /* before 0 comes SIZE_MAX */
    return n < list->items.count ? n : list->items.count;
}

static void choose(struct list *list, long step) {
    size_t count = list->items.count;
    if (!count) return;
    long to = (long)list->chosen + step;
    to = to < 0 ? 0 : to >= (long)count ? (long)count - 1 : to;
    size_t found = nearest(list, (size_t)to, step < 0);
    if (found == count) found = nearest(list, (size_t)to, step >= 0);
    if (found < count) list->chosen = found;
}

bool list_run(struct desk *desk, struct list *list, struct key *key) {
    struct overlay overlay;
    bool open = true;
    if (list->chosen < list->items.count && !can_be_chosen(list, list->chosen)) choose(list, 1);
    desk_open_overlay(desk, &overlay, draw_list, list);
    while (open && desk_key(desk, key, NULL)) {
        str_clear(&desk->notice);
        long page = list_area(desk, list).rows / 2;
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
    desk_close_overlay(desk);
    return !desk->leaving;
}
