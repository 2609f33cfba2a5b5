#include "draft/import/doc_lines.h"

#include <stdio.h>

/* How far from the one before a paragraph may stand, with room for the table between them, which is not
 * found; and how often the whole text may be searched. */
enum { FAR = 256 << 10, TIMES = 64 };

size_t doc_blank(struct slice s, size_t at) {
    unsigned char c = (unsigned char)s.data[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    return c == 0xC2 && at + 1 < s.len && (unsigned char)s.data[at + 1] == 0xA0 ? 2 : 0;
}

void doc_lines_begin(struct doc_lines *lines, struct slice text) {
    *lines = (struct doc_lines){.text = text, .budget = FAR + TIMES * text.len};
    str_reserve(&lines->dense, text.len);
    vec_reserve(&lines->at, text.len);
    for (size_t at = 0, n; at < text.len; at += n ? n : 1) {
        n = doc_blank(text, at);
        if (n) continue;
        str_append_byte(&lines->dense, text.data[at]);
        vec_push(&lines->at, (uint32_t)at);
    }
    vec_reserve(&lines->taken, lines->at.count + 1);
    lines->taken.count = lines->at.count;
    memset(lines->taken.items, 0, lines->taken.count * sizeof *lines->taken.items);
}

void doc_lines_free(struct doc_lines *lines) {
    str_free(&lines->dense);
    str_free(&lines->words);
    vec_free(&lines->at);
    vec_free(&lines->taken);
}

bool doc_lines_find(struct doc_lines *lines, struct slice words) {
    str_clear(&lines->words);
    for (size_t at = 0, n; at < words.len; at += n ? n : 1) {
        n = doc_blank(words, at);
        if (!n) str_append_byte(&lines->words, words.data[at]);
    }
    lines->len = 0;
    size_t len = lines->words.len, end = lines->next + len + FAR;
    if (end > lines->dense.len) end = lines->dense.len;
    if (!len || end - lines->next > lines->budget) return false;
    struct slice near = slice_range(str_slice(&lines->dense), lines->next, end);
    size_t hit = slice_find(near, str_slice(&lines->words), 0);
    lines->budget -= hit == SIZE_MAX ? near.len : hit;
    if (hit == SIZE_MAX) return false;
    lines->found = lines->next + hit;
    lines->len = len;
    lines->next = lines->found + len;
    memset(lines->taken.items + lines->found, 1, len);
    return true;
}

bool doc_lines_break(const struct doc_lines *lines, size_t i) {
    if (!i || i >= lines->len) return false;
    size_t at = lines->at.items[lines->found + i - 1], end = lines->at.items[lines->found + i];
    return slice_find_byte(slice_range(lines->text, at, end), '\n', 0) != SIZE_MAX;
}

static size_t line_start(const struct doc_lines *lines, size_t at) {
    while (at && lines->text.data[at - 1] != '\n')
        at--;
    return at;
}

struct slice doc_lines_label(const struct doc_lines *lines) {
    if (!lines->len) return SLICE("");
    size_t at = lines->at.items[lines->found];
    return slice_trim(slice_range(lines->text, line_start(lines, at), at));
}

/* Where a note ends: before the next, and before the line that text boxes follow. */
static size_t note_end(struct slice rest) {
    size_t next = slice_find(rest, SLICE("\n["), 0);
    if (next != SIZE_MAX) rest.len = next; /* all that follows is not searched for each */
    size_t line = slice_find(rest, SLICE("\n" DOC_LINE), 0);
    return line == SIZE_MAX ? rest.len : line;
}

/* They stand after the text, each with its number in brackets at the start of a line. */
struct slice doc_lines_note(const struct doc_lines *lines, size_t number, size_t *from) {
    char sign[32];
    int len = snprintf(sign, sizeof sign, "[%zu]", number);
    struct slice mark = {sign, (size_t)len}, dense = str_slice(&lines->dense);
    for (size_t at = *from; (at = slice_find(dense, mark, at)) != SIZE_MAX; at++) {
        size_t start = lines->at.items[at];
        if (lines->taken.items[at] || (start && lines->text.data[start - 1] != '\n')) continue;
        struct slice rest = slice_range(lines->text, start, lines->text.len);
        if (rest.len == mark.len || !doc_blank(rest, mark.len)) continue;
        *from = at + mark.len;
        return slice_trim(slice_range(rest, mark.len, note_end(rest)));
    }
    return (struct slice){0};
}
