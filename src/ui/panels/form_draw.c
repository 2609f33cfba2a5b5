#include "ui/panels/form_draw.h"

#include "ui/panels/field_rows.h"
#include "ui/panels/hints.h"
#include "ui/panels/messages.h"
#include "ui/panels/panel.h"

enum { FORM_COLUMNS = 80, FORM_ROOMY = 50, LABEL_COLUMNS = 14, LABEL_NARROW = 11, REMARK_COLUMNS = 25 };

static int columns_of(const struct screen *screen) {
    return screen->columns < FORM_COLUMNS + 4 ? screen->columns : FORM_COLUMNS;
}

static bool is_roomy(const struct screen *screen) {
    return columns_of(screen) > FORM_ROOMY;
}

static int label_columns(const struct screen *screen) {
    return is_roomy(screen) ? LABEL_COLUMNS : LABEL_NARROW;
}

int form_columns(const struct desk *desk) {
    const struct screen *screen = &desk->screen;
    int columns = columns_of(screen) - 1 - label_columns(screen) - (is_roomy(screen) ? REMARK_COLUMNS : 0);
    return columns < LAYOUT_COLUMNS_MIN ? LAYOUT_COLUMNS_MIN : columns;
}

static struct rect area_of(const struct screen *screen, int rows) {
    int columns = columns_of(screen), most = screen->rows - 2, height = rows + 2 < most ? rows + 2 : most;
    return (struct rect){height + 4 <= most ? 3 : 1, (screen->columns - columns) / 2, height, columns};
}

/* One row of a field; what is said of it stands beside the first, where there is room. */
static void draw_row(struct desk *desk, const struct form *form, size_t field, struct slice text, bool first,
                     struct rect area, int n) {
    struct screen *screen = &desk->screen;
    enum style_id style = field == form->chosen ? STYLE_PANEL_CHOSEN : STYLE_PANEL;
    struct str remark = {0};
    panel_begin(screen, area, n, STYLE_PANEL);
    screen_fill(screen, 1, STYLE_PANEL);
    int width = screen->width;
    screen->width = label_columns(screen);
    if (first) screen_text(screen, slice_of(message_text(desk->lang, form_label(field))), STYLE_PANEL);
    screen_fill(screen, screen_left(screen), STYLE_PANEL);
    screen->width = width - (is_roomy(screen) ? REMARK_COLUMNS : 0);
    screen_text(screen, text, style);
    screen_fill(screen, screen_left(screen), style);
    screen->width = width;
    if (first && is_roomy(screen)) form_remark(form, field, desk->lang, &remark);
    screen_fill(screen, 1, STYLE_PANEL);
    screen_text(screen, str_slice(&remark), STYLE_PANEL);
    panel_end(screen);
    str_free(&remark);
}

struct form_rows {
    struct field_rows fields[FIELD_COUNT];
    int first[FIELD_COUNT]; /* row of the form */
    int count;
};

static void find_rows(const struct desk *desk, const struct form *form, struct form_rows *rows) {
    rows->count = 0;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        field_rows_find(&rows->fields[i], &form->fields[i], form_columns(desk));
        rows->first[i] = rows->count;
        rows->count += (int)rows->fields[i].list.count;
    }
}

static void draw_edges(struct desk *desk, const struct form *form, struct rect area) {
    struct str remark = {0};
    if (!is_roomy(&desk->screen)) form_remark(form, form->chosen, desk->lang, &remark);
    panel_draw_edges(&desk->screen, area, slice_of(message_text(desk->lang, MESSAGE_FORM_HEADING)),
                     str_slice(&remark));
    str_free(&remark);
}

static void draw_fields(struct desk *desk, const struct form *form, const struct form_rows *rows,
                        struct rect area, int top) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        struct slice text = str_slice(&form->fields[i].text);
        for (size_t r = 0; r < rows->fields[i].list.count; r++) {
            struct field_row row = rows->fields[i].list.items[r];
            int n = rows->first[i] + (int)r - top;
            if (n >= 0 && n < panel_rows(area))
                draw_row(desk, form, i, slice_range(text, row.start, row.end), r == 0, area, n);
        }
    }
}

void form_draw(struct desk *desk, void *context) {
    static const message_id pairs[] = {MESSAGE_KEY_SAVE,
                                       MESSAGE_HINT_SAVE,
                                       MESSAGE_KEY_F3,
                                       MESSAGE_HINT_KEEP,
                                       MESSAGE_KEY_F4,
                                       MESSAGE_HINT_RAW,
                                       0};
    const struct form *form = context;
    struct form_rows rows;
    struct hints hints = {0};
    find_rows(desk, form, &rows);
    struct rect area = area_of(&desk->screen, rows.count);
    const struct field_rows *chosen = &rows.fields[form->chosen];
    int at = rows.first[form->chosen] + (int)chosen->row, visible = panel_rows(area);
    int top = at < visible ? 0 : at + 1 - visible;
    draw_edges(desk, form, area);
    draw_fields(desk, form, &rows, area, top);
    hints_add_panel(&hints, desk->lang, MESSAGE_HINT_NEXT_FIELD, MESSAGE_HINT_CANCEL, pairs);
    hints_draw(desk, &hints, 1);
    screen_cursor(&desk->screen, area.row + 1 + at - top,
                  area.column + label_columns(&desk->screen) + chosen->column);
    for (size_t i = 0; i < FIELD_COUNT; i++)
        vec_free(&rows.fields[i].list);
}
