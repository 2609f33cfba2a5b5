/* Which part of a large text the checker has blocks of. */
#include "check/checker_parts.h"

#include "draft/front/front_matter.h"

#include <stdlib.h>

/* A block but one of code has so many lines at most (block.c): who begins to split so far above the part
 * meets its borders. */
enum { ABOVE_LINES = 1000, ABOVE_BYTES = 64 << 10 };

/*
 * Shares of the part. What is looked at has this much of it above and below, more than any screen shows; a
 * new part has it after a fourth, so that one who reads on or goes back needs the next one late. Findings
 * nearer to a border than EDGE, a dozen pages, are not told: who spoke before, and which marks close after,
 * is not known there.
 */
enum { ABOVE = 8, BELOW = 4, EDGE = 16, AHEAD = 4 };

void checker_in_parts(struct checker *checker, size_t whole, size_t bytes) {
    checker->part = (struct part){.whole = whole, .bytes = bytes};
}

bool checker_is_part(const struct checker *checker) {
    return checker->document.part;
}

size_t checker_end(const struct checker *checker) {
    return checker->document.part ? checker->part.end : text_line_count(checker->document.text);
}

void checker_forget(struct checker *checker) {
    checker_settle(checker);
    checker_drop_blocks(checker, 0, checker->document.blocks.count);
    checker_retire(checker, &checker->wide);
    checker->part.first = checker->part.line = checker->part.end = 0;
}

static size_t offset_of(const struct text *text, size_t line) {
    return line < text_line_count(text) ? text_line_start(text, line) : text_length(text);
}

/* The offsets of the part; up to SIZE_MAX when nothing stands after it. */
static void measure(const struct checker *checker, size_t *from, size_t *to) {
    const struct text *text = checker->document.text;
    *from = offset_of(text, checker->part.line);
    *to = checker->part.end < text_line_count(text) ? offset_of(text, checker->part.end) : SIZE_MAX;
}

static size_t size_of(const struct checker *checker) {
    const struct text *text = checker->document.text;
    return offset_of(text, checker->part.end) - offset_of(text, checker->part.line);
}

bool checker_reaches(const struct checker *checker, size_t line) {
    size_t from, to, at, bytes = checker->part.bytes;
    if (!checker->document.part) return true;
    measure(checker, &from, &to);
    at = offset_of(checker->document.text, line);
    return checker->part.end && (!from || at >= from + bytes / ABOVE) && at < to &&
           to - at >= bytes / BELOW && size_of(checker) <= checker->part.most;
}

void checker_told(const struct checker *checker, size_t *from, size_t *to) {
    size_t edge = checker->part.bytes / EDGE;
    measure(checker, from, to);
    if (*from) *from += edge;
    if (*to != SIZE_MAX) *to -= *to < edge ? *to : edge;
}

size_t checker_beyond(const struct checker *checker, bool back) {
    size_t from, to;
    if (!checker->document.part) return SIZE_MAX;
    checker_told(checker, &from, &to);
    if (back) return from ? text_line_at(checker->document.text, from - 1) : SIZE_MAX;
    return to != SIZE_MAX ? text_line_at(checker->document.text, to) : SIZE_MAX;
}

bool checker_part_holds(const struct checker *checker, const struct edit *edit, const struct change *change) {
    const struct part *part = &checker->part;
    return change->first >= part->line && change->first + change->removed <= part->end &&
           edit->inserted.len <= part->bytes / 2;
}

/* What stands above a line and counts below it. */
struct above {
    VEC(size_t) directives; /* lines */
    size_t end;             /* of the last code that begins there: the line after it */
};

static bool may_be_fence(struct slice s) {
    size_t i = 0;
    while (i < s.len && strchr(" >-*+.)0123456789", s.data[i]) && s.data[i])
        i++;
    return i < s.len && (s.data[i] == '`' || s.data[i] == '~');
}

static bool may_be_directive(struct slice s) {
    size_t comment = slice_find_byte(s, '<', 0) == SIZE_MAX ? SIZE_MAX : slice_find(s, SLICE("<!--"), 0);
    return comment != SIZE_MAX && slice_find(s, SLICE("sunting:"), comment) != SIZE_MAX;
}

static void look_above(const struct text *text, size_t line, struct above *above) {
    size_t count = text_line_count(text);
    for (size_t i = front_matter_lines(text); i < line;) {
        struct slice bytes = text_line(text, i);
        size_t code = may_be_fence(bytes) ? block_fenced(text, i, count) : 0;
        if (code) above->end = i + code;
        if (!code && may_be_directive(bytes)) vec_push(&above->directives, i);
        i += code ? code : 1;
    }
}

/* The first line of the block that holds line. */
static size_t border_at(struct checker *checker, const struct above *above, size_t line, size_t end) {
    const struct text *text = checker->document.text;
    size_t far = offset_of(text, line), border = line > ABOVE_LINES ? line - ABOVE_LINES : 0;
    if (far > ABOVE_BYTES && text_line_at(text, far - ABOVE_BYTES) > border)
        border = text_line_at(text, far - ABOVE_BYTES) + 1;
    if (above->end > border) border = above->end;
    if (border < front_matter_lines(text)) border = 0;
    for (;;) {
        struct block *block = block_new(text, border, end, checker->language);
        size_t after = border + block->lines;
        block_free(block);
        if (after > line) return border;
        border = after;
    }
}

static void add(struct checker *checker, struct block *block) {
    vec_push(&checker->document.blocks, block);
    checker->pending++;
}

/* The blocks of lines up to end, and of what counts above them. */
static void split_part(struct checker *checker, size_t line, size_t end) {
    const struct text *text = checker->document.text;
    struct language *language = checker->language;
    struct above above = {0};
    look_above(text, line, &above);
    bool in_code = above.end > line;
    if (!in_code) line = border_at(checker, &above, line, end);
    if (line && front_matter_lines(text)) add(checker, block_new(text, 0, line, language));
    vec_each(const size_t, directive, &above.directives)
        if (*directive < line) add(checker, block_new(text, *directive, line, language));
    checker->part.first = checker->document.blocks.count;
    checker->part.line = line;
    size_t after = above.end < end ? above.end : end;
    if (in_code) add(checker, block_of_code(text, line, after - line));
    for (line = in_code ? after : line; line < end;) {
        struct block *block = block_new(text, line, end, language);
        add(checker, block);
        line += block->lines;
    }
    checker->part.end = line;
    vec_free(&above.directives);
}

static bool is_same(const struct block *a, const struct block *b) {
    return a->line == b->line && a->lines == b->lines && a->kind == b->kind && a->waits == b->waits;
}

/* What is known of a block that is there again stays known. */
static void take_over(struct checker *checker, struct block **known, size_t count) {
    size_t next = 0;
    vec_each(struct block *, block, &checker->document.blocks) {
        while (next < count && known[next]->line < (*block)->line)
            next++;
        if (next == count || !is_same(known[next], *block)) continue;
        struct block *fresh = *block;
        *block = known[next];
        known[next] = fresh;
        if ((*block)->analysed) checker->pending--;
    }
    for (size_t i = 0; i < count; i++) {
        checker_retire(checker, &known[i]->findings);
        block_free(known[i]);
    }
}

void checker_look(struct checker *checker, size_t line) {
    const struct text *text = checker->document.text;
    size_t bytes = checker->part.bytes, at = offset_of(text, line), from, to;
    measure(checker, &from, &to);
    bool goes_back = checker->part.end && at < from + bytes / ABOVE && at + bytes > from;
    size_t before = goes_back ? bytes - bytes / AHEAD : bytes / AHEAD;
    size_t begin = at > before ? text_line_at(text, at - before) : 0, count = text_line_count(text);
    size_t last = (at > before ? at - before : 0) + bytes;
    struct block **known = checker->document.blocks.items;
    size_t known_count = checker->document.blocks.count;
    memset(&checker->document.blocks, 0, sizeof checker->document.blocks);
    checker->pending = 0;
    split_part(checker, begin, last < text_length(text) ? text_line_at(text, last) + 1 : count);
    take_over(checker, known, known_count);
    free(known);
    checker->part.most = size_of(checker) + bytes;
    document_unlist(&checker->document);
    checker_collect_labels(checker);
    checker_document_again(checker);
}
