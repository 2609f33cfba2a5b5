#include "ui/page/passage.h"

#include "base/utf8.h"
#include "language/sentence/analysis.h"
#include "ui/page/marked.h"
#include "ui/page/motion.h"

static struct range nothing_at(size_t at) {
    return (struct range){at, at};
}

static struct slice line_at(const struct buffer *buffer, size_t at, size_t *start) {
    size_t line = text_line_at(buffer->text, at);
    *start = text_line_start(buffer->text, line);
    return text_line_body(buffer->text, line);
}

static bool is_word(struct slice line, size_t at) {
    size_t n;
    uint32_t rune = utf8_decode(line, at, &n);
    bool inside = rune == '-' || rune == '\'' || rune == 0x2019;
    return rune_is_letter(rune) || rune_is_digit(rune) ||
           (inside && at > 0 && at + n < line.len && line.data[at - 1] != ' ' && line.data[at + n] != ' ');
}

struct range passage_word(const struct buffer *buffer, size_t at) {
    size_t start;
    struct slice line = line_at(buffer, at, &start);
    size_t from = at - start, to = from;
    while (to < line.len && is_word(line, to))
        to = grapheme_next(line, to);
    while (from > 0 && is_word(line, grapheme_previous(line, from)))
        from = grapheme_previous(line, from);
    return (struct range){start + from, start + to};
}

/* Lines longer than that are no prose: a sentence is all of such a line. */
enum { LINE_BYTES_MAX = 65536 };

struct range passage_sentence(const struct buffer *buffer, struct language *language, size_t at) {
    size_t start;
    struct slice line = line_at(buffer, at, &start);
    struct range found = {start, start + line.len};
    struct analysis analysis = {0};
    if (!language || line.len > LINE_BYTES_MAX) return found;
    analysis_make(&analysis, language, line);
    vec_each(const struct sentence, sentence, &analysis.sentences) {
        found = (struct range){start + sentence->start, start + sentence->end};
        if (at < found.end) break;
    }
    analysis_free(&analysis);
    return found;
}

/* The start of the last sentence of the text before the offset. */
size_t passage_sentence_left(const struct buffer *buffer, struct language *language, size_t at) {
    while (at > buffer->body) {
        size_t start;
        struct slice line = line_at(buffer, at, &start);
        size_t before = at;
        struct analysis analysis = {0};
        if (language && line.len <= LINE_BYTES_MAX) analysis_make(&analysis, language, line);
        vec_each(const struct sentence, sentence, &analysis.sentences) {
            if (start + sentence->start < at) before = start + sentence->start;
        }
        analysis_free(&analysis);
        if (before < at) return before;
        if (start <= buffer->body) return start;
        at = start - 1;
        if (line_at(buffer, at, &start).len == 0) continue;
        at = motion_line_end(buffer, at);
    }
    return buffer->body;
}

size_t passage_sentence_right(const struct buffer *buffer, struct language *language, size_t at) {
    size_t length = text_length(buffer->text), start;
    struct slice line = line_at(buffer, at, &start);
    struct range here = passage_sentence(buffer, language, at);
    if (here.start > at) return here.start;
    struct range next = passage_sentence(buffer, language, here.end);
    if (here.end < start + line.len && next.start > at) return next.start;
    for (at = motion_line_next(buffer, at); at < length; at = motion_line_next(buffer, at))
        if (line_at(buffer, at, &start).len) return passage_sentence(buffer, language, at).start;
    return length;
}

/* --- paragraphs --- */

static bool is_blank(const struct buffer *buffer, size_t line) {
    return slice_trim(text_line_body(buffer->text, line)).len == 0;
}

/* A heading, an item: a paragraph of its own. */
static bool stands_alone(const struct buffer *buffer, size_t line) {
    struct marked marked = {0};
    marked_read(&marked, text_line_body(buffer->text, line), line);
    bool alone = marked.heading || marked.marker;
    marked_free(&marked);
    return alone;
}

static struct range paragraph_of(const struct buffer *buffer, size_t line) {
    size_t first = line, last = line, top = text_line_at(buffer->text, buffer->body);
    size_t count = text_line_count(buffer->text);
    if (is_blank(buffer, line)) return nothing_at(text_line_start(buffer->text, line));
    while (first > top && !stands_alone(buffer, first) && !is_blank(buffer, first - 1) &&
           !stands_alone(buffer, first - 1))
        first--;
    while (last + 1 < count && !stands_alone(buffer, last) && !is_blank(buffer, last + 1) &&
           !stands_alone(buffer, last + 1))
        last++;
    return (struct range){text_line_start(buffer->text, first),
                          text_line_start(buffer->text, last) + text_line_body(buffer->text, last).len};
}

struct range passage_paragraph(const struct buffer *buffer, size_t at) {
    return paragraph_of(buffer, text_line_at(buffer->text, at));
}

struct range passage_paragraph_before(const struct buffer *buffer, struct range paragraph) {
    size_t line = text_line_at(buffer->text, paragraph.start), top = text_line_at(buffer->text, buffer->body);
    while (line-- > top)
        if (!is_blank(buffer, line)) return paragraph_of(buffer, line);
    return nothing_at(buffer->body);
}

struct range passage_paragraph_after(const struct buffer *buffer, struct range paragraph) {
    size_t line = text_line_at(buffer->text, paragraph.end), count = text_line_count(buffer->text);
    while (++line < count)
        if (!is_blank(buffer, line)) return paragraph_of(buffer, line);
    return nothing_at(text_length(buffer->text));
}
