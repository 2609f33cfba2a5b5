#include "ui/panels/plant.h"

#include "draft/front/front_list.h"
#include "training/lesson.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"

static const char LIST[] = "flaws";
enum { WORDS_BYTES = 400 };

bool passage_at_cursor(const struct buffer *buffer, size_t most, size_t *start, size_t *end) {
    size_t cursor = buffer_cursor(buffer), line = text_line_at(buffer->text, cursor);
    size_t from = text_line_start(buffer->text, line);
    struct slice words = text_line(buffer->text, line);
    if (buffer_selection(buffer, start, end))
        return *start >= buffer->body && *end - *start <= most && *end <= from + words.len && *start >= from;
    size_t a = cursor - from, b = a;
    while (a > 0 && words.data[a - 1] != ' ')
        a--;
    while (b < words.len && words.data[b] != ' ')
        b++;
    *start = from + a;
    *end = from + b;
    return b > a;
}

bool plant_is_possible(const struct buffer *buffer) {
    struct front_matter front = {0};
    front_matter_parse(&front, buffer->text, LANG_ID);
    const struct front_key *key = front_matter_key(&front, LIST);
    bool is = key && (key->kind == FRONT_SEQUENCE ? key->only_scalars : front_key_is_null(key));
    front_matter_free(&front);
    return is;
}

/* Which of several equal words these are, from 1: a lesson counts from the title of its draft on. */
static size_t number_of(const struct buffer *buffer, const struct front_matter *front, struct slice words,
                        size_t start) {
    struct str before = {0};
    size_t count = 1;
    str_append(&before, front_matter_text(front, "headline"));
    str_append_byte(&before, '\n');
    text_copy(buffer->text, buffer->body, start, &before);
    for (size_t at = 0; (at = slice_find(str_slice(&before), words, at)) != SIZE_MAX; at++)
        count++;
    str_free(&before);
    return count;
}

static const char *rule_at(const struct buffer *buffer, size_t start, size_t end) {
    vec_each(const struct finding, finding, &buffer->shown.list)
        if (finding->start < end && start < finding->end) return finding_rule(finding)->name;
    return "kata";
}

static bool ask_for(struct desk *desk, message_id label, struct slice begin, struct str *out) {
    struct prompt prompt = {.label = slice_of(message_text(desk->lang, label))};
    field_insert(&prompt.field, begin);
    bool ok = prompt_run(desk, &prompt);
    str_append(out, str_slice(&prompt.field.text));
    str_free(&prompt.field.text);
    return ok;
}

static bool add_flaw(struct buffer *buffer, struct slice line, enum lang lang) {
    struct front_matter front = {0};
    struct draft_edit made = {0};
    VEC(struct slice) lines = {0};
    front_matter_parse(&front, buffer->text, lang);
    const struct front_key *key = front_matter_key(&front, LIST);
    for (size_t i = 0; key && i < key->items.count; i++)
        vec_push(&lines, str_slice(&key->items.items[i].value));
    vec_push(&lines, line);
    bool ok = front_edit_set_list(&made, buffer->text, &front, LIST, lines.items, lines.count);
    if (ok) buffer_apply(buffer, &made.edit, UNDO_ALONE);
    vec_free(&lines);
    draft_edit_free(&made);
    front_matter_free(&front);
    return ok;
}

static void append_line(struct buffer *buffer, size_t start, size_t end, enum lang lang, struct str *line) {
    struct front_matter front = {0};
    struct str words = {0};
    text_copy(buffer->text, start, end, &words);
    front_matter_parse(&front, buffer->text, lang);
    size_t number = number_of(buffer, &front, str_slice(&words), start);
    str_printf(line, "%s | %s", rule_at(buffer, start, end), str_text(&words));
    if (number > 1) str_printf(line, "#%zu", number);
    front_matter_free(&front);
    str_free(&words);
}

void plant_show(struct desk *desk) {
    struct str line = {0}, words = {0}, right = {0}, hint = {0};
    size_t start, end;
    if (!passage_at_cursor(desk->buffer, WORDS_BYTES, &start, &end)) {
        desk_say(desk, BLIND_PASSAGE);
        return;
    }
    text_copy(desk->buffer->text, start, end, &words);
    append_line(desk->buffer, start, end, desk->lang, &line);
    bool ok = ask_for(desk, MESSAGE_PLANT_RIGHT, str_slice(&words), &right) &&
              ask_for(desk, MESSAGE_PLANT_HINT, SLICE(""), &hint);
    str_printf(&line, " | %s | %s", str_text(&right), str_text(&hint));
    if (ok && !hint.len)
        desk_say(desk, PLANT_NO_HINT);
    else if (ok && slice_find_byte(str_slice(&words), '|', 0) == SIZE_MAX &&
             add_flaw(desk->buffer, str_slice(&line), desk->lang))
        desk_say(desk, PLANTED_AS, str_text(&line));
    else if (ok)
        desk_say(desk, PLANT_FAILED);
    str_free(&line);
    str_free(&words);
    str_free(&right);
    str_free(&hint);
}
