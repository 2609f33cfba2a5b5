/* The frame around the text: title, status row, hints, and the findings at the side of a wide screen. */
#include "ui/frame.h"

#include "base/safe.h"
#include "base/utf8.h"
#include "draft/front_matter.h"
#include "ui/action.h"
#include "ui/motion.h"
#include "ui/side.h"

enum {
    BOTTOM_ROWS = 2,
    STATUS_ROWS_MAX = 3,
    SIDE_COLUMNS_MIN = 36,
    WORDS_A_MINUTE = 200,
    STATE_BYTES_MAX = 20
};

bool editor_is_wide(const struct editor *editor) {
    return editor->screen.columns >= WIDE_COLUMNS && editor->buffer && editor->buffer->checker;
}

struct rect editor_side_area(const struct editor *editor) {
    int columns = editor->screen.columns / 3;
    if (columns < SIDE_COLUMNS_MIN) columns = SIDE_COLUMNS_MIN;
    return (struct rect){1, editor->screen.columns - columns, editor->screen.rows - 1 - BOTTOM_ROWS, columns};
}

struct rect editor_text_area(const struct editor *editor) {
    struct rect area = {1, 0, editor->screen.rows - 1 - BOTTOM_ROWS, editor->screen.columns};
    if (editor_is_wide(editor)) area.columns = editor_side_area(editor).column;
    return area;
}

static struct slice file_name(const struct buffer *buffer) {
    const char *slash = strrchr(buffer->draft->path, '/');
    return slice_of(slash ? slash + 1 : buffer->draft->path);
}

/* "14 temuan: 2 ganda 1 sumber": kinds that have none are left out. */
static void append_counts(const struct editor *editor, struct str *out, bool kinds_too) {
    static const struct {
        char letter;
        enum message_id name;
    } kinds[] = {{'G', MESSAGE_KIND_G}, {'S', MESSAGE_KIND_S}, {'E', MESSAGE_KIND_E}, {'F', MESSAGE_KIND_F},
                 {'T', MESSAGE_KIND_T}, {'Y', MESSAGE_KIND_Y}, {'M', MESSAGE_KIND_M}};
    const struct findings *shown = &editor->buffer->shown;
    if (editor->state.len && kinds_too) str_printf(out, "%s · ", str_text(&editor->state));
    if (!editor->buffer->checker) {
        message(out, editor->lang, TITLE_UNCHECKED);
        return;
    }
    if (!shown->list.count) {
        message_append(out, editor->lang,
                       checker_done(editor->buffer->checker) && editor->buffer->attached
                           ? MESSAGE_TITLE_CLEAN
                           : MESSAGE_TITLE_CHECKING);
        return;
    }
    message(out, editor->lang, TITLE_FINDINGS, shown->list.count);
    if (!kinds_too) return;
    str_append_byte(out, ':');
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = 0;
        for
            vec_each(const struct finding, finding, &shown->list) n +=
                rule_get(finding->rule)->letter == kinds[i].letter;
        if (n) str_printf(out, " %zu %s", n, message_text(editor->lang, kinds[i].name));
    }
}

static void draw_title(struct editor *editor) {
    struct screen *screen = &editor->screen;
    struct str right = {0};
    append_counts(editor, &right, screen->columns >= 60);
    str_append_byte(&right, ' ');
    screen_begin(screen, 0, 0, screen->columns, STYLE_TITLE);
    int room = screen->columns - screen_width(str_slice(&right));
    if (room < 12) room = screen->columns; /* the name first, on a narrow screen */
    screen_text(screen, SLICE(" "), STYLE_TITLE);
    int width = screen->width;
    screen->width = room;
    if (screen->columns >= 60) screen_text(screen, SLICE("Sunting  "), STYLE_TITLE);
    screen_text(screen, file_name(editor->buffer), STYLE_TITLE);
    if (buffer_changed(editor->buffer)) screen_text(screen, SLICE(" *"), STYLE_TITLE);
    screen_fill(screen, screen_left(screen), STYLE_TITLE);
    screen->width = width;
    screen_text(screen, str_slice(&right), STYLE_TITLE);
    screen_end(screen);
    str_free(&right);
}

static void append_position(struct editor *editor, struct str *out) {
    struct buffer *buffer = editor->buffer;
    size_t cursor = buffer_cursor(buffer), line = text_line_at(buffer->text, cursor);
    size_t start = text_line_start(buffer->text, line);
    size_t column = utf8_count(slice_range(text_line(buffer->text, line), 0, cursor - start));
    message(out, editor->lang, STATUS_PLACE, line + 1, column + 1);
    size_t from, to;
    if (buffer_selection(buffer, &from, &to)) {
        message(out, editor->lang, STATUS_SELECTED, to - from);
    } else if (editor->words) {
        size_t minutes = (editor->words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
        message(out, editor->lang, STATUS_WORDS, editor->words, editor->sentences, minutes);
    }
}

/* The status that the front matter gives the draft. */
static void read_state(struct editor *editor) {
    struct front_matter front = {0};
    front_matter_parse(&front, editor->buffer->text, editor->lang);
    const struct front_key *key = front_matter_key(&front, "status");
    str_clear(&editor->state);
    if (key && key->kind == FRONT_SCALAR && key->value.len <= STATE_BYTES_MAX)
        safe_append(&editor->state, str_slice(&key->value));
    front_matter_free(&front);
}

/* A finding under the cursor says what is wrong; otherwise: where the writer is, and how much there is. Made
 * when the writer pauses, since a column that moves with every key costs half of all bytes. */
static void make_status(struct editor *editor) {
    read_state(editor);
    const struct finding *finding = buffer_finding(editor->buffer);
    str_clear(&editor->status);
    editor->explaining = finding && finding->message && !editor->held;
    if (editor->explaining) {
        str_printf(&editor->status, "%c  ", rule_get(finding->rule)->letter);
        safe_append(&editor->status, slice_of(finding->message));
    } else {
        append_position(editor, &editor->status);
    }
}

/* What is said may take more rows than one, over the text but never over the cursor. */
static void draw_status(struct editor *editor, int cursor_row) {
    struct screen *screen = &editor->screen;
    enum message_id outside = editor->notice.len ? 0 : editor->buffer->outside;
    bool notice = editor->notice.len > 0 || outside;
    enum style_id style = !notice ? STYLE_STATUS : editor->alarm || outside ? STYLE_ALARM : STYLE_NOTICE;
    struct slice text = outside  ? slice_of(message_text(editor->lang, outside))
                        : notice ? str_slice(&editor->notice)
                                 : str_slice(&editor->status);
    int last = screen->rows - BOTTOM_ROWS, room = last - cursor_row,
        rows = notice || editor->explaining ? wrapped_rows(text, screen->columns) : 1;
    if (rows > room) rows = room;
    if (rows > STATUS_ROWS_MAX) rows = STATUS_ROWS_MAX;
    if (rows > 1) {
        draw_wrapped(screen, (struct rect){last - rows + 1, 0, rows, screen->columns}, text, style);
        return;
    }
    screen_begin(screen, last, 0, screen->columns, style);
    screen_text(screen, SLICE(" "), style);
    screen_text(screen, text, style);
    screen_end(screen);
}

void frame_hint(struct editor *editor, struct slice key, struct slice label) {
    struct screen *screen = &editor->screen;
    int need = screen_width(key) + 1 + screen_width(label);
    if (screen->used) screen_fill(screen, screen_left(screen) < 2 ? screen_left(screen) : 2, STYLE_HINT);
    if (screen_left(screen) < need) {
        screen_fill(screen, screen_left(screen), STYLE_HINT);
        return;
    }
    screen_text(screen, key, STYLE_HINT_KEY);
    screen_text(screen, SLICE(" "), STYLE_HINT);
    screen_text(screen, label, STYLE_HINT);
}

void frame_hints_begin(struct editor *editor) {
    screen_begin(&editor->screen, editor->screen.rows - 1, 0, editor->screen.columns, STYLE_HINT);
}

static void hint_action(struct editor *editor, enum action_id id, enum message_id label) {
    struct str key = {0};
    action_append_key(&key, id);
    frame_hint(editor, str_slice(&key), slice_of(message_text(editor->lang, label)));
    str_free(&key);
}

/* What can be done now: the most useful first, the way out always. */
static void draw_hints(struct editor *editor) {
    static const struct {
        enum action_id id;
        enum message_id label;
    } hints[] = {{ACTION_COPY, MESSAGE_HINT_COPY},
                 {ACTION_CUT, MESSAGE_HINT_CUT},
                 {ACTION_FIX, MESSAGE_HINT_FIX},
                 {ACTION_OTHER_COPY, MESSAGE_HINT_OTHER_COPY},
                 {ACTION_SAVE, MESSAGE_HINT_SAVE},
                 {ACTION_QUIT, MESSAGE_HINT_QUIT},
                 {ACTION_NEXT_FINDING, MESSAGE_HINT_NEXT_FINDING},
                 {ACTION_MENU, MESSAGE_HINT_MENU},
                 {ACTION_HELP, MESSAGE_HINT_HELP},
                 {ACTION_UNDO, MESSAGE_HINT_UNDO},
                 {ACTION_FIND, MESSAGE_HINT_FIND}};
    frame_hints_begin(editor);
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        /* What depends on the place of the cursor waits for a pause, as the status row does. */
        if (action_get(hints[i].id)->possible(editor)) hint_action(editor, hints[i].id, hints[i].label);
    }
    screen_end(&editor->screen);
}

static void draw_too_small(struct editor *editor) {
    struct screen *screen = &editor->screen;
    for (int row = 0; row < screen->rows; row++) {
        screen_begin(screen, row, 0, screen->columns, STYLE_TEXT);
        if (row == 0)
            screen_text(screen, slice_of(message_text(editor->lang, MESSAGE_SCREEN_SMALL)), STYLE_TEXT);
        screen_end(screen);
    }
    screen_cursor(screen, 0, 0);
}

void editor_draw(struct editor *editor) {
    struct screen *screen = &editor->screen;
    if (screen->rows < ROWS_MIN || screen->columns < COLUMNS_MIN) {
        draw_too_small(editor);
        screen_flush(screen);
        return;
    }
    int row = 0, column = 0;
    if (editor->buffer) {
        struct rect area = editor_text_area(editor);
        view_follow(editor->buffer, area);
        const struct match *found = editor->found.end > editor->found.start ? &editor->found : NULL;
        editor->held = view_draw(editor->buffer, screen, area, found, &row, &column);
        if (editor->settled) make_status(editor);
        draw_title(editor);
        if (editor_is_wide(editor)) side_draw(editor, NULL);
        draw_status(editor, row);
        draw_hints(editor);
    }
    screen_cursor(screen, row, column);
    /* Overlays from the lowest to the topmost, which has the cursor. */
    for (size_t depth = 0;; depth++) {
        const struct overlay *overlay = editor->overlay;
        size_t count = 0;
        for (; overlay; overlay = overlay->below)
            count++;
        if (depth >= count) break;
        overlay = editor->overlay;
        for (size_t skip = count - 1 - depth; skip > 0; skip--)
            overlay = overlay->below;
        overlay->draw(editor, overlay->context);
    }
    screen_flush(screen);
}
