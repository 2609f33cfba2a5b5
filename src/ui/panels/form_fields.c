#include "ui/panels/form_fields.h"

#include "base/today.h"
#include "base/utf8.h"
#include "check/rules/calendar.h"
#include "check/rules/metadata_date.h"
#include "draft/front/front_edit.h"
#include "draft/front/front_list.h"
#include "draft/front/front_title.h"
#include "ui/panels/form_value.h"
#include "ui/panels/messages.h"

#include <stdlib.h>

static const struct {
    const char *key;
    message_id label;
    enum yaml_meaning meaning;
} rows[FIELD_COUNT] = {
    [FIELD_TITLE] = {"title", MESSAGE_FORM_TITLE, YAML_TEXT},
    [FIELD_DATE] = {"date", MESSAGE_FORM_DATE, YAML_DATE},
    [FIELD_AUTHOR] = {"author", MESSAGE_FORM_AUTHOR, YAML_TEXT},
    [FIELD_STATUS] = {"status", MESSAGE_FORM_STATUS, YAML_TEXT},
    [FIELD_TAGS] = {"tags", MESSAGE_FORM_TAGS, YAML_TEXT},
    [FIELD_DESCRIPTION] = {"description", MESSAGE_FORM_DESCRIPTION, YAML_TEXT},
};

static const char *const states[] = {"draf", "sunting", "siap", "terbit"};
enum { STATES = sizeof states / sizeof *states };

message_id form_label(size_t field) {
    return rows[field].label;
}

/* What a new front matter begins with. */
static void propose(struct form *form, const struct text *text) {
    form->proposed = true;
    front_title_suggest(text, &form->before[FIELD_TITLE]);
    today_append(&form->before[FIELD_DATE]);
    str_append_text(&form->before[FIELD_STATUS], states[0]);
}

void form_read(struct form *form, const struct front_matter *front, const struct text *text, size_t line) {
    *form = (struct form){0};
    if (!front->lines) propose(form, text);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct front_key *key = front_matter_key(front, rows[i].key);
        if (key) form->fixed[i] = !form_value_read(&form->before[i], text, key);
        if (key && key->line == line) form->chosen = i;
        str_append(&form->fields[i].text, str_slice(&form->before[i]));
        form->fields[i].cursor = form->fields[i].text.len;
    }
}

void form_free(struct form *form) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        str_free(&form->fields[i].text);
        str_free(&form->before[i]);
    }
}

bool form_is_typed(const struct form *form, size_t field) {
    return !form->fixed[field] && field != FIELD_STATUS;
}

static struct slice value_of(const struct form *form, size_t field) {
    return form_value_typed(str_slice(&form->fields[field].text), str_slice(&form->before[field]));
}

static bool is_field_changed(const struct form *form, size_t field) {
    return !form->fixed[field] && !slice_equal(value_of(form, field), str_slice(&form->before[field]));
}

bool form_is_changed(const struct form *form) {
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (is_field_changed(form, i)) return true;
    return false;
}

static void set_field(struct field *field, struct slice text) {
    str_clear(&field->text);
    str_append(&field->text, text);
    field->cursor = field->text.len;
}

void form_leave(struct form *form, size_t field) {
    char iso[11];
    if (field == FIELD_DATE && is_field_changed(form, field) &&
        date_recognise(value_of(form, field), iso) == DATE_WORDED)
        set_field(&form->fields[field], slice_of(iso));
}

void form_choose_status(struct form *form, bool back) {
    struct field *field = &form->fields[FIELD_STATUS];
    size_t at = back ? 1 : STATES - 1;
    for (size_t i = 0; i < STATES; i++)
        if (slice_equal_text(str_slice(&field->text), states[i])) at = i;
    set_field(field, slice_of(states[(at + (back ? STATES - 1 : 1)) % STATES]));
}

static bool set_list(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                     const char *key, struct slice value) {
    struct form_items items = {0};
    VEC(struct slice) slices = {0};
    form_value_split(&items, value);
    vec_each(const struct str, item, &items.list)
        vec_push(&slices, str_slice(item));
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

/* What stands in the form is what the writer has seen: title, date and status come first, the others below.
 */
static void add_front(struct desk *desk, struct form *form) {
    static const size_t first[] = {FIELD_TITLE, FIELD_DATE, FIELD_STATUS};
    struct draft_edit made = {0};
    front_edit_add(&made, desk->buffer->text, value_of(form, FIELD_TITLE), value_of(form, FIELD_DATE),
                   value_of(form, FIELD_STATUS));
    buffer_apply(desk->buffer, &made.edit, UNDO_ALONE);
    draft_edit_free(&made);
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        struct str *before = &form->before[first[i]];
        str_clear(before);
        str_append(before, str_slice(&form->fields[first[i]].text));
    }
}

void form_write(struct desk *desk, struct form *form) {
    struct buffer *buffer = desk->buffer;
    uint64_t revision = buffer->revision;
    bool all = true;
    undo_close(buffer->undo);
    undo_begin(buffer->undo);
    if (form->proposed) add_front(desk, form);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (!is_field_changed(form, i) || write_field(desk, i, value_of(form, i))) continue;
        desk_say(desk, FORM_NOT_WRITTEN, message_text(desk->lang, rows[i].label));
        all = false;
    }
    undo_end(buffer->undo);
    undo_close(buffer->undo);
    buffer_find_body(buffer);
    buffer_go(buffer, buffer_cursor(buffer), false);
    if (all && buffer->revision != revision) desk_say(desk, FORM_DONE);
}

/* 2024-12-13 and what follows it. */
static bool read_day(const char *text, struct date *date) {
    char *end;
    long year = strtol(text, &end, 10), month = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    long day = *end == '-' ? strtol(end + 1, &end, 10) : 0;
    *date = (struct date){.day = (int)day, .month = (int)month, .year = (int)year};
    return date_exists(date);
}

static void remark_date(struct slice text, enum lang lang, struct str *out) {
    char iso[11];
    struct date date;
    enum date_form form = text.len ? date_recognise(text, iso) : DATE_NONE;
    if (form == DATE_WORDED)
        str_printf(out, "= %s", iso);
    else if (form == DATE_NEVER)
        message_append(out, lang, MESSAGE_FORM_NO_DATE);
    else if (form == DATE_NONE)
        message_append(out, lang, MESSAGE_FORM_DATE_LIKE);
    else if (read_day(text.data, &date))
        message_append(out, lang, MESSAGE_DAY_0 + (message_id)((date_weekday(&date) + 1) % 7));
}

void form_remark(const struct form *form, size_t field, enum lang lang, struct str *out) {
    struct slice text = str_slice(&form->fields[field].text);
    size_t letters = utf8_count(text);
    if (form->fixed[field])
        message_append(out, lang, MESSAGE_FORM_BY_HAND);
    else if (field == FIELD_TITLE && !letters)
        message_append(out, lang, MESSAGE_FORM_NO_TITLE);
    else if (field == FIELD_TITLE && form->proposed && !is_field_changed(form, field))
        message_append(out, lang, MESSAGE_FORM_PROPOSED);
    else if (field == FIELD_TITLE && (letters < TITLE_LEAST || letters > TITLE_MOST))
        message(out, lang, FORM_TITLE_LENGTH, letters, TITLE_LEAST, TITLE_MOST);
    else if (field == FIELD_TITLE || field == FIELD_DESCRIPTION)
        message(out, lang, FORM_LETTERS, letters);
    else if (field == FIELD_DATE)
        remark_date(text, lang, out);
    else if (field == FIELD_STATUS)
        message_append(out, lang, MESSAGE_FORM_CHOOSE);
    else if (field == FIELD_TAGS)
        message_append(out, lang, MESSAGE_FORM_COMMAS);
}
