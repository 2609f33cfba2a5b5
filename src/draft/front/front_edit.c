#include "draft/front/front_edit.h"

#include "base/utf8.h"
#include "draft/front/yaml_quote.h"

/* In a file whose line ends differ, those of the front matter are those of its first line. */
static const char *newline_of(const struct text *text) {
    return slice_ends(text_line(text, 0), SLICE("\r")) ? "\r\n" : "\n";
}

/* An edit that replaces the value of an existing key by made->inserted, already written as YAML. */
static bool replace_value(struct draft_edit *made, const struct text *text, const struct front_key *key) {
    if (key->colon == SIZE_MAX) return false;
    bool empty = key->start == key->end, below = text_line_at(text, key->start) > key->line;
    if (!empty && !below) return draft_edit_finish(made, text, key->start, key->end);
    /* Behind the colon, before a comment that stands there. */
    struct str kept = {0};
    if (below) text_copy(text, key->colon, key->start, &kept);
    str_splice(&made->inserted, 0, 0, SLICE(" "));
    struct slice comment = slice_trim(str_slice(&kept));
    if (comment.len) {
        str_append_byte(&made->inserted, ' ');
        str_append(&made->inserted, comment);
    }
    str_free(&kept);
    return draft_edit_finish(made, text, key->colon, below ? key->end : key->colon);
}

static void append_key(struct draft_edit *made, const char *name, bool flow) {
    yaml_append(&made->inserted, slice_of(name), (struct yaml_style){.flow = flow});
    str_append_text(&made->inserted, ": ");
}

/* Adds a key as the last one; made->inserted holds its value. */
static bool add_key(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                    const char *name) {
    struct str value = made->inserted;
    made->inserted = (struct str){0};
    size_t at = front->end;
    bool flow = front->flow_end != SIZE_MAX;
    if (flow && front->keys.count) { /* behind the last value: a comma may stand behind that already */
        const struct front_key *last = vec_last(&front->keys);
        at = last->end;
        str_append_text(&made->inserted, last->end > last->start ? ", " : " , ");
    } else if (flow) {
        at = front->flow_end;
    }
    if (!flow) str_append_repeated(&made->inserted, ' ', front->indent);
    append_key(made, name, flow);
    str_append(&made->inserted, str_slice(&value));
    if (!flow) str_append_text(&made->inserted, newline_of(text));
    str_free(&value);
    return draft_edit_finish(made, text, at, at);
}

/* Reads the front matter with the edit, and makes sure that it has this many keys and, when it was set, the
 * value. Tabs and the like, which YAML allows here and not there, make that worth a second reading. */
static bool is_safe(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                    size_t keys, const char *name, const struct slice *value) {
    struct str bytes = {0};
    text_copy(text, 0, front->end + 3, &bytes); /* with the closing --- */
    str_splice(&bytes, made->edit.offset, made->edit.removed.len, made->edit.inserted);
    size_t len = bytes.len;
    struct text *edited = text_from(str_steal(&bytes), len);
    struct front_matter after;
    front_matter_parse(&after, edited, LANG_ID);
    const struct front_key *key = front_matter_key(&after, name);
    bool safe = after.lines && !after.broken && after.keys.count == keys;
    if (value && utf8_valid(*value)) safe = safe && key && slice_equal(str_slice(&key->value), *value);
    front_matter_free(&after);
    text_free(edited);
    if (!safe) draft_edit_free(made);
    return safe;
}

static bool can_edit(struct draft_edit *made, const struct front_matter *front) {
    *made = (struct draft_edit){0};
    return front->lines && !front->broken;
}

bool front_edit_set(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                    const char *name, struct slice value) {
    if (!can_edit(made, front)) return false;
    const struct front_key *key = front_matter_key(front, name);
    struct yaml_style style = {.flow = front->flow_end != SIZE_MAX};
    if (key && key->kind == FRONT_SCALAR) {
        style.quotes = key->quotes;
        if (key->quotes == FRONT_PLAIN) style.meaning = yaml_meaning_of(str_slice(&key->value));
    }
    yaml_append(&made->inserted, value, style);
    if (key ? replace_value(made, text, key) : add_key(made, text, front, name))
        return is_safe(made, text, front, front->keys.count + !key, name, &value);
    draft_edit_free(made);
    return false;
}

/* The items of a list written as lines that differ: those between an equal beginning and an equal end. */
static bool replace_lines(struct draft_edit *made, const struct text *text, const struct front_key *key,
                          const struct slice *values, size_t count) {
    size_t old = key->items.count, first = 0, last = 0;
    const struct front_item *items = key->items.items;
    while (first < old && first < count && slice_equal(str_slice(&items[first].value), values[first]))
        first++;
    while (last < old - first && last < count - first &&
           slice_equal(str_slice(&items[old - 1 - last].value), values[count - 1 - last]))
        last++;
    if (first == old - last && first == count - last)
        return draft_edit_finish(made, text, key->start, key->start);

    size_t indent = key->start - text_line_start(text, text_line_at(text, key->start));
    size_t line = text_line_at(text, first < old ? items[first].start : items[old - 1].end);
    if (first == old) line++;
    size_t start = text_line_start(text, line), end = start;
    if (first < old - last) end = text_line_start(text, text_line_at(text, items[old - last - 1].end) + 1);
    for (size_t i = first; i < count - last; i++) {
        str_append_repeated(&made->inserted, ' ', indent);
        str_append_text(&made->inserted, "- ");
        yaml_append(&made->inserted, values[i],
                    (struct yaml_style){.quotes = first < old ? items[first].quotes : items[0].quotes});
        str_append_text(&made->inserted, newline_of(text));
    }
    return draft_edit_finish(made, text, start, end);
}

/* True when each item begins on a line of its own, behind nothing but its dash. */
static bool items_stand_on_lines(const struct text *text, const struct front_key *key) {
    if (key->kind != FRONT_SEQUENCE || key->flow || !key->only_scalars || !key->items.count) return false;
    size_t before = key->line;
    for (size_t i = 0; i < key->items.count; i++) {
        const struct front_item *item = &key->items.items[i];
        size_t line = text_line_at(text, item->start);
        struct slice lead = slice_range(text_line(text, line), 0, item->start - text_line_start(text, line));
        if (line <= before || !slice_equal_text(slice_trim(lead), "-")) return false;
        before = text_line_at(text, item->end);
    }
    return true;
}

bool front_edit_set_list(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                         const char *name, const struct slice *values, size_t count) {
    if (!can_edit(made, front)) return false;
    const struct front_key *key = front_matter_key(front, name);
    if (key && count && items_stand_on_lines(text, key))
        return replace_lines(made, text, key, values, count) &&
               is_safe(made, text, front, front->keys.count, name, NULL);
    bool like_before = key && key->kind == FRONT_SEQUENCE && key->items.count;
    str_append_byte(&made->inserted, '[');
    for (size_t i = 0; i < count; i++) {
        if (i) str_append_text(&made->inserted, ", ");
        yaml_append(&made->inserted, values[i],
                    (struct yaml_style){.quotes = like_before ? key->items.items[0].quotes : FRONT_PLAIN,
                                        .flow = true});
    }
    str_append_byte(&made->inserted, ']');
    if (key ? replace_value(made, text, key) : add_key(made, text, front, name))
        return is_safe(made, text, front, front->keys.count + !key, name, NULL);
    draft_edit_free(made);
    return false;
}

void front_edit_add(struct draft_edit *made, const struct text *text, struct slice title, struct slice date,
                    struct slice status) {
    static const char *const names[] = {"title", "date", "status"};
    const struct slice values[] = {title, date, status};
    *made = (struct draft_edit){0};
    const char *newline = newline_of(text);
    str_printf(&made->inserted, "---%s", newline);
    for (size_t i = 0; i < 3; i++) {
        append_key(made, names[i], false);
        yaml_append(&made->inserted, values[i], (struct yaml_style){0});
        str_append_text(&made->inserted, newline);
    }
    str_printf(&made->inserted, "---%s", newline);
    if (slice_trim(text_line(text, 0)).len) str_append_text(&made->inserted, newline);
    draft_edit_finish(made, text, 0, 0);
}
