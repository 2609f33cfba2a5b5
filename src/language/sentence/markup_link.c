#include "language/sentence/markup_parts.h"

#include "base/utf8.h"

enum {
    LABEL_LIMIT = 999,   /* CommonMark 6.3 */
    BRACKETS_NESTED = 32 /* of a destination; CommonMark 6.3 asks for three, cmark reads as many as this */
};

static size_t skip_space(struct slice s, size_t i) {
    while (i < s.len && (s.data[i] == ' ' || s.data[i] == '\t' || s.data[i] == '\n' || s.data[i] == '\r'))
        i++;
    return i;
}

/* What a label, a title or a tag of a site at i may reach to. */
static struct slice reach(struct slice s, size_t i) {
    return slice_range(s, 0, i + LABEL_LIMIT < s.len ? i + LABEL_LIMIT : s.len);
}

/* After the {{ value }} or {% tag %} of a site at i; i when there is none. */
static size_t skip_braces(struct slice s, size_t i) {
    if (i + 1 >= s.len || s.data[i] != '{' || (s.data[i + 1] != '{' && s.data[i + 1] != '%')) return i;
    struct slice near = reach(s, i);
    size_t end = slice_find(near, s.data[i + 1] == '{' ? SLICE("}}") : SLICE("%}"), i + 2);
    return end == SIZE_MAX ? i : end + 2;
}

/* After the destination at i, or SIZE_MAX. */
static size_t destination_end(struct slice s, size_t i) {
    if (i < s.len && s.data[i] == '<') {
        for (i++; i < s.len && s.data[i] != '>'; i++) {
            if (s.data[i] == '\n' || s.data[i] == '<') return SIZE_MAX;
            i += s.data[i] == '\\';
        }
        return i < s.len ? i + 1 : SIZE_MAX;
    }
    size_t open = 0;
    for (; i < s.len && (unsigned char)s.data[i] > ' '; i++) {
        size_t braces = skip_braces(s, i);
        if (braces > i) {
            i = braces - 1;
            continue;
        }
        if (s.data[i] == '\\' && i + 1 < s.len && (unsigned char)s.data[i + 1] > ' ') {
            i++;
            continue;
        }
        if (s.data[i] == ')' && !open) break;
        open += s.data[i] == '(';
        open -= s.data[i] == ')';
        if (open > BRACKETS_NESTED) return SIZE_MAX;
    }
    return open ? SIZE_MAX : i;
}

/* After the title in quotation marks or brackets at i, or SIZE_MAX. */
static size_t title_end(struct slice s, size_t i) {
    char close = s.data[i] == '(' ? ')' : s.data[i];
    s = reach(s, i);
    for (i++; i < s.len && s.data[i] != close; i++)
        i += s.data[i] == '\\';
    return i < s.len ? i + 1 : SIZE_MAX;
}

/* (/files/Daftar Peserta 2015.pdf): a file whose name has blanks, which a site may take and CommonMark does
 * not. After its ), or at. */
static size_t file_end(struct slice s, size_t at) {
    enum { EXTENSION = 5 };
    struct slice name = slice_range(s, at + 1, s.len);
    if (!slice_starts(name, SLICE("/")) && !slice_starts(name, SLICE("http"))) return at;
    size_t close = slice_find_byte(s, ')', at), line = slice_find_byte(s, '\n', at);
    if (close == SIZE_MAX || line < close) return at;
    for (size_t i = close; i > at && close - i <= EXTENSION; i--)
        if (s.data[i - 1] == '.') return i < close ? close + 1 : at;
    return at;
}

/* After the ) of the target whose ( stands at at; at when it is none. */
static size_t target_end(struct markup_scan *scan, size_t at) {
    struct slice s = markup_reach(scan, at);
    size_t i = destination_end(s, skip_space(s, at + 1));
    if (i == SIZE_MAX) return at;
    size_t title = skip_space(s, i);
    if (title > i && title < s.len && strchr("\"'(", s.data[title])) {
        i = title_end(s, title);
        if (i == SIZE_MAX) {
            if (scan->open == MARKUP_CLOSED) scan->open = MARKUP_OPEN_SOFT;
            return at;
        }
    }
    i = skip_space(s, i);
    if (i >= s.len && scan->open == MARKUP_CLOSED) scan->open = MARKUP_OPEN_SOFT;
    return i < s.len && s.data[i] == ')' ? i + 1 : file_end(s, at);
}

/* After the ] of the label at [; at when it is none. */
static size_t label_end(struct slice s, size_t at) {
    for (size_t i = at + 1; i < s.len && i < at + LABEL_LIMIT && s.data[i] != '['; i++) {
        if (s.data[i] == ']') return i + 1;
        i += s.data[i] == '\\';
    }
    return at;
}

static size_t skip_blanks(struct slice s, size_t i) {
    while (i < s.len && (s.data[i] == ' ' || s.data[i] == '\t' || s.data[i] == '\r'))
        i++;
    return i;
}

/* Blanks, and one end of a line among them. */
static size_t skip_line_end(struct slice s, size_t i) {
    i = skip_blanks(s, i);
    return i < s.len && s.data[i] == '\n' ? skip_blanks(s, i + 1) : i;
}

static bool ends_line(struct slice s, size_t i) {
    return i >= s.len || s.data[i] == '\n';
}

size_t markup_definition(struct slice s, struct slice *label) {
    size_t close = s.len > 1 && s.data[0] == '[' && s.data[1] != '^' ? label_end(s, 0) : 0;
    if (!close || close >= s.len || s.data[close] != ':') return 0;
    *label = slice_range(s, 1, close - 1);
    if (!slice_trim(*label).len) return 0;
    size_t at = skip_line_end(s, close + 1), end = destination_end(s, at);
    if (end == SIZE_MAX || end == at) return 0;
    size_t title = skip_line_end(s, end), after = skip_blanks(s, end);
    if (title > end && title < s.len && strchr("\"'(", s.data[title])) {
        size_t closed = title_end(s, title);
        if (closed != SIZE_MAX && ends_line(s, skip_blanks(s, closed))) return skip_blanks(s, closed);
    }
    return ends_line(s, after) ? after : 0;
}

void markup_fold_label(struct str *out, struct slice label) {
    size_t from = out->len;
    for (size_t i = 0; i < label.len; i = skip_space(label, i)) {
        size_t end = i;
        while (end < label.len && skip_space(label, end) == end)
            end++;
        if (end > i && out->len > from) str_append_byte(out, ' ');
        str_append_lower(out, slice_range(label, i, end));
        i = end;
    }
}

/* [words][label]: a label that nothing defines is what the reader sees. */
static bool is_defined(const struct markup_scan *scan, struct slice words, struct slice label) {
    struct str folded = {0};
    if (!scan->labels) return true;
    markup_fold_label(&folded, label.len ? label : words);
    bool defined = map_has(scan->labels, str_slice(&folded));
    str_free(&folded);
    return defined;
}

size_t markup_link(struct markup_scan *scan, size_t at) {
    struct slice s = scan->s;
    if (!scan->brackets.count) return at + 1;
    size_t open = scan->brackets.items[--scan->brackets.count], text = open + (s.data[open] == '!') + 1;
    size_t end = at + 1;
    if (s.data[text] == '^' && text + 1 < at) { /* [^1]: a footnote */
        markup_add(scan, open, at + 1, MARKUP_HIDDEN);
        return at + 1;
    }
    if (end < s.len && s.data[end] == '(') end = target_end(scan, end);
    if (end == at + 1 && end < s.len && s.data[end] == '[') {
        end = label_end(s, end);
        if (end > at + 1 && !is_defined(scan, slice_range(s, text, at), slice_range(s, at + 2, end - 1)))
            end = at + 1;
    }
    if (end == at + 1) return end;
    markup_add(scan, open, text, MARKUP_HIDDEN);
    markup_add(scan, at, end, MARKUP_HIDDEN);
    for (size_t i = s.data[open] == '[' ? 0 : scan->brackets.count;
         i < scan->brackets.count;) /* no link in a link */
        if (s.data[scan->brackets.items[i]] == '[')
            vec_remove(&scan->brackets, i, 1);
        else
            i++;
    return end;
}
