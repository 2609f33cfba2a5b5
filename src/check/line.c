#include "check/line.h"

#include "base/utf8.h"

/* A line of dashes, stars or equal signs. */
static bool is_ruler(struct slice s) {
    size_t marks = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] != s.data[0] && s.data[i] != ' ') return false;
        marks += s.data[i] != ' ';
    }
    return marks >= 3 && strchr("-*_=", s.data[0]);
}

/* How many of the mark the fence has; 0: none. After backticks stands no other backtick. */
static size_t fence_length(struct slice s) {
    size_t n = 0;
    while (n < s.len && s.data[n] == s.data[0])
        n++;
    if (n < 3 || !strchr("`~", s.data[0])) return 0;
    return s.data[0] == '`' && slice_find_byte(s, '`', n) != SIZE_MAX ? 0 : n;
}

/* One to six #, then a space: #tag is prose. */
static bool is_heading(struct slice s) {
    size_t marks = 0;
    while (marks < s.len && s.data[marks] == '#')
        marks++;
    return marks && marks <= 6 && (marks == s.len || s.data[marks] == ' ' || s.data[marks] == '\t');
}

/* Bytes of the list marker at the start of s, the space after it not counted; 0: none. */
static size_t marker_length(struct slice s) {
    if (s.len < 2) return 0;
    if (strchr("-*+", s.data[0]) && (s.data[1] == ' ' || s.data[1] == '\t')) return 1;
    if (slice_starts(s, SLICE("•"))) return strlen("•");
    size_t i = 0;
    while (i < s.len && i < 3 && rune_is_digit((unsigned char)s.data[i]))
        i++;
    if (i == 0 && rune_is_lower((unsigned char)s.data[0])) i = 1;
    return i && i + 1 < s.len && strchr(".)", s.data[i]) && s.data[i + 1] == ' ' ? i + 1 : 0;
}

static struct slice skip_space(struct slice s) {
    size_t i = 0;
    while (i < s.len && (s.data[i] == ' ' || s.data[i] == '\t'))
        i++;
    return slice_range(s, i, s.len);
}

/* MDX: import x from "y"; export const x = ... What they open in braces may end on a later line. */
static bool is_module(struct slice s) {
    if (slice_starts(s, SLICE("export const ")) || slice_starts(s, SLICE("export default "))) return true;
    if (!slice_starts(s, SLICE("import "))) return false;
    struct slice line = slice_trim(s);
    return slice_equal_text(line, "import {") ||
           (slice_find(s, SLICE(" from "), 0) != SIZE_MAX && strchr("\"';", line.data[line.len - 1]));
}

struct line line_read(struct slice bytes) {
    struct line line = {.content = slice_trim(bytes)};
    bool item = false;
    for (;;) {
        struct slice s = line.content;
        if (!s.len) break;
        if (s.data[0] == '>') {
            line.quotes++;
            line.content = skip_space(slice_range(s, 1, s.len));
            continue;
        }
        size_t marker = is_ruler(s) ? 0 : marker_length(s);
        if (!marker) break;
        item = true;
        line.content = skip_space(slice_range(s, marker, s.len));
    }
    struct slice s = line.content;
    line.indent = (size_t)(s.data - bytes.data);
    line.item = item;
    if (!s.len)
        line.kind = item || line.quotes ? LINE_ITEM : LINE_BLANK;
    else if (fence_length(s))
        line.kind = LINE_FENCE;
    else if (s.data[0] == '|')
        line.kind = LINE_TABLE;
    else if (is_ruler(s))
        line.kind = LINE_RULER;
    else if (is_heading(s))
        line.kind = LINE_HEADING;
    else if (is_module(s))
        line.kind = LINE_CODE;
    else
        line.kind = item ? LINE_ITEM : LINE_TEXT;
    return line;
}

/* Without the > marks of the fence's quotes; false when the line has fewer of them. */
static bool enter_quotes(const struct line *fence, struct slice *bytes) {
    for (size_t i = 0; i < fence->quotes; i++) {
        *bytes = skip_space(*bytes);
        if (!bytes->len || bytes->data[0] != '>') return false;
        *bytes = slice_range(*bytes, 1, bytes->len);
    }
    return true;
}

bool line_closes_fence(const struct line *fence, struct slice bytes) {
    enum { DEEPEST = 3 /* more spaces, and it is code */ };
    if (!enter_quotes(fence, &bytes)) return false;
    struct slice s = slice_trim(bytes);
    size_t outside = (size_t)(s.data - bytes.data);
    if (!s.len || s.data[0] != fence->content.data[0] || outside > fence->indent + DEEPEST) return false;
    size_t n = 0;
    while (n < s.len && s.data[n] == s.data[0])
        n++;
    return n == s.len && n >= fence_length(fence->content);
}

bool line_leaves_fence(const struct line *fence, struct slice bytes) {
    if (!enter_quotes(fence, &bytes)) return true;
    struct slice s = slice_trim(bytes);
    return fence->item && s.len && (size_t)(s.data - bytes.data) < fence->indent && !fence->quotes;
}
