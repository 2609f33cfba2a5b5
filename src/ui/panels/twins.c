#include "ui/panels/twins.h"

#include "draft/merge.h"
#include "ui/panels/archive_text.h"
#include "ui/panels/hints.h"
#include "ui/panels/messages.h"
#include "ui/panels/panel.h"

#include <stdlib.h>

enum { BESIDE_COLUMNS = 60, SIDES = 2 };

struct twin {
    struct text *words; /* one a line */
    uint8_t *marked;    /* by word: the other twin lacks it */
    struct str title;
};

struct twins {
    struct twin sides[SIDES];
    bool equal, removable;
    bool old;      /* the second is of the archive: there is no way to it */
    int top, most; /* rows scrolled, and the most that makes sense */
};

static void read_words(struct slice bytes, struct twin *twin) {
    struct str words = {0};
    for (size_t i = 0; i < bytes.len; i++) {
        bool space = bytes.data[i] == ' ' || bytes.data[i] == '\n' || bytes.data[i] == '\t';
        if (!space)
            str_append_byte(&words, bytes.data[i]);
        else if (words.len && words.data[words.len - 1] != '\n')
            str_append_byte(&words, '\n');
    }
    twin->words = text_with(str_slice(&words));
    twin->marked = memory_zero(text_line_count(twin->words) + 1, 1);
    str_free(&words);
}

static void read_twin(const struct text *text, struct twin *twin, size_t start, size_t end) {
    struct str bytes = {0};
    text_copy(text, start, end, &bytes);
    read_words(str_slice(&bytes), twin);
    str_free(&bytes);
}

static void mark(struct twin *twin, struct lines lines) {
    memset(twin->marked + lines.first, 1, lines.count);
}

static void compare(struct twins *twins) {
    struct differences found;
    differences_find(&found, twins->sides[0].words, twins->sides[1].words);
    vec_each(const struct difference, difference, &found.list) {
        mark(&twins->sides[0], difference->a);
        mark(&twins->sides[1], difference->b);
    }
    twins->equal = !found.list.count;
    vec_free(&found.list);
}

/* The first word of the row after the one that begins with word n. */
static size_t row_end(const struct twin *twin, size_t n, int columns) {
    size_t count = text_line_count(twin->words), first = n;
    for (int used = 0; n < count; n++) {
        used += screen_width(text_line(twin->words, n)) + (n > first);
        if (n > first && used > columns) break;
    }
    return n;
}

static void draw_row(struct screen *screen, const struct twin *twin, size_t from, size_t end) {
    screen_fill(screen, 1, STYLE_PANEL);
    for (size_t n = from; n < end; n++) {
        if (n > from) screen_fill(screen, 1, STYLE_PANEL);
        screen_text(screen, text_line(twin->words, n), twin->marked[n] ? STYLE_MATCH : STYLE_PANEL);
    }
}

/* Returns how many rows the twin has. */
static int draw_twin(struct desk *desk, const struct twin *twin, struct rect area, int top,
                     struct slice note) {
    struct screen *screen = &desk->screen;
    size_t n = 0, count = text_line_count(twin->words);
    int rows = 0;
    panel_draw_edges(screen, area, str_slice(&twin->title), note);
    while (n < count || rows - top < panel_rows(area)) {
        size_t end = row_end(twin, n, area.columns - 4);
        if (rows >= top && rows - top < panel_rows(area)) {
            panel_begin(screen, area, rows - top, STYLE_PANEL);
            draw_row(screen, twin, n, end);
            panel_end(screen);
        }
        rows++;
        n = end;
    }
    return rows;
}

static void draw(struct desk *desk, void *context) {
    struct twins *twins = context;
    const struct screen *screen = &desk->screen;
    static const message_id both[] = {MESSAGE_KEY_H, MESSAGE_HINT_REMOVE_HERE, MESSAGE_KEY_L,
                                      MESSAGE_HINT_TO_COPY, 0};
    const message_id *jump = both + 2;
    struct hints hints = {0};
    int rows = screen->rows - 2, half = rows / 2;
    struct rect areas[SIDES] = {{1, 0, half, screen->columns}, {1 + half, 0, rows - half, screen->columns}};
    if (screen->columns >= BESIDE_COLUMNS) {
        half = screen->columns / 2;
        areas[0] = (struct rect){1, 0, rows, half};
        areas[1] = (struct rect){1, half, rows, screen->columns - half};
    }
    message_id told = twins->equal ? MESSAGE_TWINS_EQUAL : MESSAGE_TWINS_MARKED;
    twins->most = 0;
    for (size_t i = 0; i < SIDES; i++) {
        int long_by = draw_twin(desk, &twins->sides[i], areas[i], twins->top,
                                i == 0 ? slice_of(message_text(desk->lang, told)) : SLICE("")) -
                      panel_rows(areas[i]);
        if (long_by > twins->most) twins->most = long_by;
    }
    hints_add_panel(&hints, desk->lang, 0, MESSAGE_HINT_CLOSE,
                    twins->removable ? both
                    : twins->old     ? NULL
                                     : jump);
    hints_draw(desk, &hints, 1);
    screen_cursor(&desk->screen, areas[0].row + 1, areas[0].column + 1);
}

static void scroll(struct twins *twins, int by) {
    twins->top += by;
    if (twins->top > twins->most) twins->top = twins->most;
    if (twins->top < 0) twins->top = 0;
}

static enum twins_end run(struct desk *desk, struct twins *twins) {
    struct key key;
    while (desk_key(desk, &key, NULL)) {
        if (key_is(key, K_DOWN) || key_is(key, K_UP)) {
            scroll(twins, key.code == K_DOWN ? 1 : -1);
            continue;
        }
        if (twins->removable && !key.mods && (key.code == 'h' || key.code == 'H')) return TWINS_REMOVE;
        if (!twins->old && !key.mods && (key.code == 'l' || key.code == 'L')) return TWINS_JUMP;
        break;
    }
    return TWINS_CLOSED;
}

static enum twins_end show(struct desk *desk, struct twins *twins) {
    struct overlay overlay;
    compare(twins);
    desk_open_overlay(desk, &overlay, draw, twins);
    enum twins_end end = run(desk, twins);
    desk_close_overlay(desk);
    for (size_t i = 0; i < SIDES; i++) {
        text_free(twins->sides[i].words);
        free(twins->sides[i].marked);
        str_free(&twins->sides[i].title);
    }
    return end;
}

enum twins_end twins_show(struct desk *desk, const struct finding *finding, bool removable) {
    struct twins twins = {.removable = removable};
    const struct related *other = &finding->related.items[0];
    const struct text *text = desk->buffer->text;
    read_twin(text, &twins.sides[0], finding->start, finding->end);
    read_twin(text, &twins.sides[1], other->start, other->end);
    message(&twins.sides[0].title, desk->lang, TWINS_HERE, buffer_line_number(desk->buffer, finding->start));
    message(&twins.sides[1].title, desk->lang, TWINS_THERE, buffer_line_number(desk->buffer, other->start));
    return show(desk, &twins);
}

/* The first sentence is the finding's own, those after it are the related ones, in the same order. */
void twins_show_archived(struct desk *desk, const struct finding *finding) {
    struct twins twins = {.old = true};
    struct str here = {0}, there = {0};
    for (size_t i = 0; i < finding->archived.count; i++) {
        const struct related *also = i && i <= finding->related.count ? &finding->related.items[i - 1] : NULL;
        text_copy(desk->buffer->text, also ? also->start : finding->start, also ? also->end : finding->end,
                  &here);
        str_append_byte(&here, ' ');
        archive_sentence(desk->archive, &finding->archived.items[i], &there);
        str_append_byte(&there, ' ');
    }
    read_words(str_slice(&here), &twins.sides[0]);
    read_words(str_slice(&there), &twins.sides[1]);
    message(&twins.sides[0].title, desk->lang, TWINS_HERE, buffer_line_number(desk->buffer, finding->start));
    archive_append_title(&twins.sides[1].title, desk->lang, &finding->archived.items[0]);
    str_free(&here);
    str_free(&there);
    show(desk, &twins);
}

/* The other place of the finding under the cursor; from there, back to the finding. */
static bool other_place(const struct buffer *buffer, size_t *start, size_t *end) {
    const struct finding *here = buffer_finding(buffer);
    size_t cursor = buffer_cursor(buffer);
    if (here && here->related.count) {
        *start = here->related.items[0].start;
        *end = here->related.items[0].end;
        return true;
    }
    if (buffer->attached) checker_settle(buffer->checker);
    vec_each(const struct finding, finding, &buffer->shown.list)
        vec_each(const struct related, related, &finding->related)
            if (related->start <= cursor && cursor < related->end) {
                *start = finding->start;
                *end = finding->end;
                return true;
            }
    return false;
}

bool twins_can_jump(const struct buffer *buffer) {
    size_t start, end;
    return other_place(buffer, &start, &end);
}

void twins_jump(struct desk *desk) {
    size_t start, end;
    if (!other_place(desk->buffer, &start, &end)) return;
    desk_show(desk, start, end);
    desk->found = (struct match){start, end};
    desk_say(desk, JUMPED_TO_COPY);
}
