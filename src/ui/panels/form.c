#include "ui/panels/form.h"

#include "base/safe.h"
#include "base/today.h"
#include "base/utf8.h"
#include "draft/front/front_edit.h"
#include "draft/front/front_list.h"
#include "draft/front/front_title.h"
#include "ui/panels/form_value.h"
#include "ui/panels/hints.h"
#include "ui/panels/panel.h"
#include "ui/panels/prompt.h"

enum { FIELD_TITLE, FIELD_DATE, FIELD_AUTHOR, FIELD_STATUS, FIELD_TAGS, FIELD_DESCRIPTION, FIELD_COUNT };

static const struct {
    const char *key;
    enum message_id label;
    enum yaml_meaning meaning;
} rows[FIELD_COUNT] = {
    [FIELD_TITLE] = {"title", MESSAGE_FORM_TITLE},
    [FIELD_DATE] = {"date", MESSAGE_FORM_DATE, YAML_DATE},
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

/* What a new front matter begins with. */
static void suggest(const struct text *text, struct str *title, struct str *date) {
    today_append(date);
    front_title_suggest(text, title);
}

/* line: of the text, to begin at its field. */
static void read_form(struct form *form, const struct front_matter *front, const struct text *text,
                      size_t line) {
    if (!front->lines) {
        suggest(text, &form->before[FIELD_TITLE], &form->before[FIELD_DATE]);
        str_append_text(&form->before[FIELD_STATUS], states[0]);
    }
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct front_key *key = front_matter_key(front, rows[i].key);
        if (key) form->fixed[i] = !form_value_read(&form->before[i], text, key);
        if (key && key->line == line) form->chosen = i;
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
static void append_remark(struct desk *desk, const struct form *form, size_t row, struct str *out) {
    struct slice text = str_slice(&form->fields[row].text);
    struct tm day = {0};
    if (form->fixed[row]) {
        str_append_text(out, message_text(desk->lang, MESSAGE_FORM_BY_HAND));
    } else if (row == FIELD_TITLE || row == FIELD_DESCRIPTION) {
        message(out, desk->lang, FORM_LETTERS, utf8_count(text));
    } else if (row == FIELD_DATE && text.len >= 10 &&
               strptime(str_text(&form->fields[row].text), "%Y-%m-%d", &day)) {
        day.tm_isdst = -1;
        day.tm_hour = 12;
        int month_day = day.tm_mday;
        if (mktime(&day) == -1 || day.tm_mday != month_day)
            str_append_text(out, message_text(desk->lang, MESSAGE_FORM_NO_DATE));
        else
            str_append_text(out, message_text(desk->lang, MESSAGE_DAY_0 + (enum message_id)day.tm_wday));
    } else if (row == FIELD_STATUS) {
        str_append_text(out, message_text(desk->lang, MESSAGE_FORM_CHOOSE));
    } else if (row == FIELD_TAGS) {
        str_append_text(out, message_text(desk->lang, MESSAGE_FORM_COMMAS));
    }
}

enum { FORM_COLUMNS = 80, FORM_ROOMY = 50, LABEL_COLUMNS = 14, LABEL_NARROW = 11, REMARK_COLUMNS = 22 };

static struct rect form_area(const struct screen *screen) {
    int columns = screen->columns < FORM_COLUMNS + 4 ? screen->columns : FORM_COLUMNS;
    int most = screen->rows - 2, height = FIELD_COUNT + 2 < most ? FIELD_COUNT + 2 : most;
    return (struct rect){height + 4 <= most ? 3 : 1, (screen->columns - columns) / 2, height, columns};
}

/* Returns the column of the cursor in the field. */
static int draw_field(struct desk *desk, const struct form *form, size_t i, struct rect area, int n) {
    struct screen *screen = &desk->screen;
    enum style_id style = i == form->chosen ? STYLE_PANEL_CHOSEN : STYLE_PANEL;
    bool roomy = area.columns > FORM_ROOMY;
    struct str remark = {0};
    panel_begin(screen, area, n, STYLE_PANEL);
    screen_fill(screen, 1, STYLE_PANEL);
    int width = screen->width;
    screen->width = roomy ? LABEL_COLUMNS : LABEL_NARROW;
    screen_text(screen, slice_of(message_text(desk->lang, rows[i].label)), STYLE_PANEL);
    screen_fill(screen, screen_left(screen), STYLE_PANEL);
    screen->width = width - (roomy ? REMARK_COLUMNS : 0);
    int column = field_draw(&form->fields[i], screen, style);
    screen_fill(screen, screen_left(screen), style);
    screen->width = width;
    append_remark(desk, form, i, &remark);
    screen_fill(screen, 1, STYLE_PANEL);
    screen_text(screen, str_slice(&remark), STYLE_PANEL);
    panel_end(screen);
    str_free(&remark);
    return column;
}

static void draw_form(struct desk *desk, void *context) {
    static const enum message_id pairs[] = {MESSAGE_KEY_TAB, MESSAGE_HINT_NEXT_FIELD, MESSAGE_KEY_F4,
                                            MESSAGE_HINT_RAW, 0};
    const struct form *form = context;
    struct rect area = form_area(&desk->screen);
    struct hints hints = {0};
    size_t visible = (size_t)panel_rows(area);
    size_t first = form->chosen < visible ? 0 : form->chosen + 1 - visible;
    int cursor_row = area.row + 1, cursor_column = 0;
    struct str remark = {0};
    if (area.columns <= FORM_ROOMY) append_remark(desk, form, form->chosen, &remark);
    panel_draw_edges(&desk->screen, area, slice_of(message_text(desk->lang, MESSAGE_FORM_HEADING)),
                     str_slice(&remark));
    str_free(&remark);
    for (size_t i = first; i < FIELD_COUNT && i - first < visible; i++) {
        int column = draw_field(desk, form, i, area, (int)(i - first));
        if (i != form->chosen) continue;
        cursor_row += (int)(i - first);
        cursor_column = column;
    }
    hints_add_panel(&hints, desk->lang, MESSAGE_HINT_KEEP, MESSAGE_HINT_CANCEL, pairs);
    hints_draw(desk, &hints, 1);
    screen_cursor(&desk->screen, cursor_row, cursor_column);
}

static bool set_list(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                     const char *key, struct slice value) {
    struct form_items items = {0};
    form_value_split(&items, value);
    VEC(struct slice) slices = {0};
    for
        vec_each(const struct str, item, &items.list) vec_push(&slices, str_slice(item));
    bool ok = front_edit_set_list(made, text, front, key, slices.items, slices.count);
    vec_free(&slices);
    form_items_free(&items);
    return ok;
}

/* Each edit is computed from the text as the one before has left it. */
static bool write_field(struct desk *desk, size_t row, struct slice value) {
    struct buffer *buffer = desk->buffer;
    struct front_matter front = {0};
    struct draft_edit made = {0};
    front_matter_parse(&front, buffer->text, desk->lang);
    const struct front_key *key = front_matter_key(&front, rows[row].key);
    bool list = key ? key->kind == FRONT_SEQUENCE : row == FIELD_TAGS;
    bool ok = list ? set_list(&made, buffer->text, &front, rows[row].key, value)
                   : front_edit_set(&made, buffer->text, &front, rows[row].key, value, rows[row].meaning);
    if (ok) buffer_apply(buffer, &made.edit, UNDO_ALONE);
    draft_edit_free(&made);
    front_matter_free(&front);
    return ok;
}

void form_add_front(struct desk *desk) {
    struct buffer *buffer = desk->buffer;
    struct draft_edit made = {0};
    struct str title = {0}, date = {0};
    suggest(buffer->text, &title, &date);
    front_edit_add(&made, buffer->text, str_slice(&title), str_slice(&date), slice_of(states[0]));
    buffer_apply(buffer, &made.edit, UNDO_ALONE);
    buffer_find_body(buffer);
    draft_edit_free(&made);
    str_free(&title);
    str_free(&date);
}

static void write_form(struct desk *desk, struct form *form) {
    struct undo *undo = desk->buffer->undo;
    uint64_t revision = desk->buffer->revision;
    str_clear(&desk->notice);
    undo_begin(undo);
    if (!front_matter_lines(desk->buffer->text)) form_add_front(desk);
    if (desk->buffer->revision != revision) desk_say(desk, FORM_DONE);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        struct slice typed = str_slice(&form->fields[i].text), before = str_slice(&form->before[i]);
        struct slice value = form_value_typed(typed, before);
        if (slice_equal(value, before) || form->fixed[i]) continue;
        desk_say(desk, FORM_DONE);
        if (!write_field(desk, i, value))
            desk_say(desk, FORM_NOT_WRITTEN, message_text(desk->lang, rows[i].label));
    }
    undo_end(undo);
    buffer_find_body(desk->buffer);
    buffer_go(desk->buffer, buffer_cursor(desk->buffer), false);
}

/* Left and right walk through the states. */
static void choose_state(struct field *field, struct key key) {
    bool back = key.code == K_LEFT;
    if (!back && key.code != K_RIGHT && key.code != ' ') return;
    size_t at = back ? 1 : STATES - 1;
    for (size_t i = 0; i < STATES; i++)
        if (slice_equal_text(str_slice(&field->text), states[i])) at = i;
    at = (at + (back ? STATES - 1 : 1)) % STATES;
    str_clear(&field->text);
    str_append_text(&field->text, states[at]);
    field->cursor = field->text.len;
}

/* Whether the field is typed in. */
static bool is_typed(const struct form *form) {
    return !form->fixed[form->chosen] && form->chosen != FIELD_STATUS;
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
    else if (form->chosen == FIELD_STATUS && !form->fixed[FIELD_STATUS])
        choose_state(&form->fields[FIELD_STATUS], key);
    else if (is_typed(form))
        field_key(&form->fields[form->chosen], key);
    return true;
}

static bool show_raw(struct desk *desk) {
    buffer_show_front(desk->buffer, true);
    desk_say(desk, FRONT_RAW);
    return false;
}

/* What cannot be read is shown where it goes wrong. */
static void show_problem(struct desk *desk, const struct front_matter *front) {
    show_raw(desk);
    buffer_go(desk->buffer, text_line_start(desk->buffer->text, front->problem_line), false);
    str_clear(&desk->notice);
    str_append(&desk->notice, str_slice(&front->problem));
    desk->alarm = true;
}

static void show_other_form(struct desk *desk, enum front_form form) {
    static const enum message_id answers[] = {MESSAGE_ANSWER_CLOSE, MESSAGE_ANSWER_RAW};
    struct str question = {0};
    message(&question, desk->lang, FRONT_OTHER_FORM, front_form_name(form));
    if (ask(desk, str_slice(&question), answers, 2) == 1) show_raw(desk);
    str_free(&question);
}

static void run(struct desk *desk, size_t line) {
    struct front_matter front = {0};
    struct form form = {0};
    struct overlay overlay;
    struct key key = {K_ESCAPE, 0};
    struct str pasted = {0};
    front_matter_parse(&front, desk->buffer->text, desk->lang);
    bool other = front.lines && front.place.form != FRONT_YAML;
    if (front.broken || other) {
        if (front.broken)
            show_problem(desk, &front);
        else
            show_other_form(desk, front.place.form);
        front_matter_free(&front);
        return;
    }
    if (front.place.misplaced) desk_say(desk, FRONT_MISPLACED);
    read_form(&form, &front, desk->buffer->text, line);
    front_matter_free(&front);
    desk_open_overlay(desk, &overlay, draw_form, &form);
    bool open = true;
    while (open && (open = desk_key(desk, &key, &pasted))) {
        if (pasted.len) {
            if (is_typed(&form)) field_insert(&form.fields[form.chosen], str_slice(&pasted));
            str_clear(&pasted);
        } else {
            open = form_key(&form, key);
        }
    }
    desk_close_overlay(desk);
    bool keep = key.code == K_ENTER || key.code == K_F0 + 3 || key.code == K_F0 + 4 ||
                (key.code == 's' && key.mods == MOD_CTRL);
    if (keep && !desk->leaving) write_form(desk, &form);
    if (key.code == K_F0 + 4) show_raw(desk);
    free_form(&form);
    str_free(&pasted);
}

void form_mend(struct desk *desk, const struct finding *finding) {
    str_clear(&desk->notice);
    safe_append(&desk->notice, slice_of(finding->message ? finding->message : ""));
    desk->alarm = false;
    run(desk, text_line_at(desk->buffer->text, finding->start));
}

void form_show(struct desk *desk) {
    if (desk->buffer->show_front)
        buffer_show_front(desk->buffer, false);
    else
        run(desk, SIZE_MAX);
}
