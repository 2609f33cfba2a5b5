#include "language/sentence/markup.h"

#include "base/utf8.h"
#include "language/sentence/address.h"
#include "language/sentence/markup_parts.h"

#include <stdlib.h>

void markup_add(struct markup_scan *scan, size_t start, size_t end, enum markup_kind kind) {
    if (end > start)
        vec_push(&scan->out->spans,
                 (struct markup_span){.start = (uint32_t)start, .end = (uint32_t)end, .kind = (uint8_t)kind});
}

static bool is_plain_byte(char c) {
    return ((c | ' ') >= 'a' && (c | ' ') <= 'z') || (c >= '0' && c <= '9');
}

static bool is_word_byte(char c) {
    return is_plain_byte(c) || (unsigned char)c >= 0x80;
}

static bool is_escapable(char c) {
    return c > ' ' && c < 0x7F && !is_word_byte(c);
}

/* After the code span that opens at at: as many backticks close it. Jum`at has an apostrophe. */
static size_t code_span(struct markup_scan *scan, size_t at) {
    struct slice s = markup_reach(scan, at);
    size_t ticks = at;
    while (ticks < s.len && s.data[ticks] == '`')
        ticks++;
    size_t width = ticks - at;
    bool inside = at > 0 && is_word_byte(s.data[at - 1]) && ticks < s.len && is_word_byte(s.data[ticks]);
    if (width == 1 && inside) return ticks;
    for (size_t i = ticks; i < s.len;) {
        if (s.data[i] != '`') {
            i++;
            continue;
        }
        size_t end = i;
        while (end < s.len && s.data[end] == '`')
            end++;
        if (end - i == width) {
            markup_add(scan, at, end, MARKUP_OPAQUE);
            return end;
        }
        i = end;
    }
    if (scan->open == MARKUP_CLOSED) scan->open = MARKUP_OPEN_SOFT;
    return ticks;
}

bool markup_is_table_rule(struct slice line) {
    struct slice s = slice_trim(line);
    size_t bars = 0, dashes = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!strchr("|:- \t", s.data[i])) return false;
        bars += s.data[i] == '|';
        dashes += s.data[i] == '-';
    }
    return bars && dashes;
}

/* The passage is a table: its bars part cells. */
static bool is_table(struct slice s) {
    struct slice rest = s, first = slice_cut(&rest, '\n');
    if (slice_starts(slice_trim(first), SLICE("|"))) return true;
    return rest.len && markup_is_table_rule(slice_cut(&rest, '\n')) &&
           slice_find_byte(first, '|', 0) != SIZE_MAX;
}

/* Signs at the start of a line: > quotes, # heads. Returns where its words begin. */
static size_t line_start(struct markup_scan *scan, size_t at, bool table) {
    struct slice s = scan->s;
    size_t i = at, begin;
    while (i < s.len && (s.data[i] == ' ' || s.data[i] == '\t'))
        i++;
    begin = i;
    while (i < s.len && (s.data[i] == '>' || slice_starts(slice_range(s, i, s.len), SLICE("\\>")))) {
        i += s.data[i] == '\\' ? 2 : 1; /* \>: written so by editors that escape every sign */
        while (i < s.len && s.data[i] == ' ')
            i++;
    }
    if (i > begin) markup_add(scan, begin, i, MARKUP_HIDDEN);
    size_t marks = i;
    while (marks < s.len && s.data[marks] == '#')
        marks++;
    if (marks > i && marks <= i + 6 && (marks == s.len || s.data[marks] == ' ' || s.data[marks] == '\t')) {
        markup_add(scan, i, marks, MARKUP_HIDDEN);
        i = marks;
    }
    size_t newline = slice_find_byte(s, '\n', i), end = newline == SIZE_MAX ? s.len : newline;
    if (table && markup_is_table_rule(slice_range(s, i, end))) {
        markup_add(scan, i, end, MARKUP_BREAK);
        i = end;
    }
    return i;
}

static size_t bracket(struct markup_scan *scan, size_t at) {
    size_t end = markup_site(scan, at);
    if (end > at) return end;
    struct slice s = scan->s;
    bool image = at > 0 && s.data[at - 1] == '!' && !(at > 1 && s.data[at - 2] == '\\');
    vec_push(&scan->brackets, at - image);
    return at + 1;
}

/* What may begin at offset at with this sign; returns how far it is read, at for nothing. */
static size_t read_sign(struct markup_scan *scan, size_t at, bool table) {
    struct slice s = scan->s;
    switch (s.data[at]) {
    case '\\':
        if (at + 1 < s.len && s.data[at + 1] == '\n') { /* breaks the line (CommonMark 6.7) */
            markup_add(scan, at, at + 1, MARKUP_HIDDEN);
            return at + 1;
        }
        if (at + 1 >= s.len || !is_escapable(s.data[at + 1])) return at;
        if (s.data[at + 1] == '[' && markup_site(scan, at + 1) > at + 1)
            return vec_last(&scan->out->spans)->end;
        markup_add(scan, at, at + 1, MARKUP_HIDDEN);
        return at + 2;
    case '`':
        return code_span(scan, at);
    case '<':
        return markup_html(scan, at);
    case '&':
        return markup_entity(scan, at);
    case '*':
    case '_':
        return markup_emphasis(scan, at);
    case '[':
        return bracket(scan, at);
    case ']':
        return markup_link(scan, at);
    case '{':
    case '$':
    case ':':
    case '!':
        return markup_site(scan, at);
    case '|':
        if (!table) return at;
        markup_add(scan, at, at + 1, MARKUP_BREAK);
        return at + 1;
    default:
        return at;
    }
}

static int by_start(const void *left, const void *right) {
    const struct markup_span *a = left, *b = right;
    return a->start < b->start ? -1 : a->start > b->start;
}

static int range_by_start(const void *left, const void *right) {
    const struct markup_range *a = left, *b = right;
    return a->start < b->start ? -1 : a->start > b->start;
}

/* In order, each after the one before it: what stands inside another says nothing. */
static void sort(struct markup *markup) {
    if (markup->spans.count > 1)
        qsort(markup->spans.items, markup->spans.count, sizeof *markup->spans.items, by_start);
    if (markup->italics.count > 1)
        qsort(markup->italics.items, markup->italics.count, sizeof *markup->italics.items, range_by_start);
    size_t kept = 0, end = 0;
    for (size_t i = 0; i < markup->spans.count; i++) {
        if (markup->spans.items[i].start < end) continue;
        end = markup->spans.items[i].end;
        markup->spans.items[kept++] = markup->spans.items[i];
    }
    markup->spans.count = kept;
}

enum markup_open markup_find(struct markup *markup, struct slice text, const struct map *labels,
                             const char **waits_for) {
    struct markup_scan scan = {.s = text, .labels = labels, .out = markup};
    bool table = is_table(text), word = false, starts = true;
    for (size_t i = 0; i < text.len;) {
        if (starts) {
            size_t begin = line_start(&scan, i, table);
            starts = false;
            if (begin > i) {
                i = begin;
                continue;
            }
        }
        while (word && i < text.len && is_plain_byte(text.data[i])) /* inside of a word nothing begins */
            i++;
        if (i == text.len) break;
        char c = text.data[i];
        if ((unsigned char)c >= 0x80) {
            size_t n;
            word = rune_is_letter(utf8_decode(text, i, &n));
            i += n;
            continue;
        }
        size_t end = read_sign(&scan, i, table);
        bool letter = is_plain_byte(c);
        if (end == i && !word && letter) {
            size_t n = i + 1;
            while (n < text.len && is_plain_byte(text.data[n]))
                n++;
            word = n == text.len || !address_may_go_on(text.data[n]);
            starts = false;
            if (word) {
                i = n;
                continue;
            }
        }
        if (end == i && !word && (letter || c == '@' || c == '#')) {
            end += address_length(text, i);
            markup_add(&scan, i, end, MARKUP_OPAQUE);
        }
        starts = c == '\n';
        if (starts && table) markup_add(&scan, i, i + 1, MARKUP_BREAK);
        word = end == i && letter;
        i = end > i ? end : i + 1;
    }
    markup_pair_emphasis(&scan);
    sort(markup);
    vec_free(&scan.runs);
    vec_free(&scan.brackets);
    if (waits_for) *waits_for = scan.waits_for;
    return scan.open;
}

void markup_free(struct markup *markup) {
    vec_free(&markup->spans);
    vec_free(&markup->italics);
}

size_t markup_before(const struct markup *markup, size_t at) {
    size_t i = vec_before(const struct markup_span, s, &markup->spans, s->end <= at);
    while (i-- > 0 && markup->spans.items[i].end == at && markup->spans.items[i].kind == MARKUP_HIDDEN)
        at = markup->spans.items[i].start;
    return at;
}

size_t markup_after(const struct markup *markup, size_t at) {
    size_t i = vec_before(const struct markup_span, s, &markup->spans, s->start < at);
    const struct markup_span *spans = markup->spans.items;
    for (; i < markup->spans.count && spans[i].start == at && spans[i].kind == MARKUP_HIDDEN; i++)
        at = spans[i].end;
    return at;
}
