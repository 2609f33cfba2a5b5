#include "ui/page/marked.h"

enum { LINE_BYTES_MAX = 16384, HEADING_LEVELS = 6, INDENT_MAX = 12, DIGITS_MAX = 3 };

static bool ends_marker(struct slice line, size_t at) {
    return at == line.len || line.data[at] == ' ' || line.data[at] == '\t';
}

static bool is_heading(struct slice line) {
    size_t level = 0;
    while (level < line.len && line.data[level] == '#')
        level++;
    return level > 0 && level <= HEADING_LEVELS && ends_marker(line, level);
}

/* - item, * item, + item, 1. item, 1) item, > quotation */
static size_t marker_of(struct slice line) {
    size_t at = 0, digits = 0;
    while (at < line.len && at < INDENT_MAX && line.data[at] == ' ')
        at++;
    if (at < line.len && strchr("-*+>", line.data[at])) return ends_marker(line, at + 1) ? at + 1 : 0;
    while (at < line.len && digits <= DIGITS_MAX && line.data[at] >= '0' && line.data[at] <= '9')
        at++, digits++;
    bool closes = at < line.len && (line.data[at] == '.' || line.data[at] == ')');
    return digits && digits <= DIGITS_MAX && closes && ends_marker(line, at + 1) ? at + 1 : 0;
}

/* From a hidden ** to the next one like it. */
static void find_strong(struct marked *marked, struct slice line) {
    const struct markup_span *open = NULL;
    vec_each(const struct markup_span, span, &marked->markup.spans) {
        struct slice signs = slice_range(line, span->start, span->end);
        if (span->kind != MARKUP_HIDDEN || span->rune) continue;
        if (!slice_starts(signs, SLICE("**")) && !slice_starts(signs, SLICE("__"))) continue;
        if (open) vec_push(&marked->strong, (struct markup_range){open->end, span->start});
        open = open ? NULL : span;
    }
}

/* What markup hides, and what is emphasised, has one of these; lines of prose hardly ever do. */
static bool has_signs(struct slice line) {
    for (size_t i = 0; i < line.len; i++)
        switch (line.data[i]) {
        case '\\':
        case '`':
        case '<':
        case '>':
        case '&':
        case '*':
        case '_':
        case '[':
        case ']':
        case '{':
        case '$':
        case ':':
        case '!':
        case '|':
        case '#':
            return true;
        default:
            break;
        }
    return false;
}

void marked_read(struct marked *marked, struct slice line, size_t number) {
    if (marked->read && marked->line == number) return;
    marked_free(marked);
    marked->read = true;
    marked->line = number;
    if (line.len > LINE_BYTES_MAX) return;
    marked->heading = is_heading(line);
    marked->marker = marker_of(line);
    if (!has_signs(line)) return;
    markup_find(&marked->markup, line, NULL, NULL);
    find_strong(marked, line);
}

enum style_id marked_style(const struct marked *marked, size_t at, size_t *end) {
    if (marked->heading) return STYLE_HEADING;
    if (marked_within(0, marked->marker, at, end)) return STYLE_MARKUP;
    vec_each(const struct markup_span, span, &marked->markup.spans) {
        bool hidden = span->kind != MARKUP_OPAQUE && !span->rune;
        if (hidden && marked_within(span->start, span->end, at, end)) return STYLE_MARKUP;
    }
    vec_each(const struct markup_range, range, &marked->strong)
        if (marked_within(range->start, range->end, at, end)) return STYLE_STRONG;
    vec_each(const struct markup_range, range, &marked->markup.italics)
        if (marked_within(range->start, range->end, at, end)) return STYLE_EMPHASIS;
    return STYLE_TEXT;
}

void marked_free(struct marked *marked) {
    markup_free(&marked->markup);
    vec_free(&marked->strong);
    *marked = (struct marked){0};
}
