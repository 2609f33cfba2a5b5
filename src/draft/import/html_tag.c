#include "draft/import/html_tag.h"

static const struct {
    const char *name;
    enum html_element element;
} elements[] = {
#define ELEMENT(name, element) {#name, HTML_##element},
#include "draft/import/html_elements.def"
#undef ELEMENT
};

enum { TAG_BYTES = 64 << 10 /* a longer tag is none: a picture as a data: address has some thousands */ };

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* After the > that ends the tag at at; SIZE_MAX when it does not end. A > between quotation marks of a value
 * is part of that. */
static size_t tag_end(struct html_page *page, size_t at) {
    struct slice s = page->s;
    size_t most = s.len - at > TAG_BYTES ? at + TAG_BYTES : s.len;
    char quote = 0;
    for (size_t i = at; i < most && page->budget; i++, page->budget--) {
        char c = s.data[i];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if ((c == '"' || c == '\'') && s.data[i - 1] == '=')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return SIZE_MAX;
}

/* After what ends in closing, or the end of the page. */
static size_t skip_to(struct slice s, size_t at, const char *closing) {
    size_t end = slice_find(s, slice_of(closing), at);
    return end == SIZE_MAX ? s.len : end + strlen(closing);
}

static struct slice name_at(struct slice s, size_t at) {
    size_t end = at;
    while (end < s.len && is_name(s.data[end]))
        end++;
    return slice_range(s, at, end);
}

/* After the end of the element called name whose content begins at at; the elements of that name inside it
 * are counted. An element that does not end is taken as ended at once: a page must not be lost for it. */
static size_t skip_element(struct html_page *page, size_t at, struct slice name) {
    struct slice s = page->s;
    size_t depth = 1, from = at;
    for (size_t i = at; page->budget && (i = slice_find_byte(s, '<', i)) != SIZE_MAX; i++) {
        page->budget -= i - from < page->budget ? i - from : page->budget;
        from = i;
        bool closing = i + 1 < s.len && s.data[i + 1] == '/';
        if (!slice_equal_nocase(name_at(s, i + 1 + closing), name)) continue;
        depth = closing ? depth - 1 : depth + 1;
        size_t end = depth ? 0 : tag_end(page, i);
        if (!depth) return end == SIZE_MAX ? s.len : end;
    }
    return at;
}

/* What LibreOffice writes of a document's header and footer: <div title="header">. */
static bool is_page_edge(const struct html_tag *tag) {
    struct slice title = html_attribute(tag->text, SLICE("title"));
    return tag->element == HTML_BLOCK &&
           (slice_equal_text(title, "header") || slice_equal_text(title, "footer"));
}

bool html_tag_read(struct html_page *page, size_t at, struct html_tag *tag) {
    struct slice s = page->s, rest = slice_range(s, at, s.len);
    *tag = (struct html_tag){.element = HTML_OTHER};
    if (slice_starts(rest, SLICE("<!--"))) return (tag->end = skip_to(s, at + 4, "-->")) > 0;
    if (slice_starts(rest, SLICE("<!")) || slice_starts(rest, SLICE("<?")))
        return (tag->end = skip_to(s, at, ">")) > 0;
    tag->closing = rest.len > 1 && rest.data[1] == '/';
    size_t from = at + 1 + tag->closing;
    if (from >= s.len || !is_letter(s.data[from])) return false;
    tag->end = tag_end(page, at + 1);
    if (tag->end == SIZE_MAX) return false;
    tag->text = slice_range(s, at, tag->end);
    struct slice name = name_at(s, from);
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (slice_equal_nocase(name, slice_of(elements[i].name))) tag->element = elements[i].element;
    if (is_page_edge(tag)) tag->element = HTML_LEFT_OUT;
    if (tag->element == HTML_HEADING) tag->level = name.data[1] - '0';
    bool whole = !tag->closing && s.data[tag->end - 2] != '/';
    if (tag->element == HTML_LEFT_OUT && whole) tag->end = skip_element(page, tag->end, name);
    return true;
}

struct slice html_attribute(struct slice tag, struct slice name) {
    for (size_t i = 1; i + name.len + 1 < tag.len; i++) {
        if (!is_space(tag.data[i - 1]) || tag.data[i + name.len] != '=' ||
            !slice_equal_nocase(slice_range(tag, i, i + name.len), name))
            continue;
        size_t from = i + name.len + 1, end = from;
        char quote = tag.data[from] == '"' || tag.data[from] == '\'' ? tag.data[from] : 0;
        if (quote) end = ++from;
        while (end < tag.len &&
               (quote ? tag.data[end] != quote : !is_space(tag.data[end]) && tag.data[end] != '>'))
            end++;
        return slice_range(tag, from, end);
    }
    return SLICE("");
}
