#include "ui/panels/desk.h"

enum { SIDE_COLUMNS_MIN = 36 };

bool desk_key(struct desk *desk, struct key *key, struct str *pasted) {
    return desk->wait(desk, key, pasted);
}

void desk_open_overlay(struct desk *desk, struct overlay *overlay, void (*draw)(struct desk *, void *),
                       void *context) {
    *overlay = (struct overlay){draw, context, desk->overlay};
    desk->overlay = overlay;
    desk->stale = true;
}

void desk_close_overlay(struct desk *desk) {
    desk->overlay = desk->overlay->below;
    desk->stale = true;
}

void desk_tell(struct desk *desk, message_id name) {
    str_clear(&desk->notice);
    desk->alarm = false;
    message_append(&desk->notice, desk->lang, name);
}

void desk_complain(struct desk *desk, const struct error *e) {
    str_clear(&desk->notice);
    str_append(&desk->notice, str_slice(&e->text));
    desk->alarm = true;
}

bool desk_is_wide(const struct desk *desk) {
    return desk->screen.columns >= WIDE_COLUMNS && desk->buffer && desk->buffer->checkable;
}

struct rect desk_side_area(const struct desk *desk) {
    int columns = desk->screen.columns / 3;
    if (columns < SIDE_COLUMNS_MIN) columns = SIDE_COLUMNS_MIN;
    return (struct rect){1, desk->screen.columns - columns, desk->screen.rows - 1 - BOTTOM_ROWS, columns};
}

struct rect desk_text_area(const struct desk *desk) {
    struct rect area = {1, 0, desk->screen.rows - 1 - BOTTOM_ROWS, desk->screen.columns};
    if (desk_is_wide(desk)) area.columns = desk_side_area(desk).column;
    return area;
}

void desk_show(struct desk *desk, size_t start, size_t end) {
    buffer_go(desk->buffer, end, false);
    view_follow(desk->buffer, desk_text_area(desk));
    buffer_go(desk->buffer, start, false);
}
