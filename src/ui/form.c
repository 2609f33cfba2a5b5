#include "ui/form.h"

#include "base/utf8.h"
#include "draft/front_edit.h"
#include "ui/action.h"
#include "ui/frame.h"
#include "ui/prompt.h"

#include <stdlib.h>
#include <time.h>

enum { FIELD_TITLE, FIELD_DATE, FIELD_AUTHOR, FIELD_STATUS, FIELD_TAGS, FIELD_DESCRIPTION, FIELD_COUNT };

static const struct {
    const char *key;
    enum message_id label;
} rows[FIELD_COUNT] = {
    [FIELD_TITLE] = {"title", MESSAGE_FORM_TITLE},
    [FIELD_DATE] = {"date", MESSAGE_FORM_DATE},
    [FIELD_AUTHOR] = {"author", MESSAGE_FORM_AUTHOR},
    [FIELD_STATUS] = {"status", MESSAGE_FORM_STATUS},
    [FIELD_TAGS] = {"tags", MESSAGE_FORM_TAGS},
    [FIELD_DESCRIPTION] = {"description", MESSAGE_FORM_DESCRIPTION},
};

static const char *const states[] = {"draf", "sunting", "siap", "terbit"};
enum { STATES = sizeof states / sizeof *states };

struct form {
    struct field fields[FIELD_COUNT];
    struct str before[FIELD_COUNT]; /* as it was read */
    bool fixed[FIELD_COUNT];        /* in a form that only hands should change */
    size_t chosen;
};

static void read_key(struct form *form, size_t row, const struct front_key *key) {
    struct str *out = &form->before[row];
    if (key->kind == FRONT_SCALAR && !front_key_is_null(key)) str_append(out, str_slice(&key->value));
    if (key->kind == FRONT_SEQUENCE && key->only_scalars)
        for
            vec_each(const struct front_item, item, &key->items) {
                if (out->len) str_append_text(out, ", ");
                str_append(out, str_slice(&item->value));
            }
    form->fixed[row] = key->kind == FRONT_MAPPING || (key->kind == FRONT_SEQUENCE && !key->only_scalars) ||
                       key->colon == SIZE_MAX;
}

static void read_form(struct form *form, const struct front_matter *front) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct front_key *key = front_matter_key(front, rows[i].key);
        if (key) read_key(form, i, key);
        str_append(&form->fields[i].text, str_slice(&form->before[i]));
        form->fields[i].cursor = form->fields[i].text.len;
    }
}

static void free_form(struct form *form) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        str_free(&form->fields[i].text);
        str_free(&form->before[i]);
    }
}

/* What stands behind a field: how long the title is, which day the date was. */
static void append_remark(struct editor *editor, const struct form *form, size_t row, struct str *out) {
    struct slice text = str_slice(&form->fields[row].text);
    struct tm day = {0};
    if (form->fixed[row]) {
        str_append_text(out, message_text(editor->lang, MESSAGE_FORM_BY_HAND));
    } else if (row == FIELD_TITLE || row == FIELD_DESCRIPTION) {
        message(out, editor->lang, FORM_LETTERS, utf8_count(text));
    } else if (row == FIELD_DATE && text.len >= 10 &&
               strptime(str_text(&form->fields[row].text), "%Y-%m-%d", &day)) {
        day.tm_isdst = -1;
        day.tm_hour = 12;
        int month_day = day.tm_mday;
        if (mktime(&day) == -1 || day.tm_mday != month_day)
            str_append_text(out, message_text(editor->lang, MESSAGE_FORM_NO_DATE));
        else
            str_append_text(out, message_text(editor->lang, MESSAGE_DAY_0 + (enum message_id)day.tm_wday));
    } else if (row == FIELD_STATUS) {
        str_append_text(out, message_text(editor->lang, MESSAGE_FORM_CHOOSE));
    } else if (row == FIELD_TAGS) {
        str_append_text(out, message_text(editor->lang, MESSAGE_FORM_COMMAS));
    }
}

static void draw_form(struct editor *editor, void *context) {
    const struct form *form = context;
    struct screen *screen = &editor->screen;
    int width = screen->columns > 84 ? 80 : screen->columns - 4, column = (screen->columns - width) / 2;
    int label = width > 50 ? 14 : 10, remark = width > 50 ? 22 : 0;
    int top = screen->rows > FIELD_COUNT + 7 ? 3 : 1, cursor_row = top, cursor_column = 0;
    int most = screen->rows - 2 - top - 1, first = 0;
    if ((int)form->chosen >= most) first = (int)form->chosen - most + 1;
    screen_begin(screen, top, column, width, STYLE_PANEL_TITLE);
    screen_fill(screen, 1, STYLE_PANEL_TITLE);
    screen_text(screen, slice_of(message_text(editor->lang, MESSAGE_FORM_HEADING)), STYLE_PANEL_TITLE);
    screen_end(screen);
    for (int i = first; i < FIELD_COUNT && i - first < most; i++) {
        bool chosen = (size_t)i == form->chosen;
        enum style_id style = chosen ? STYLE_PANEL_CHOSEN : STYLE_PANEL;
        int row = top + 1 + i - first;
        screen_begin(screen, row, column, width, STYLE_PANEL);
        screen_fill(screen, 1, STYLE_PANEL);
        screen->width = label;
        screen_text(screen, slice_of(message_text(editor->lang, rows[i].label)), STYLE_PANEL);
        screen_fill(screen, screen_left(screen), STYLE_PANEL);
        screen->width = width - remark;
        int at = field_draw(&form->fields[i], screen, style);
        screen_fill(screen, screen_left(screen), style);
        screen->width = width;
        struct str text = {0};
        append_remark(editor, form, (size_t)i, &text);
        screen_fill(screen, remark ? 1 : 0, STYLE_PANEL);
        screen_text(screen, str_slice(&text), STYLE_PANEL);
        str_free(&text);
        screen_end(screen);
        if (chosen) {
            cursor_row = row;
            cursor_column = at;
        }
    }
    frame_hints_begin(editor);
    frame_hint(editor, SLICE("Enter"), slice_of(message_text(editor->lang, MESSAGE_HINT_KEEP)));
    frame_hint(editor, SLICE("Tab"), slice_of(message_text(editor->lang, MESSAGE_HINT_NEXT_FIELD)));
    frame_hint(editor, SLICE("F4"), slice_of(message_text(editor->lang, MESSAGE_HINT_RAW)));
    frame_hint(editor, SLICE("Esc"), slice_of(message_text(editor->lang, MESSAGE_HINT_CANCEL)));
    screen_end(screen);
    screen_cursor(screen, cursor_row, cursor_column);
}

static bool set_tags(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                     const char *key, struct slice value) {
    VEC(struct slice) tags = {0};
    while (value.len) {
        struct slice tag = slice_trim(slice_cut(&value, ','));
        if (tag.len) vec_push(&tags, tag);
    }
    bool ok = front_edit_set_list(made, text, front, key, tags.items, tags.count);
    vec_free(&tags);
    return ok;
}

/* Each edit is computed from the text as the one before has left it. */
static bool write_field(struct editor *editor, size_t row, struct slice value) {
    struct buffer *buffer = editor->buffer;
    struct front_matter front = {0};
    struct draft_edit made = {0};
    front_matter_parse(&front, buffer->text, editor->lang);
    const struct front_key *key = front_matter_key(&front, rows[row].key);
    bool list = key ? key->kind == FRONT_SEQUENCE : row == FIELD_TAGS;
    bool ok = list ? set_tags(&made, buffer->text, &front, rows[row].key, value)
                   : front_edit_set(&made, buffer->text, &front, rows[row].key, value);
    if (ok) buffer_apply(buffer, &made.edit, UNDO_ALONE);
    draft_edit_free(&made);
    front_matter_free(&front);
    return ok;
}

void form_add_front(struct editor *editor) {
    struct buffer *buffer = editor->buffer;
    struct draft_edit made = {0};
    struct str title = {0};
    char date[16];
    time_t now = time(NULL);
    struct tm day;
    strftime(date, sizeof date, "%Y-%m-%d", localtime_r(&now, &day));
    front_title_suggest(buffer->text, &title);
    front_edit_add(&made, buffer->text, str_slice(&title), slice_of(date), slice_of(states[0]));
    buffer_apply(buffer, &made.edit, UNDO_ALONE);
    buffer_find_body(buffer);
    draft_edit_free(&made);
    str_free(&title);
}

static void write_form(struct editor *editor, struct form *form) {
    struct undo *undo = editor->buffer->undo;
    undo_begin(undo);
    if (!front_matter_lines(editor->buffer->text, NULL)) form_add_front(editor);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        struct slice value = slice_trim(str_slice(&form->fields[i].text));
        if (slice_equal(value, str_slice(&form->before[i])) || form->fixed[i]) continue;
        if (!write_field(editor, i, value))
            editor_say(editor, FORM_NOT_WRITTEN, message_text(editor->lang, rows[i].label));
    }
    undo_end(undo);
    buffer_find_body(editor->buffer);
    buffer_go(editor->buffer, buffer_cursor(editor->buffer), false);
}

/* Left and right walk through the states. */
static bool choose_state(struct form *form, struct key key) {
    if (form->chosen != FIELD_STATUS || (key.code != K_LEFT && key.code != K_RIGHT)) return false;
    struct field *field = &form->fields[FIELD_STATUS];
    size_t at = key.code == K_RIGHT ? STATES - 1 : 1;
    for (size_t i = 0; i < STATES; i++)
        if (slice_equal_text(str_slice(&field->text), states[i])) at = i;
    at = (at + (key.code == K_RIGHT ? 1 : STATES - 1)) % STATES;
    str_clear(&field->text);
    str_append_text(&field->text, states[at]);
    field->cursor = field->text.len;
    return true;
}

/* True: the form goes on. */
static bool form_key(struct form *form, struct key key) {
    bool back = key.code == K_UP || (key.code == K_TAB && key.mods == MOD_SHIFT);
    if (back)
        form->chosen = (form->chosen + FIELD_COUNT - 1) % FIELD_COUNT;
    else if (key.code == K_DOWN || key.code == K_TAB)
        form->chosen = (form->chosen + 1) % FIELD_COUNT;
    else if (key.code == K_ENTER || key.code == K_ESCAPE || key.code == K_F0 + 4 || key.code == K_F0 + 3 ||
             (key.mods == MOD_CTRL && (key.code == 's' || key.code == 'q')))
        return false;
    else if (!choose_state(form, key) && !form->fixed[form->chosen])
        field_key(&form->fields[form->chosen], key);
    return true;
}

static bool show_raw(struct editor *editor) {
    buffer_show_front(editor->buffer, true);
    editor_say(editor, FRONT_RAW);
    return false;
}

void form_run(struct editor *editor) {
    struct front_matter front = {0};
    struct form form = {0};
    struct overlay overlay;
    struct key key = {K_ESCAPE, 0};
    struct str pasted = {0};
    front_matter_parse(&front, editor->buffer->text, editor->lang);
    if (front.broken) {
        show_raw(editor);
        buffer_go(editor->buffer, text_line_start(editor->buffer->text, front.problem_line), false);
        str_clear(&editor->notice);
        str_append(&editor->notice, str_slice(&front.problem));
        editor->alarm = true;
        front_matter_free(&front);
        return;
    }
    read_form(&form, &front);
    front_matter_free(&front);
    editor_open_overlay(editor, &overlay, draw_form, &form);
    bool open = true;
    while (open && (open = editor_key(editor, &key, &pasted))) {
        if (pasted.len) {
            if (!form.fixed[form.chosen]) field_insert(&form.fields[form.chosen], str_slice(&pasted));
            str_clear(&pasted);
        } else {
            open = form_key(&form, key);
        }
    }
    editor_close_overlay(editor);
    bool keep = key.code == K_ENTER || key.code == K_F0 + 3 || key.code == K_F0 + 4 ||
                (key.code == 's' && key.mods == MOD_CTRL);
    if (keep && !editor->leaving) write_form(editor, &form);
    if (key.code == K_F0 + 4) show_raw(editor);
    free_form(&form);
    str_free(&pasted);
}

void run_front_matter(struct editor *editor) {
    if (editor->buffer->show_front)
        buffer_show_front(editor->buffer, false);
    else
        form_run(editor);
}
