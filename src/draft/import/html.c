#include "draft/import/html_tag.h"
#include "draft/import/plain_words.h"
#include "draft/import/readers.h"
#include "draft/import/sheet.h"

#include "language/sentence/markup.h"

#include <stdio.h>

/*
 * A page of a CMS. Its tags are read one by one, leniently, since what such systems give out is seldom well
 * formed; no tree is made of it, so that no nesting, however deep, costs anything.
 */
struct html {
    struct sheet sheet;
    struct html_page page;
    size_t bold, italic, struck;      /* elements of each kind that are open */
    struct sheet_paragraph paragraph; /* what the one that is being written will be */
    size_t lists;
    struct {
        bool ordered;
        int count;
    } list[16];
    bool blank; /* the last sign was a blank */
    struct str target;
    bool in_link;
};

static unsigned looks_of(const struct html *h) {
    bool heading = h->paragraph.kind == SHEET_HEADING;
    return (h->bold && !heading ? LOOK_BOLD : 0) | (h->italic ? LOOK_ITALIC : 0) |
           (h->struck ? LOOK_STRUCK : 0);
}

static void end_link(struct html *h) {
    if (h->in_link && str_text(&h->target)[0] == '#')
        h->blank |= sheet_link_note(&h->sheet);
    else if (h->in_link)
        sheet_link_end(&h->sheet, str_text(&h->target));
    h->in_link = false;
}

static void end_paragraph(struct html *h) {
    end_link(h);
    sheet_paragraph(&h->sheet, &h->paragraph);
    h->paragraph = (struct sheet_paragraph){.kind = SHEET_TEXT};
    h->blank = true;
}

static void begin_item(struct html *h) {
    size_t level = h->lists ? h->lists - 1 : 0, most = sizeof h->list / sizeof *h->list;
    if (level >= most) level = most - 1;
    h->paragraph = (struct sheet_paragraph){.kind = SHEET_ITEM, .level = (int)level, .number = "-"};
    if (h->lists && h->list[level].ordered)
        snprintf(h->paragraph.number, sizeof h->paragraph.number, "%d.", ++h->list[level].count);
}

static void list(struct html *h, bool ordered, bool closing) {
    size_t most = sizeof h->list / sizeof *h->list;
    if (closing) {
        h->lists -= h->lists > 0;
        return;
    }
    if (h->lists < most) {
        h->list[h->lists].ordered = ordered;
        h->list[h->lists].count = 0;
    }
    h->lists++;
}

static void begin_link(struct html *h, struct slice tag) {
    struct slice target = html_attribute(tag, SLICE("href"));
    end_link(h);
    h->in_link = target.len && !slice_starts(target, SLICE("javascript:"));
    if (!h->in_link) return;
    str_clear(&h->target);
    str_append(&h->target, target);
    sheet_link_begin(&h->sheet);
}

static void count(size_t *open, bool closing) {
    *open = closing ? *open - (*open > 0) : *open + 1;
}

static void table(struct html *h, enum html_element element, bool closing) {
    end_paragraph(h);
    if (closing == (element == HTML_TABLE)) sheet_cell_end(&h->sheet); /* its </td> may be missing */
    if (element == HTML_TABLE)
        (closing ? sheet_table_end : sheet_table_begin)(&h->sheet);
    else if (element == HTML_ROW && !closing)
        sheet_row(&h->sheet);
    else if (element == HTML_CELL)
        (closing ? sheet_cell_end : sheet_cell_begin)(&h->sheet);
}

static void take_tag(struct html *h, const struct html_tag *tag) {
    switch (tag->element) {
    case HTML_BLOCK:
        if (h->paragraph.kind == SHEET_ITEM && !h->sheet.frames.items[h->sheet.frames.count - 1].words.len)
            return; /* <li><p> */
        end_paragraph(h);
        return;
    case HTML_HEADING:
        end_paragraph(h);
        if (!tag->closing)
            h->paragraph = (struct sheet_paragraph){.kind = SHEET_HEADING, .level = tag->level};
        return;
    case HTML_LIST_ORDERED:
    case HTML_LIST:
        end_paragraph(h);
        list(h, tag->element == HTML_LIST_ORDERED, tag->closing);
        return;
    case HTML_ITEM:
        end_paragraph(h);
        if (!tag->closing) begin_item(h);
        return;
    case HTML_BREAK:
        sheet_break(&h->sheet);
        h->blank = true;
        return;
    case HTML_BOLD:
        count(&h->bold, tag->closing);
        return;
    case HTML_ITALIC:
        count(&h->italic, tag->closing);
        return;
    case HTML_STRUCK:
        count(&h->struck, tag->closing);
        return;
    case HTML_LINK:
        if (tag->closing)
            end_link(h);
        else
            begin_link(h, tag->text);
        return;
    case HTML_TABLE:
    case HTML_ROW:
    case HTML_CELL:
        table(h, tag->element, tag->closing);
        return;
    case HTML_OTHER:
    case HTML_LEFT_OUT:
        return;
    }
}

/* The sign of the entity at at, and where it ends; at when it is none. */
static size_t entity(struct slice s, size_t at, struct str *sign) {
    enum { LONGEST = 32 };
    size_t end = at + 1;
    while (end < s.len && end < at + LONGEST && s.data[end] != ';' && !strchr(" <&\n", s.data[end]))
        end++;
    if (end >= s.len || s.data[end] != ';' || end == at + 1) return at;
    uint32_t rune = markup_entity_rune(slice_range(s, at + 1, end));
    if (!rune) return at;
    str_append_rune(sign, rune);
    return end + 1;
}

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v') || !c;
}

static void put(struct html *h, struct slice text) {
    bool blank = text.len == 1 && is_blank(text.data[0]);
    if (!(blank && h->blank)) sheet_text(&h->sheet, blank ? SLICE(" ") : text, looks_of(h));
    h->blank = blank;
}

/* What may end a run of words in the source of a page. */
static const unsigned char signs[256] = {
    [0] = SIGN_OTHER,    ['\t'] = SIGN_OTHER, ['\n'] = SIGN_OTHER, ['\f'] = SIGN_OTHER,
    ['\r'] = SIGN_OTHER, [' '] = SIGN_BLANK,  ['<'] = SIGN_OTHER,  ['&'] = SIGN_OTHER};

static size_t take_text(struct html *h, size_t at) {
    struct str sign = {0};
    size_t end = h->page.s.data[at] == '&' ? entity(h->page.s, at, &sign) : at;
    if (end > at) {
        put(h, str_slice(&sign));
    } else {
        struct slice s = h->page.s;
        end = is_blank(s.data[at]) ? at + 1 : plain_words_end(signs, s, at + 1);
        put(h, slice_range(s, at, end));
    }
    str_free(&sign);
    return end;
}

void html_read(struct slice html, struct str *out) {
    struct html h = {.page = {html, html.len * HTML_BUDGET}, .blank = true};
    sheet_begin(&h.sheet, out);
    for (size_t at = 0; at < html.len;) {
        struct html_tag tag;
        if (html.data[at] != '<' || !html_tag_read(&h.page, at, &tag)) {
            at = take_text(&h, at);
            continue;
        }
        if (tag.element == HTML_LEFT_OUT) end_paragraph(&h);
        take_tag(&h, &tag);
        at = tag.end;
    }
    end_paragraph(&h);
    sheet_end(&h.sheet);
    str_free(&h.target);
}
