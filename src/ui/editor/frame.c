/* The frame around the text: title, status row, hints, and the findings at the side of a wide screen. */
#include "base/safe.h"
#include "base/utf8.h"
#include "draft/front/front_matter.h"
#include "training/attempt.h"
#include "ui/editor/action.h"
#include "ui/editor/drafts.h"
#include "ui/editor/messages.h"
#include "ui/page/kinds.h"
#include "ui/page/wrap.h"
#include "ui/panels/hints.h"
#include "ui/panels/lesson.h"
#include "ui/panels/messages.h"
#include "ui/panels/side.h"

enum {
    STATUS_ROWS_MAX = 3,
    WORDS_A_MINUTE = 200,
    STATE_BYTES_MAX = 20,
    NAMED_COLUMNS = 60, /* from here on there is room for the name of the program */
    NAME_COLUMNS_MIN = 12
};

struct slice editor_draft_name(const struct editor *editor) {
    const char *path = editor->desk.buffer->draft->path, *slash = strrchr(path, '/');
    return slice_of(slash ? slash + 1 : *path ? path : message_text(editor->desk.lang, MESSAGE_UNNAMED));
}

/* "14 temuan: 2 ganda 1 sumber": kinds that have none are left out. */
static void append_counts(const struct editor *editor, struct str *out, bool kinds_too) {
    const struct findings *shown = &editor->desk.buffer->shown;
    const struct attempt *attempt = editor->desk.attempt;
    if (attempt && attempt->judged) {
        lesson_append_state(attempt, editor->desk.lang, out);
        return;
    }
    if (editor->state.len && kinds_too) str_printf(out, "%s · ", str_text(&editor->state));
    if (!editor->desk.buffer->checkable) {
        message(out, editor->desk.lang, TITLE_UNCHECKED);
        return;
    }
    struct buffer *buffer = editor->desk.buffer;
    bool here = buffer_in_parts(buffer);
    if (here && !checker_reaches(buffer->checker, view_top_line(buffer))) {
        message_append(out, editor->desk.lang, MESSAGE_TITLE_CHECKING);
        return;
    }
    if (!shown->list.count) {
        message_id clean = here ? MESSAGE_TITLE_CLEAN_HERE : MESSAGE_TITLE_CLEAN;
        message_append(out, editor->desk.lang, editor->checked ? clean : MESSAGE_TITLE_CHECKING);
        return;
    }
    if (here)
        message(out, editor->desk.lang, TITLE_FINDINGS_HERE, shown->list.count);
    else
        message(out, editor->desk.lang, TITLE_FINDINGS, shown->list.count);
    if (!kinds_too) return;
    str_append_byte(out, ':');
    const size_t *by_kind = editor->desk.buffer->shown_by_kind;
    for (size_t i = 0; i < KINDS; i++)
        if (by_kind[i])
            str_printf(out, " %zu %s", by_kind[i], message_text(editor->desk.lang, kinds[i].name));
}

static void make_counts(struct editor *editor) {
    str_clear(&editor->counts);
    str_clear(&editor->counts_short);
    append_counts(editor, &editor->counts, true);
    append_counts(editor, &editor->counts_short, false);
}

/* The name and whether it is saved come before how many findings of each kind there are. */
static void draw_title(struct editor *editor) {
    struct screen *screen = &editor->desk.screen;
    struct slice name = editor_draft_name(editor);
    struct str after = {0};
    if (buffer_changed(editor->desk.buffer)) str_append_text(&after, " *");
    if (drafts_beside(editor)) str_printf(&after, " +%zu", drafts_beside(editor));
    struct slice changed = str_slice(&after);
    struct str left = {0}, mark = {0};
    struct slice right = str_slice(&editor->counts);
    bool narrow = screen->columns < NAMED_COLUMNS;
    if (editor->unrecorded)
        message_append(&mark, editor->desk.lang,
                       narrow ? MESSAGE_TITLE_UNRECORDED_SHORT : MESSAGE_TITLE_UNRECORDED);
    if (editor->desk.buffer->read_only && !editor->desk.attempt)
        message_append(&mark, editor->desk.lang, MESSAGE_TITLE_READ_ONLY);
    int marks = (int)changed.len + screen_width(str_slice(&mark)) + (mark.len > 0);
    if (!narrow) str_append_text(&left, "Sunting  ");
    int need = 1 + screen_width(str_slice(&left)) + screen_width(name) + marks + 2;
    if (need + screen_width(right) >= screen->columns) right = str_slice(&editor->counts_short);
    int room = screen->columns - screen_width(right) - 2;
    if (room < NAME_COLUMNS_MIN) room = screen->columns;
    screen_begin(screen, 0, 0, screen->columns, STYLE_TITLE);
    screen->width = room - marks;
    screen_fill(screen, 1, STYLE_TITLE);
    screen_text(screen, str_slice(&left), STYLE_TITLE);
    screen_text(screen, name, STYLE_TITLE);
    screen->width = room;
    screen_text(screen, changed, STYLE_TITLE);
    if (mark.len) screen_text(screen, SLICE(" "), STYLE_TITLE);
    screen_text(screen, str_slice(&mark), STYLE_ALARM);
    screen->width = screen->columns - screen_width(right) - 1;
    screen_fill(screen, screen_left(screen), STYLE_TITLE);
    screen->width = screen->columns;
    screen_text(screen, right, STYLE_TITLE);
    screen_end(screen);
    str_free(&after);
    str_free(&left);
    str_free(&mark);
}

/* As writers count: letters, not bytes. All of a large draft may be selected: it is not copied for that. */
static size_t count_letters(const struct text *text, size_t start, size_t end) {
    size_t count = 0;
    for (size_t line = text_line_at(text, start); start < end; line++) {
        size_t first = text_line_start(text, line), stop = first + text_line(text, line).len;
        if (stop > end) stop = end;
        count += utf8_count(slice_range(text_line(text, line), start - first, stop - first));
        count += stop < end; /* its newline */
        start = stop + 1;
    }
    return count;
}

static void append_position(struct editor *editor, struct str *out) {
    struct buffer *buffer = editor->desk.buffer;
    size_t cursor = buffer_cursor(buffer), line = text_line_at(buffer->text, cursor);
    size_t start = text_line_start(buffer->text, line);
    size_t column = utf8_count(slice_range(text_line(buffer->text, line), 0, cursor - start));
    message(out, editor->desk.lang, STATUS_PLACE, buffer_line_number(buffer, cursor), column + 1);
    size_t from, to;
    if (buffer_selection(buffer, &from, &to)) {
        message(out, editor->desk.lang, STATUS_SELECTED, count_letters(buffer->text, from, to));
    } else if (editor->words) {
        size_t minutes = (editor->words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
        message(out, editor->desk.lang, STATUS_WORDS, editor->words, editor->sentences, minutes);
    }
}

/* The status that the front matter gives the draft. */
static void read_state(struct editor *editor) {
    struct front_matter front = {0};
    front_matter_parse(&front, editor->desk.buffer->text, editor->desk.lang);
    struct slice state = front_matter_text(&front, "status");
    str_clear(&editor->state);
    if (state.len <= STATE_BYTES_MAX) safe_append(&editor->state, state);
    front_matter_free(&front);
}

static void add_action(struct editor *editor, struct hints *hints, enum action_id id, message_id label) {
    struct str key = {0};
    action_append_key(&key, editor, id);
    if (key.len) hints_add(hints, str_slice(&key), slice_of(message_text(editor->desk.lang, label)));
    str_free(&key);
}

/* What F4 does in this lesson. */
static message_id lesson_label(const struct editor *editor) {
    const struct attempt *attempt = editor->desk.attempt;
    if (!attempt) return MESSAGE_HINT_PLANT;
    if (attempt->mode == ATTEMPT_BLIND) return MESSAGE_HINT_MARK;
    return attempt->mode == ATTEMPT_OWN ? MESSAGE_HINT_NUMBERS : MESSAGE_HINT_NEXT_HINT;
}

static bool is_worth_telling(const struct editor *editor, enum action_id id) {
    const struct attempt *attempt = editor->desk.attempt;
    if (id == ACTION_LESSON && attempt && attempt->mode == ATTEMPT_UNMARKED) return false;
    if (id == ACTION_FIX && editor->desk.buffer->read_only) return false;
    size_t start, end;
    if (id == ACTION_COPY || id == ACTION_CUT) return buffer_selection(editor->desk.buffer, &start, &end);
    return id == ACTION_FIX ? buffer_finding(editor->desk.buffer) != NULL : action_get(id)->possible(editor);
}

/* What can be done now: the most useful first. */
static void make_hints(struct editor *editor) {
    static const struct {
        enum action_id id;
        message_id label;
    } actions[] = {{ACTION_COPY, MESSAGE_HINT_COPY},
                   {ACTION_CUT, MESSAGE_HINT_CUT},
                   {ACTION_FIX, MESSAGE_HINT_FIX},
                   {ACTION_LESSON, MESSAGE_HINT_NEXT_HINT},
                   {ACTION_SAVE, MESSAGE_HINT_SAVE},
                   {ACTION_QUIT, MESSAGE_HINT_QUIT},
                   {ACTION_MENU, MESSAGE_HINT_MENU},
                   {ACTION_NEXT_DRAFT, MESSAGE_HINT_NEXT_DRAFT},
                   {ACTION_NEXT_FINDING, MESSAGE_HINT_NEXT_FINDING},
                   {ACTION_OTHER_COPY, MESSAGE_HINT_OTHER_COPY},
                   {ACTION_HELP, MESSAGE_HINT_HELP},
                   {ACTION_UNDO, MESSAGE_HINT_UNDO},
                   {ACTION_FIND, MESSAGE_HINT_FIND}};
    editor->hints.count = 0;
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (is_worth_telling(editor, actions[i].id))
            add_action(editor, &editor->hints, actions[i].id,
                       actions[i].id == ACTION_LESSON ? lesson_label(editor) : actions[i].label);
}

/* A finding under the cursor says what is wrong; otherwise: where the writer is, and how much there is. */
static void make_status(struct editor *editor) {
    const struct finding *finding = buffer_finding(editor->desk.buffer);
    str_clear(&editor->status);
    editor->explaining = finding && finding->message;
    if (editor->explaining) {
        str_printf(&editor->status, "%c  ", finding_rule(finding)->letter);
        safe_append(&editor->status, slice_of(finding->message));
    } else {
        append_position(editor, &editor->status);
    }
}

/* What is said may take more rows than one, over the text but never over the cursor. Below a prompt or a
 * list, which would cover half of it, it takes one. */
static void draw_status(struct editor *editor, int cursor_row) {
    struct screen *screen = &editor->desk.screen;
    message_id outside = editor->desk.notice.len ? 0 : editor->desk.buffer->outside;
    bool notice = editor->desk.notice.len > 0 || outside;
    enum style_id style = !notice ? STYLE_STATUS : editor->desk.alarm || outside ? STYLE_ALARM : STYLE_NOTICE;
    struct slice text = outside  ? slice_of(message_text(editor->desk.lang, outside))
                        : notice ? str_slice(&editor->desk.notice)
                                 : str_slice(&editor->status);
    int last = screen->rows - BOTTOM_ROWS, room = last - cursor_row,
        rows =
            (notice || editor->explaining) && !editor->desk.overlay ? wrapped_rows(text, screen->columns) : 1;
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

/* An empty screen that says at most one thing. */
static void draw_blank(struct editor *editor, struct slice said) {
    struct screen *screen = &editor->desk.screen;
    for (int row = 0; row < screen->rows; row++) {
        screen_begin(screen, row, 0, screen->columns, STYLE_TEXT);
        screen_end(screen);
    }
    draw_wrapped(screen, (struct rect){0, 0, screen->rows, screen->columns}, said,
                 editor->desk.alarm ? STYLE_ALARM : STYLE_TEXT);
    screen_cursor(screen, 0, 0);
}

/* Title and hints change when the writer pauses, the status row at the end of a word as well, since a column
 * that moves with every key costs half of all bytes, and an old one is wrong. */
static void tell(struct editor *editor) {
    bool all = editor->settled || !editor->counts.len;
    if (all) {
        read_state(editor);
        make_counts(editor);
        make_hints(editor);
    }
    if (all || editor->rested) make_status(editor);
}

static void draw_draft(struct editor *editor) {
    int row = 0, column = 0;
    struct rect area = desk_text_area(&editor->desk);
    view_follow(editor->desk.buffer, area);
    const struct match *found =
        editor->desk.found.end > editor->desk.found.start ? &editor->desk.found : NULL;
    view_draw(editor->desk.buffer, &editor->desk.screen, area, found, &row, &column);
    tell(editor);
    draw_title(editor);
    if (desk_is_wide(&editor->desk)) side_draw(&editor->desk);
    draw_status(editor, row);
    hints_draw(&editor->desk, &editor->hints, 1);
    screen_cursor(&editor->desk.screen, row, column);
}

/* From the lowest to the topmost, which has the cursor. */
static void draw_overlays(struct editor *editor, const struct overlay *overlay) {
    if (!overlay) return;
    draw_overlays(editor, overlay->below);
    overlay->draw(&editor->desk, overlay->context);
}

void editor_draw(struct editor *editor) {
    struct screen *screen = &editor->desk.screen;
    bool small = screen->rows < ROWS_MIN || screen->columns < COLUMNS_MIN;
    if (small)
        draw_blank(editor, slice_of(message_text(editor->desk.lang, MESSAGE_SCREEN_SMALL)));
    else if (editor->desk.buffer)
        draw_draft(editor);
    else
        draw_blank(editor, str_slice(&editor->desk.notice));
    if (!small) draw_overlays(editor, editor->desk.overlay);
    screen_flush(screen);
}
