#include "ui/panels/mirror.h"

#include "training/classview.h"
#include "ui/panels/hints.h"
#include "ui/panels/messages.h"

enum { LOOK_MS = 300, BELOW = 2 };

struct following {
    struct mirror mirror;
    struct str said;
    const struct class_person *person;
};

/* The rows around its cursor, where it is higher than this screen. */
static void draw(struct desk *desk, void *context) {
    struct following *following = context;
    struct screen *screen = &desk->screen;
    const struct mirror *mirror = &following->mirror;
    int room = screen->rows - BELOW, row = 0, first = (int)mirror->row + 1 - room;
    struct slice rest = str_slice(&mirror->rows);
    if (first < 0) first = 0;
    for (int i = 0; i < first && rest.len; i++)
        slice_cut(&rest, '\n');
    for (; row < room; row++) {
        struct slice line = slice_cut(&rest, '\n');
        screen_begin(screen, row, 0, screen->columns, STYLE_TEXT);
        screen_text(screen, line, STYLE_TEXT);
        screen_end(screen);
    }
    screen_begin(screen, room, 0, screen->columns, STYLE_NOTICE);
    screen_text(screen, SLICE(" "), STYLE_NOTICE);
    screen_text(screen, str_slice(&following->said), STYLE_NOTICE);
    screen_end(screen);
    struct hints hints = {0};
    hints_add_panel(&hints, desk->lang, 0, MESSAGE_HINT_CLOSE, NULL);
    hints_draw(desk, &hints, 1);
    int column = (int)mirror->column < screen->columns ? (int)mirror->column : screen->columns - 1;
    screen_cursor(screen, (int)mirror->row - first, column);
}

static int look(struct desk *desk, void *context) {
    struct following *following = context;
    struct mirror fresh = {0};
    if (mirror_read(&fresh, str_text(&following->person->folder))) {
        str_free(&following->mirror.rows);
        following->mirror = fresh;
        desk->stale = true;
    } else {
        str_free(&fresh.rows);
    }
    return LOOK_MS;
}

void mirror_run(struct desk *desk, struct classview *view, const struct roster_person *who, struct error *e) {
    struct following following = {0};
    struct desk_tick before = desk->tick;
    struct overlay overlay;
    struct key key = {0};
    vec_each(const struct class_person, person, &view->people)
        if (person->who == who) following.person = person;
    if (!following.person || !classview_follow(view, following.person, e)) return;
    message(&following.said, desk->lang, CLASS_FOLLOWING, str_text(&who->name), str_text(&who->login));
    desk->tick = (struct desk_tick){.run = look, .context = &following};
    desk_open_overlay(desk, &overlay, draw, &following);
    while (desk_key(desk, &key, NULL) && key.code != K_ESCAPE && key.code != K_ENTER &&
           !(key.code == 'q' && key.mods == MOD_CTRL))
        ;
    desk_close_overlay(desk);
    desk->tick = before;
    classview_follow(view, NULL, e);
    str_free(&following.mirror.rows);
    str_free(&following.said);
}
