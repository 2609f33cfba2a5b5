/* What is put in from a template: a date, a dateline, a quotation with who speaks. */
#include "base/safe.h"
#include "base/today.h"
#include "check/rules/calendar.h"
#include "draft/front/front_matter.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/panels/prompt.h"

#include <stdlib.h>

/* Senin (23/11/2026), as the press writes it. */
static void append_date(struct str *out) {
    struct str today = {0};
    struct date date = {0};
    today_append(&today);
    char *end;
    date.year = (int)strtol(str_text(&today), &end, 10);
    date.month = *end == '-' ? (int)strtol(end + 1, &end, 10) : 0;
    date.day = *end == '-' ? (int)strtol(end + 1, &end, 10) : 0;
    if (date_exists(&date))
        str_printf(out, "%s (%d/%d/%d)", weekday_name(date_weekday(&date)), date.day, date.month, date.year);
    str_free(&today);
}

static void insert(struct editor *editor, struct slice text) {
    struct buffer *buffer = editor->desk.buffer;
    undo_close(buffer->undo);
    buffer_insert(buffer, text, UNDO_ALONE);
    undo_close(buffer->undo);
}

void run_insert_date(struct editor *editor) {
    struct str text = {0};
    append_date(&text);
    insert(editor, str_slice(&text));
    str_free(&text);
}

static void append_location(const struct editor *editor, struct str *out) {
    struct front_matter front = {0};
    front_matter_parse(&front, editor->desk.buffer->text, editor->desk.lang);
    str_append(out, front_matter_text(&front, "location"));
    front_matter_free(&front);
}

/* Merbau, Senin (23/11/2026) — at the start of the text. The place is that of the front matter, or asked for.
 */
void run_insert_dateline(struct editor *editor) {
    struct prompt prompt = {.label = slice_of(message_text(editor->desk.lang, MESSAGE_PROMPT_CITY))};
    append_location(editor, &prompt.field.text);
    prompt.field.cursor = prompt.field.text.len;
    if (prompt_run(&editor->desk, &prompt)) {
        struct str text = {0};
        if (prompt.field.text.len) str_printf(&text, "%s, ", str_text(&prompt.field.text));
        append_date(&text);
        str_append_text(&text, " — ");
        buffer_go(editor->desk.buffer, editor->desk.buffer->body, false);
        insert(editor, str_slice(&text));
        str_free(&text);
    }
    str_free(&prompt.field.text);
}

/* "|," kata NAME. The cursor is left where the words of the quotation go; what is selected becomes them. */
void run_insert_quotation(struct editor *editor) {
    struct prompt prompt = {.label = slice_of(message_text(editor->desk.lang, MESSAGE_PROMPT_SPEAKER))};
    struct buffer *buffer = editor->desk.buffer;
    if (prompt_run(&editor->desk, &prompt)) {
        size_t start = buffer_cursor(buffer), end = start;
        struct str text = {0};
        str_append_byte(&text, '"');
        if (buffer_selection(buffer, &start, &end)) text_copy(buffer->text, start, end, &text);
        size_t words = text.len;
        str_printf(&text, ",\" kata %s.", prompt.field.text.len ? str_text(&prompt.field.text) : "...");
        insert(editor, str_slice(&text));
        if (!buffer->refused) buffer_go(buffer, start + words, false);
        str_free(&text);
    }
    str_free(&prompt.field.text);
}
