#include "text/past.h"

void past_free(struct past *past) {
    vec_free(&past->parts);
    str_free(&past->own);
    *past = (struct past){0};
}

static void add(struct past *past, bool loaded, size_t at, size_t len) {
    struct past_part *last = past->parts.count ? vec_last(&past->parts) : NULL;
    past->length += len;
    if (last && last->loaded == loaded && last->at + last->len == at)
        last->len += len;
    else if (len)
        vec_push(&past->parts, (struct past_part){loaded, at, len});
}

static void add_own(struct past *past, struct slice bytes) {
    size_t at = past->own.len;
    str_append(&past->own, bytes);
    add(past, false, at, bytes.len);
}

void past_begin(struct past *past, const struct text *text) {
    past_free(past);
    add(past, true, 0, text_loaded(text).len);
}

void past_set(struct past *past, struct slice bytes) {
    past_free(past);
    add_own(past, bytes);
}

/* Where in the bytes that the text was made from the line stands; SIZE_MAX: it is another one. */
static size_t place_in(struct slice loaded, struct slice line) {
    bool inside = loaded.len && line.data >= loaded.data && line.data + line.len <= loaded.data + loaded.len;
    return inside ? (size_t)(line.data - loaded.data) : SIZE_MAX;
}

void past_take(struct past *past, const struct text *text) {
    struct past now = {0};
    struct slice loaded = text_loaded(text);
    for (size_t i = 0, lines = text_line_count(text); i < lines; i++) {
        struct slice line = text_line(text, i);
        size_t at = place_in(loaded, line), end = at + line.len;
        bool breaks = i + 1 < lines;
        if (at == SIZE_MAX)
            add_own(&now, line);
        else /* with the newline that was loaded after it */
            add(&now, true, at, line.len + (breaks && end < loaded.len));
        if (breaks && (at == SIZE_MAX || end == loaded.len)) add_own(&now, SLICE("\n"));
    }
    past_free(past);
    *past = now;
}

static struct slice bytes_of(const struct past *past, const struct past_part *part, struct slice loaded) {
    return slice_range(part->loaded ? loaded : str_slice(&past->own), part->at, part->at + part->len);
}

void past_copy(const struct past *past, const struct text *text, struct str *out) {
    str_reserve(out, past->length);
    vec_each(const struct past_part, part, &past->parts)
        str_append(out, bytes_of(past, part, text_loaded(text)));
}

struct past_reader {
    const struct past *past;
    struct slice loaded, rest;
    size_t next;
};

/* True when these bytes come next. */
static bool comes_next(struct past_reader *r, struct slice bytes) {
    while (bytes.len) {
        if (!r->rest.len) {
            if (r->next == r->past->parts.count) return false;
            r->rest = bytes_of(r->past, &r->past->parts.items[r->next++], r->loaded);
        }
        size_t len = bytes.len < r->rest.len ? bytes.len : r->rest.len;
        struct slice a = slice_range(bytes, 0, len), b = slice_range(r->rest, 0, len);
        if (a.data != b.data && !slice_equal(a, b)) return false;
        bytes = slice_range(bytes, len, bytes.len);
        r->rest = slice_range(r->rest, len, r->rest.len);
    }
    return true;
}

bool past_is(const struct past *past, const struct text *text) {
    struct past_reader r = {.past = past, .loaded = text_loaded(text)};
    if (past->length != text_length(text)) return false;
    for (size_t i = 0, lines = text_line_count(text); i < lines; i++)
        if (!comes_next(&r, text_line(text, i)) || (i + 1 < lines && !comes_next(&r, SLICE("\n"))))
            return false;
    return true;
}
