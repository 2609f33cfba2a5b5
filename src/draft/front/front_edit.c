#include "draft/front/front_edit.h"

#include "base/utf8.h"
#include "draft/front/front_parts.h"
#include "draft/front/yaml_block.h"

/* An edit that replaces the value of an existing key by made->inserted, already written as YAML. */
static bool replace_value(struct draft_edit *made, const struct text *text, const struct front_key *key) {
    bool empty = key->start == key->end, below = text_line_at(text, key->start) > key->line;
    if (!empty && !below) return draft_edit_finish(made, text, key->start, key->end);
    /* After the colon, before a comment that stands there. */
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
    if (flow && front->keys.count) { /* after the last value: a comma may stand after that already */
        const struct front_key *last = vec_last(&front->keys);
        at = last->end;
        str_append_text(&made->inserted, last->end > last->start ? ", " : " , ");
    } else if (flow) {
        at = front->flow_end;
    }
    if (!flow) str_append_repeated(&made->inserted, ' ', front->indent);
    append_key(made, name, flow);
    str_append(&made->inserted, str_slice(&value));
    if (!flow) str_append_text(&made->inserted, text_newline(text, front->lines - 2));
    str_free(&value);
    return draft_edit_finish(made, text, at, at);
}

bool front_edit_place(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                      const struct front_key *key, const char *name) {
    return key ? replace_value(made, text, key) : add_key(made, text, front, name);
}

bool front_edit_begin(struct draft_edit *made, const struct front_matter *front,
                      const struct front_key *key) {
    *made = (struct draft_edit){0};
    if (!front->lines || front->broken || front->place.form != FRONT_YAML) return false;
    return !key || (key->colon != SIZE_MAX && !key->referenced);
}

static bool same_key(const struct front_key *a, const struct front_key *b) {
    if (a->kind != b->kind || a->items.count != b->items.count || strcmp(a->name, b->name) != 0) return false;
    for (size_t i = 0; i < a->items.count; i++)
        if (!slice_equal(str_slice(&a->items.items[i].value), str_slice(&b->items.items[i].value)))
            return false;
    return slice_equal(str_slice(&a->value), str_slice(&b->value));
}

static bool holds(const struct front_key *key, const struct slice *value, const struct slice *items,
                  size_t count) {
    if (!key) return false;
    struct slice held = str_slice(&key->value);
    if (value)
        return !utf8_valid(*value) || slice_equal(held, *value) || slice_equal(front_key_text(key), *value);
    if (key->items.count != count) return false;
    for (size_t i = 0; i < count; i++)
        if (utf8_valid(items[i]) && !slice_equal(str_slice(&key->items.items[i].value), items[i]))
            return false;
    return true;
}

/* Tabs and the like, which YAML allows here and not there, make that worth a second reading. */
bool front_edit_is_safe(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                        const char *name, const struct slice *value, const struct slice *items,
                        size_t count) {
    struct str bytes = {0};
    size_t last = front->lines - 1, end = text_line_start(text, last) + text_line(text, last).len;
    text_copy(text, 0, end, &bytes);
    str_splice(&bytes, made->edit.offset, made->edit.removed.len, made->edit.inserted);
    size_t len = bytes.len, keys = front->keys.count + !front_matter_key(front, name);
    struct text *edited = text_from(str_steal(&bytes), len);
    struct front_matter after;
    front_matter_parse(&after, edited, LANG_ID);
    bool safe = after.lines && !after.broken && after.keys.count == keys;
    for (size_t i = 0; safe && i < keys; i++) {
        const struct front_key *key = &after.keys.items[i], *before = front_matter_key(front, key->name);
        safe =
            strcmp(key->name, name) == 0 ? holds(key, value, items, count) : before && same_key(before, key);
    }
    front_matter_free(&after);
    text_free(edited);
    if (!safe) draft_edit_free(made);
    return safe;
}

/* A text of several lines stays one: "|" and ">" with the line ends, indentation and width they had. */
static bool set_block(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                      const struct front_key *key, struct slice value) {
    if (!value.len) return false;
    struct str old = {0};
    text_copy(text, key->start, key->end, &old);
    yaml_append_block(&made->inserted, value, str_slice(&old), front->indent, key->quotes == FRONT_FOLDED,
                      text_newline(text, key->line));
    str_free(&old);
    return draft_edit_finish(made, text, key->start, key->end) &&
           front_edit_is_safe(made, text, front, key->name, &value, NULL, 0);
}

bool front_edit_set(struct draft_edit *made, const struct text *text, const struct front_matter *front,
                    const char *name, struct slice value, enum yaml_meaning meaning) {
    const struct front_key *key = front_matter_key(front, name);
    if (!front_edit_begin(made, front, key)) return false;
    bool scalar = key && key->kind == FRONT_SCALAR;
    if (scalar && key->quotes >= FRONT_LITERAL && set_block(made, text, front, key, value)) return true;
    draft_edit_free(made);
    struct yaml_style style = {.flow = front->flow_end != SIZE_MAX, .meaning = meaning};
    if (scalar) style.quotes = key->quotes;
    yaml_append(&made->inserted, value, style);
    return front_edit_place(made, text, front, key, name) &&
           front_edit_is_safe(made, text, front, name, &value, NULL, 0);
}

void front_edit_add(struct draft_edit *made, const struct text *text, struct slice title, struct slice date,
                    struct slice status) {
    static const char *const names[] = {"title", "date", "status"};
    static const enum yaml_meaning meanings[] = {YAML_TEXT, YAML_DATE, YAML_TEXT};
    const struct slice values[] = {title, date, status};
    *made = (struct draft_edit){0};
    const char *newline = text_newline(text, 0);
    str_printf(&made->inserted, "---%s", newline);
    for (size_t i = 0; i < 3; i++) {
        append_key(made, names[i], false);
        yaml_append(&made->inserted, values[i], (struct yaml_style){.meaning = meanings[i]});
        str_append_text(&made->inserted, newline);
    }
    str_printf(&made->inserted, "---%s", newline);
    if (slice_trim(text_line(text, 0)).len) str_append_text(&made->inserted, newline);
    draft_edit_finish(made, text, 0, 0);
}
