#include "draft/front/yaml_block.h"

#include "base/utf8.h"

enum { FOLD_LEAST = 60 /* columns; a shorter text says nothing about the width that was wanted */ };

struct yaml_block {
    struct str *out;
    size_t indent, width;
    const char *newline;
};

static size_t spaces_before(struct slice line) {
    size_t n = 0;
    while (n < line.len && line.data[n] == ' ')
        n++;
    return n;
}

/* Indentation and longest line of the text as it was; header: what stands before its first line. */
static void measure(struct yaml_block *block, struct slice old, size_t indent, struct slice *header) {
    struct slice rest = old;
    *header = slice_trim(slice_cut(&rest, '\n'));
    block->indent = indent + 2;
    block->width = FOLD_LEAST;
    bool first = true;
    while (rest.len) {
        struct slice line = slice_cut(&rest, '\n');
        if (!slice_trim(line).len) continue;
        if (first) block->indent = spaces_before(line);
        first = false;
        size_t columns = utf8_count(slice_trim(line));
        if (columns > block->width) block->width = columns;
    }
    for (size_t i = 1; i < header->len && header->data[i] != ' '; i++)
        if (rune_is_digit((unsigned char)header->data[i]))
            block->indent = indent + (size_t)(header->data[i] - '0');
}

static void append_line(const struct yaml_block *block, struct slice line) {
    str_append_text(block->out, block->newline);
    if (line.len) str_append_repeated(block->out, ' ', block->indent);
    str_append(block->out, line);
}

/* The end of the row that begins a paragraph: a single space between two words, or the end. */
static size_t fold_end(struct slice s, size_t width) {
    size_t end = s.len, columns = 0;
    for (size_t i = 0, n; i < s.len; i += n, columns++) {
        utf8_decode(s, i, &n);
        bool single = s.data[i] == ' ' && i && s.data[i - 1] != ' ' && i + 1 < s.len && s.data[i + 1] != ' ';
        if (columns > width && end < s.len) return end;
        if (single) end = i;
    }
    return columns > width ? end : s.len;
}

static void append_folded(const struct yaml_block *block, struct slice value) {
    bool first = true;
    while (value.len) {
        struct slice paragraph = slice_cut(&value, '\n');
        if (!first) append_line(block, SLICE(""));
        first = false;
        while (paragraph.len) {
            size_t end = fold_end(paragraph, block->width);
            append_line(block, slice_range(paragraph, 0, end));
            paragraph = slice_range(paragraph, end < paragraph.len ? end + 1 : end, paragraph.len);
        }
    }
}

void yaml_append_block(struct str *out, struct slice value, struct slice old, size_t indent, bool folded,
                       const char *newline) {
    struct yaml_block block = {.out = out, .newline = newline};
    struct slice header;
    measure(&block, old, indent, &header);
    str_append(out, header);
    if (folded)
        append_folded(&block, value);
    else
        while (value.len)
            append_line(&block, slice_cut(&value, '\n'));
}
