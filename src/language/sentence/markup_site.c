#include "language/sentence/markup_parts.h"

#include "base/utf8.h"

enum { FORMULA_LIMIT = 300 };

static bool is_line_start(struct slice s, size_t at) {
    while (at > 0 && (s.data[at - 1] == ' ' || s.data[at - 1] == '\t' || s.data[at - 1] == '>'))
        at--;
    return at == 0 || s.data[at - 1] == '\n';
}

static size_t hide_up_to(struct markup_scan *scan, size_t at, const char *closing, enum markup_kind kind) {
    size_t end = slice_find(markup_reach(scan, at), slice_of(closing), at + 2);
    if (end == SIZE_MAX) {
        if (scan->open == MARKUP_CLOSED) scan->open = MARKUP_OPEN_SOFT;
        return at;
    }
    end += strlen(closing);
    markup_add(scan, at, end, kind);
    return end;
}

/* Tags of sites with what they hold: {% highlight ruby %} ... {% endhighlight %}, {{< highlight go >}} ...
 * {{< /highlight >}}. name begins at offset name; returns where its partner ends, at when it is none of them.
 */
static size_t raw_tag(struct markup_scan *scan, size_t at, size_t name) {
    static const struct {
        const char *name, *closing, *mark;
    } raws[] = {{"highlight", "endhighlight", "%}"}, {"comment", "endcomment", "%}"},
                {"mermaid", "endmermaid", "%}"},     {"highlight", "/highlight", "}}"},
                {"comment", "/comment", "}}"},       {"mermaid", "/mermaid", "}}"}};
    struct slice s = scan->s;
    bool liquid = s.data[at + 1] == '%';
    while (name < s.len && strchr("-<% ", s.data[name]) && s.data[name])
        name++;
    for (size_t i = liquid ? 0 : 3; i < (liquid ? 3 : sizeof raws / sizeof *raws); i++) {
        size_t end = name + strlen(raws[i].name);
        if (!slice_starts(slice_range(s, name, s.len), slice_of(raws[i].name))) continue;
        if (end < s.len && rune_is_letter((unsigned char)s.data[end])) continue;
        end = slice_find(s, slice_of(raws[i].closing), end);
        size_t close = end == SIZE_MAX ? end : slice_find(s, slice_of(raws[i].mark), end);
        if (close == SIZE_MAX) {
            scan->open = MARKUP_OPEN_RAW;
            scan->waits_for = raws[i].closing;
        }
        close = close == SIZE_MAX ? s.len : close + 2;
        markup_add(scan, at, close, MARKUP_BREAK);
        return close;
    }
    return at;
}

/* {% liquid %}, {{ value }}, {{< hugo >}}, {: .kramdown}, {#anchor}, {.class}, {/ * JSX * /} */
static size_t braces(struct markup_scan *scan, size_t at) {
    char next = at + 1 < scan->s.len ? scan->s.data[at + 1] : 0;
    size_t raw = next == '%' || next == '{' ? raw_tag(scan, at, at + 2) : at;
    if (raw > at) return raw;
    switch (next) {
    case '%':
        return hide_up_to(scan, at, "%}", MARKUP_HIDDEN);
    case '{':
        return hide_up_to(scan, at, "}}", MARKUP_OPAQUE);
    case '/':
        return hide_up_to(scan, at, at + 2 < scan->s.len && scan->s.data[at + 2] == '*' ? "*/}" : "}",
                          MARKUP_HIDDEN);
    case ':':
    case '#':
    case '.':
        return hide_up_to(scan, at, "}", MARKUP_HIDDEN);
    default:
        return at;
    }
}

static size_t name_end(struct slice s, size_t i) {
    while (i < s.len && (rune_is_lower((unsigned char)s.data[i]) || s.data[i] == '_' || s.data[i] == '-' ||
                         s.data[i] == '\\'))
        i++;
    return i;
}

/* [caption id="..." width="640"], [/caption], and the first with its partner: [kolom] ... [/kolom] */
static size_t shortcode(struct markup_scan *scan, size_t at) {
    struct slice s = markup_reach(scan, at);
    bool closing = at + 1 < s.len && s.data[at + 1] == '/';
    size_t name = at + 1 + closing, end = name_end(s, name), close = slice_find_byte(s, ']', end);
    if (end == name || close == SIZE_MAX || close > at + FORMULA_LIMIT) return at;
    bool plain = s.data[end] == ']' || (s.data[end] == '\\' && end + 1 == close);
    size_t key = name_end(s, end + 1);
    bool has_value = s.data[end] == ' ' && key > end + 1 && key < close && s.data[key] == '=';
    bool known = has_value || (plain && closing);
    if (!known && plain) {
        struct str partner = {0};
        str_append_text(&partner, "[/");
        str_append(&partner, slice_range(s, name, end));
        str_append_byte(&partner, ']');
        known = slice_find(s, str_slice(&partner), close) != SIZE_MAX;
        str_free(&partner);
    }
    bool link = close + 1 < s.len && (s.data[close + 1] == '(' || s.data[close + 1] == '[');
    if (!known || (link && !has_value)) return at;
    bool escaped = at > 0 && s.data[at - 1] == '\\';
    markup_add(scan, at - escaped, close + 1, MARKUP_BREAK);
    return close + 1;
}

/* $x^2$: no sum of money, which has a digit after its last sign and no signs of a formula. */
static size_t formula(struct markup_scan *scan, size_t at) {
    struct slice s = scan->s;
    size_t width = at + 1 < s.len && s.data[at + 1] == '$' ? 2 : 1, from = at + width;
    size_t end = slice_find(s, width == 2 ? SLICE("$$") : SLICE("$"), from);
    if (end == SIZE_MAX || end == from || end > from + FORMULA_LIMIT) return at;
    bool glued = width == 2 || (s.data[from] != ' ' && s.data[end - 1] != ' ');
    bool digit = end + width < s.len && rune_is_digit((unsigned char)s.data[end + width]);
    bool signs = end == from + 1;
    for (size_t i = from; i < end; i++)
        signs = signs || strchr("\\^_={}+<>", s.data[i]);
    if (!glued || digit || !signs) return at;
    markup_add(scan, at, end + width, MARKUP_OPAQUE);
    return end + width;
}

/* ::: tip, !!! note: the marks and the kind of the box. */
static size_t box(struct markup_scan *scan, size_t at) {
    struct slice s = scan->s;
    size_t i = at;
    while (i < s.len && s.data[i] == s.data[at])
        i++;
    if (i < at + 3 || !is_line_start(s, at)) return at;
    size_t space = i;
    while (i < s.len && s.data[i] == ' ')
        i++;
    size_t kind = i;
    i = name_end(s, i);
    if (i == kind) i = space;
    markup_add(scan, at, i, MARKUP_BREAK);
    return i;
}

size_t markup_site(struct markup_scan *scan, size_t at) {
    switch (scan->s.data[at]) {
    case '{':
        return braces(scan, at);
    case '[':
        return shortcode(scan, at);
    case '$':
        return formula(scan, at);
    case ':':
    case '!':
        return box(scan, at);
    default:
        return at;
    }
}
