#include "text/text.h"

#include "base/memory.h"

#include <stdlib.h>

struct text_line_entry {
    char *data;      /* in text->loaded while capacity is 0, else owned */
    size_t start;    /* before the gap: from the start of the text; after it: from its end */
    size_t len;      /* bytes, without the newline */
    size_t capacity; /* of data; 0 when borrowed */
};

/*
 * Lines stand in one array with a gap at the last edit. After the gap a line's start counts from the end of
 * the text, so typing moves no start but those between two edits.
 */
struct text {
    struct text_line_entry *lines;
    size_t before, after; /* lines before and after the gap */
    size_t capacity;      /* places in lines, gap included */
    size_t length;        /* bytes */
    char *loaded;
    size_t loaded_len;
};

static struct text_line_entry *line_at_index(const struct text *text, size_t i) {
    return &text->lines[i < text->before ? i : i + text->capacity - text->before - text->after];
}

static size_t start_of(const struct text *text, size_t i) {
    size_t start = line_at_index(text, i)->start;
    return i < text->before ? start : text->length - start;
}

static void append_line(struct text *text, char *data, size_t len, size_t start) {
    if (text->before == text->capacity) {
        text->capacity += text->capacity / 2 + 16;
        text->lines = memory_resize(text->lines, text->capacity, sizeof *text->lines);
    }
    text->lines[text->before++] = (struct text_line_entry){.data = data, .start = start, .len = len};
}

struct text *text_from(char *bytes, size_t len) {
    struct text *text = memory_zero(1, sizeof *text);
    text->loaded = bytes;
    text->loaded_len = len;
    text->length = len;
    struct slice all = {bytes, len};
    for (size_t at = 0;;) {
        size_t end = slice_find_byte(all, '\n', at);
        append_line(text, bytes + at, (end == SIZE_MAX ? len : end) - at, at);
        if (end == SIZE_MAX) return text;
        at = end + 1;
    }
}

struct text *text_with(struct slice bytes) {
    return text_from(slice_copy(bytes), bytes.len);
}

struct text *text_new(void) {
    return text_with(SLICE(""));
}

static void line_free(struct text_line_entry *line) {
    if (line->capacity) free(line->data);
}

void text_free(struct text *text) {
    if (!text) return;
    for (size_t i = 0; i < text->before + text->after; i++)
        line_free(line_at_index(text, i));
    free(text->lines);
    free(text->loaded);
    free(text);
}

struct slice text_loaded(const struct text *text) {
    return (struct slice){text->loaded, text->loaded_len};
}

size_t text_length(const struct text *text) {
    return text->length;
}

size_t text_line_count(const struct text *text) {
    return text->before + text->after;
}

struct slice text_line(const struct text *text, size_t line) {
    const struct text_line_entry *l = line_at_index(text, line);
    return (struct slice){l->data, l->len};
}

struct slice text_line_body(const struct text *text, size_t line) {
    struct slice body = text_line(text, line);
    if (line + 1 < text_line_count(text) && slice_ends(body, SLICE("\r"))) body.len--;
    return body;
}

const char *text_newline(const struct text *text, size_t line) {
    if (line + 1 == text_line_count(text)) {
        if (!line) return "\n";
        line--;
    }
    return slice_ends(text_line(text, line), SLICE("\r")) ? "\r\n" : "\n";
}

size_t text_line_start(const struct text *text, size_t line) {
    return start_of(text, line);
}

size_t text_line_at(const struct text *text, size_t offset) {
    size_t low = 0, high = text_line_count(text);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (start_of(text, middle) <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t line_words(struct slice line) {
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < line.len; i++) {
        bool letter = (unsigned char)line.data[i] > ' ';
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

size_t text_words(const struct text *text) {
    size_t words = 0;
    for (size_t i = 0, lines = text_line_count(text); i < lines; i++)
        words += line_words(text_line(text, i));
    return words;
}

void text_copy(const struct text *text, size_t start, size_t end, struct str *out) {
    str_reserve(out, end - start);
    for (size_t i = text_line_at(text, start); start < end; i++) {
        struct slice line = text_line(text, i);
        size_t first = start_of(text, i), stop = first + line.len;
        if (start < stop) {
            size_t to = end < stop ? end : stop;
            str_append(out, slice_range(line, start - first, to - first));
            start = to;
        }
        if (start == stop && start < end) {
            str_append_byte(out, '\n');
            start++;
        }
    }
}

uint64_t text_hash(const struct text *text) {
    enum { PART = 4 * HASH_LONG };
    struct str part = {0};
    struct hash hash = HASH_START;
    size_t at = 0;
    for (; text->length - at > PART; at += PART) {
        str_clear(&part);
        text_copy(text, at, at + PART, &part);
        hash_add(&hash, str_slice(&part));
    }
    str_clear(&part);
    text_copy(text, at, text->length, &part);
    uint64_t all = at ? hash_end(&hash, str_slice(&part)) : slice_hash(str_slice(&part));
    str_free(&part);
    return all;
}

/* Moves the gap so that it stands after line i - 1. */
static void move_gap(struct text *text, size_t i) {
    size_t gap = text->capacity - text->before - text->after;
    while (text->before > i) {
        struct text_line_entry *line = &text->lines[--text->before];
        line->start = text->length - line->start;
        text->lines[text->before + gap] = *line;
        text->after++;
    }
    while (text->before < i) {
        struct text_line_entry *line = &text->lines[text->before + gap];
        line->start = text->length - line->start;
        text->lines[text->before++] = *line;
        text->after--;
    }
}

/* Makes room for n more lines in the gap. */
static void widen_gap(struct text *text, size_t n) {
    size_t used = text->before + text->after;
    if (text->capacity - used >= n) return;
    size_t capacity = used + n + used / 2 + 16;
    text->lines = memory_resize(text->lines, capacity, sizeof *text->lines);
    memmove(text->lines + capacity - text->after, text->lines + text->capacity - text->after,
            text->after * sizeof *text->lines);
    text->capacity = capacity;
}

static void line_splice(struct text_line_entry *line, size_t at, size_t removed, struct slice inserted) {
    size_t len = line->len - removed + inserted.len;
    if (len > line->capacity || !line->capacity) {
        size_t capacity = len + len / 8 + 32, tail = line->len - at - removed;
        char *data = memory_alloc(capacity);
        if (at) memcpy(data, line->data, at);
        if (tail) memcpy(data + at + inserted.len, line->data + at + removed, tail);
        line_free(line);
        line->data = data;
        line->capacity = capacity;
    } else {
        memmove(line->data + at + inserted.len, line->data + at + removed, line->len - at - removed);
    }
    if (inserted.len) memcpy(line->data + at, inserted.data, inserted.len);
    line->len = len;
}

struct change text_apply(struct text *text, const struct edit *edit) {
    size_t first = text_line_at(text, edit->offset);
    size_t last = text_line_at(text, edit->offset + edit->removed.len);
    size_t at = edit->offset - start_of(text, first);
    move_gap(text, last + 1);

    /* The lines from first to last become one, which holds what stands before and after the edit. */
    struct text_line_entry *line = &text->lines[first], *end = &text->lines[last];
    size_t keep = edit->offset + edit->removed.len - end->start;
    if (first == last) {
        line_splice(line, at, keep - at, (struct slice){0});
    } else {
        line_splice(line, at, line->len - at, (struct slice){end->data + keep, end->len - keep});
        for (size_t i = first + 1; i <= last; i++)
            line_free(&text->lines[i]);
    }
    text->before = first + 1;
    text->length += edit->inserted.len - edit->removed.len;

    /* Then the inserted lines open it again. */
    struct slice rest = edit->inserted;
    size_t inserted = 1;
    for (size_t end_of_line; (end_of_line = slice_find_byte(rest, '\n', 0)) != SIZE_MAX; inserted++) {
        widen_gap(text, 1);
        line = &text->lines[text->before - 1];
        struct text_line_entry next = {.start = line->start + at + end_of_line + 1};
        line_splice(&next, 0, 0, (struct slice){line->data + at, line->len - at});
        line_splice(line, at, line->len - at, slice_range(rest, 0, end_of_line));
        text->lines[text->before++] = next;
        rest = slice_range(rest, end_of_line + 1, rest.len);
        at = 0;
    }
    line_splice(&text->lines[text->before - 1], at, 0, rest);
    return (struct change){.first = first, .removed = last - first + 1, .inserted = inserted};
}

size_t edit_moves(const struct edit *edit, size_t position, bool follow) {
    if (position < edit->offset || (position == edit->offset && !follow)) return position;
    if (position >= edit->offset + edit->removed.len)
        return position - edit->removed.len + edit->inserted.len;
    return edit->offset;
}
