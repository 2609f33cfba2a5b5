#include "ui/panels/reader.h"

#include "ui/panels/hints.h"
#include "ui/panels/messages.h"
#include "ui/panels/panel.h"

struct reader_passage *reader_add(struct reader *reader, struct slice text, int indent, enum style_id style) {
    struct reader_passage *passage = vec_add(&reader->passages);
    *passage = (struct reader_passage){.indent = indent, .style = style};
    str_append(&passage->text, text);
    reader->columns = 0;
    return passage;
}

void reader_add_text(struct reader *reader, const struct text *text, int indent, enum style_id style) {
    for (size_t i = 0; i < text_line_count(text); i++)
        reader_add(reader, text_line(text, i), indent, style);
}

void reader_clear(struct reader *reader) {
    for (size_t i = 0; i < reader->passages.count; i++)
        str_free(&reader->passages.items[i].text);
    vec_clear(&reader->passages);
    reader->columns = 0;
}

void reader_free(struct reader *reader) {
    reader_clear(reader);
    vec_free(&reader->passages);
    vec_free(&reader->rows);
}

/* Between the title and the status row, as wide as the screen. */
static struct rect frame_of(const struct desk *desk) {
    return (struct rect){1, 0, desk->screen.rows - 2, desk->screen.columns};
}

static size_t visible_rows(const struct desk *desk) {
    int rows = panel_rows(frame_of(desk));
    return rows < 1 ? 1 : (size_t)rows;
}

static void wrap(struct reader *reader, int columns) {
    if (reader->columns == columns) return;
    reader->columns = columns;
    vec_clear(&reader->rows);
    for (size_t i = 0; i < reader->passages.count; i++) {
        const struct reader_passage *passage = &reader->passages.items[i];
        struct slice text = str_slice(&passage->text);
        int room = columns - passage->indent;
        if (room < LAYOUT_COLUMNS_MIN) room = LAYOUT_COLUMNS_MIN;
        size_t at = 0;
        do {
            size_t end = layout_row_end(text, at, room);
            vec_push(&reader->rows, (struct reader_row){i, at, end});
            at = end;
        } while (at < text.len);
    }
}

/* First row of a section, or the end of all rows. */
static size_t section_row(const struct reader *reader, size_t section) {
    size_t count = 0;
    for (size_t i = 0; i < reader->rows.count; i++) {
        const struct reader_row *row = &reader->rows.items[i];
        if (row->start || !reader->passages.items[row->passage].begins) continue;
        if (count++ == section) return i;
    }
    return reader->rows.count;
}

static void draw_row(struct desk *desk, const struct reader *reader, struct rect area, size_t at, size_t n,
                     bool chosen) {
    struct screen *screen = &desk->screen;
    panel_begin(screen, area, (int)at, STYLE_PANEL);
    if (n < reader->rows.count) {
        const struct reader_row *row = &reader->rows.items[n];
        const struct reader_passage *passage = &reader->passages.items[row->passage];
        enum style_id style = chosen ? STYLE_PANEL_CHOSEN : passage->style;
        screen_text(screen, chosen ? SLICE(">") : SLICE(" "), style);
        screen_fill(screen, passage->indent, STYLE_PANEL);
        screen_text(screen, slice_range(str_slice(&passage->text), row->start, row->end), style);
    }
    panel_end(screen);
}

static void draw_reader(struct desk *desk, void *context) {
    struct reader *reader = context;
    struct rect area = frame_of(desk);
    wrap(reader, area.columns - 3);
    size_t visible = visible_rows(desk), rows = reader->rows.count;
    if (reader->top + visible > rows) reader->top = rows > visible ? rows - visible : 0;
    size_t chosen = reader->choosing ? section_row(reader, reader->section) : SIZE_MAX;
    bool more = reader->top + visible < rows;
    panel_draw_edges(&desk->screen, area, reader->title,
                     more ? slice_of(message_text(desk->lang, MESSAGE_READER_MORE)) : SLICE(""));
    for (size_t i = 0; i < visible; i++)
        draw_row(desk, reader, area, i, reader->top + i, reader->top + i == chosen);
    struct hints hints = {0};
    hints_add_panel(&hints, desk->lang, reader->enter, MESSAGE_HINT_CLOSE, reader->hints);
    hints_draw(desk, &hints, 1);
    int at = chosen >= reader->top && chosen - reader->top < visible ? (int)(chosen - reader->top) : 0;
    screen_cursor(&desk->screen, area.row + 1 + at, area.column + 1);
}

static void show_section(struct reader *reader, size_t visible) {
    size_t start = section_row(reader, reader->section), end = section_row(reader, reader->section + 1);
    if (end > reader->top + visible) reader->top = end - visible;
    if (start < reader->top) reader->top = start;
}

/* Down within a section that is longer than the frame, then on to the next. */
static void go_down(struct reader *reader, size_t visible) {
    if (!reader->choosing || section_row(reader, reader->section + 1) > reader->top + visible) {
        reader->top++;
    } else if (section_row(reader, reader->section + 1) < reader->rows.count) {
        reader->section++;
        show_section(reader, visible);
    }
}

static void go_up(struct reader *reader, size_t visible) {
    if (!reader->choosing || section_row(reader, reader->section) < reader->top) {
        if (reader->top) reader->top--;
    } else if (reader->section) {
        reader->section--;
        show_section(reader, visible);
    }
}

bool reader_run(struct desk *desk, struct reader *reader, struct key *key) {
    struct overlay overlay;
    bool open = true;
    desk_open_overlay(desk, &overlay, draw_reader, reader);
    while (open && desk_key(desk, key, NULL)) {
        size_t visible = visible_rows(desk), page = visible > 1 ? visible - 1 : 1;
        wrap(reader, frame_of(desk).columns - 3);
        str_clear(&desk->notice);
        if (key->mods) {
            open = false;
        } else if (key->code == K_DOWN) {
            go_down(reader, visible);
        } else if (key->code == K_UP) {
            go_up(reader, visible);
        } else if (key->code == K_PAGE_DOWN) {
            reader->top += page;
        } else if (key->code == K_PAGE_UP) {
            reader->top -= reader->top < page ? reader->top : page;
        } else if (key->code == K_HOME) {
            reader->top = reader->section = 0;
        } else if (key->code == K_END) {
            reader->top = reader->rows.count;
        } else {
            open = false;
        }
    }
    desk_close_overlay(desk);
    return !desk->leaving;
}
