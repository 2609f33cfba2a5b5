#include "language/sentence/markup_parts.h"

enum { LABEL_LIMIT = 999 /* CommonMark 6.3 */ };

static size_t skip_space(struct slice s, size_t i) {
    while (i < s.len && (s.data[i] == ' ' || s.data[i] == '\t' || s.data[i] == '\n' || s.data[i] == '\r'))
        i++;
    return i;
}

/* Behind the destination at i, or SIZE_MAX. */
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
        if (s.data[i] == '\\' && i + 1 < s.len && (unsigned char)s.data[i + 1] > ' ') {
            i++;
            continue;
        }
        if (s.data[i] == ')' && !open) break;
        open += s.data[i] == '(';
        open -= s.data[i] == ')';
    }
    return open ? SIZE_MAX : i;
}

/* Behind the title in quotation marks or brackets at i, or SIZE_MAX. */
static size_t title_end(struct slice s, size_t i) {
    char close = s.data[i] == '(' ? ')' : s.data[i];
    for (i++; i < s.len && s.data[i] != close; i++)
        i += s.data[i] == '\\';
    return i < s.len ? i + 1 : SIZE_MAX;
}

/* Behind the ) of the target whose ( stands at at; at when it is none. */
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
    return i < s.len && s.data[i] == ')' ? i + 1 : at;
}

/* Behind the ] of the label at [; at when it is none. */
static size_t label_end(struct slice s, size_t at) {
    for (size_t i = at + 1; i < s.len && i < at + LABEL_LIMIT && s.data[i] != '['; i++) {
        if (s.data[i] == ']') return i + 1;
        i += s.data[i] == '\\';
    }
    return at;
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
    if (end == at + 1 && end < s.len && s.data[end] == '[') end = label_end(s, end);
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
