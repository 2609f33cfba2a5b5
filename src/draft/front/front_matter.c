#include "draft/front/front_matter.h"

#include "base/utf8.h"

static bool is_border(struct slice line) {
    if (!slice_starts(line, SLICE("---"))) return false;
    return slice_trim(line).len == 3;
}

/* "word:", at the start of a line, alone or before a space: what a key of a front matter looks like. */
static bool looks_like_key(struct slice line) {
    size_t i = 0, n;
    if (line.len && (line.data[0] == '"' || line.data[0] == '\'')) i++;
    size_t start = i;
    for (; i < line.len; i += n) {
        uint32_t rune = utf8_decode(line, i, &n);
        if (!rune_is_letter(rune) && rune != '_' && (i == start || (!rune_is_digit(rune) && rune != '-')))
            break;
    }
    if (i == start) return false;
    if (start && i < line.len && line.data[i] == line.data[0]) i++;
    while (i < line.len && line.data[i] == ' ')
        i++;
    if (i == line.len || line.data[i] != ':') return false;
    return i + 1 == line.len || strchr(" \t\r", line.data[i + 1]);
}

/* Whether the lines from 1 to end, the end of the block or of the text, are meant as YAML. */
static bool is_meant_as_yaml(const struct text *text, size_t end, bool closed) {
    bool first = true;
    for (size_t i = 1; i < end; i++) {
        struct slice line = text_line(text, i), s = slice_trim(line);
        if (!s.len && !first) return false;
        if (!s.len || s.data[0] == '#') continue;
        if (looks_like_key(closed ? s : line)) return true;
        if (!closed) return false;
        if (first && (strchr("{[?%&*!|>", s.data[0]) || slice_starts(s, SLICE("- ")))) return true;
        first = false;
    }
    return closed && first;
}

static size_t lines_to_blank(const struct text *text) {
    size_t i = 1;
    while (i < text_line_count(text) && slice_trim(text_line(text, i)).len)
        i++;
    return i;
}

size_t front_matter_lines(const struct text *text, bool *closed) {
    size_t count = text_line_count(text), end = 1;
    if (closed) *closed = false;
    if (!is_border(text_line(text, 0))) return 0;
    while (end < count && !is_border(text_line(text, end)) &&
           text_line_start(text, end) <= 2 * (size_t)YAML_BYTES)
        end++;
    bool has_end = end < count && is_border(text_line(text, end));
    if (!is_meant_as_yaml(text, end, has_end)) return 0;
    if (closed) *closed = has_end;
    return has_end ? end + 1 : lines_to_blank(text);
}

void front_items_free(struct front_key *key) {
    for (size_t i = 0; i < key->items.count; i++)
        str_free(&key->items.items[i].value);
    vec_free(&key->items);
}

void front_keys_free(struct front_matter *front) {
    for (size_t i = 0; i < front->keys.count; i++) {
        front_items_free(&front->keys.items[i]);
        str_free(&front->keys.items[i].value);
        free(front->keys.items[i].name);
    }
    vec_free(&front->keys);
}

void front_matter_free(struct front_matter *front) {
    front_keys_free(front);
    str_free(&front->problem);
    *front = (struct front_matter){0};
}

const struct front_key *front_matter_key(const struct front_matter *front, const char *name) {
    for (size_t i = 0; i < front->keys.count; i++)
        if (strcmp(front->keys.items[i].name, name) == 0) return &front->keys.items[i];
    return NULL;
}

bool front_key_is_null(const struct front_key *key) {
    static const char *const nothing[] = {"", "~", "null", "Null", "NULL"};
    if (key->kind != FRONT_SCALAR || key->quotes != FRONT_PLAIN) return false;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (slice_equal_text(str_slice(&key->value), nothing[i])) return true;
    return false;
}
