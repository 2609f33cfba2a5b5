#include "check/block.h"

#include "base/utf8.h"
#include "check/front_value.h"
#include "check/line.h"

enum { BLOCK_LINES = 1000, SOFT_LINES = 40, WRAP_NARROWEST = 55, WRAP_WIDEST = 110 };

static enum block_kind kind_of(struct slice bytes) {
    switch (line_read(bytes).kind) {
    case LINE_BLANK:
        return BLOCK_BLANK;
    case LINE_HEADING:
        return BLOCK_HEADING;
    case LINE_ITEM:
        return BLOCK_LIST;
    case LINE_TABLE:
        return BLOCK_TABLE;
    case LINE_FENCE:
        return BLOCK_CODE;
    case LINE_RULER:
    case LINE_CODE:
        return BLOCK_OTHER;
    case LINE_TEXT:
        break;
    }
    return line_read(bytes).quotes ? BLOCK_LIST : BLOCK_PROSE;
}

/* The first word of a line and the last one of the line before it. */
static struct slice first_word(struct slice s) {
    return slice_cut(&s, ' ');
}

static struct slice last_word(struct slice s) {
    size_t start = s.len;
    while (start > 0 && s.data[start - 1] != ' ')
        start--;
    return slice_range(s, start, s.len);
}

static bool ends_sentence(struct slice s) {
    return strchr(".?!:", s.data[s.len - 1]) || slice_ends(s, SLICE(".\"")) || slice_ends(s, SLICE(".”")) ||
           slice_ends(s, SLICE("…"));
}

/* Ends in a word or mark that wants something after it. */
static bool is_unfinished(struct language *language, struct slice s) {
    return s.data[s.len - 1] == ',' || slice_ends(s, SLICE("–")) || slice_ends(s, SLICE("—")) ||
           language_word_in(language, last_word(s), CLASS_UNFINISHED);
}

static bool is_capital(struct slice s) {
    size_t n;
    return s.len && rune_is_upper(utf8_decode(s, 0, &n));
}

/* Most words begin with a capital: a heading without its #, a name, a title. */
static bool reads_like_heading(struct slice s) {
    size_t words = 0, capitals = 0;
    if (slice_find(s, SLICE(". "), 0) != SIZE_MAX) return false;
    while (s.len) {
        struct slice word = slice_cut(&s, ' ');
        words += word.len > 3;
        capitals += word.len > 3 && is_capital(word);
    }
    return capitals * 20 >= words * 17;
}

/* How wide the lines of a paragraph are so far, and whether one was surely broken by hand. */
struct wrapping {
    struct language *language;
    size_t widest;
    bool proved;
};

/*
 * Whether a writer broke the paragraph after line by hand. A line that ends no sentence goes on in one that
 * begins with a small letter. Before a capital or a number, the width must show it: both lines are narrow,
 * and the first word of the next did not fit any more. Drafts with one paragraph a line have such lines by
 * chance, but theirs end in a full stop: that one is trusted only where an earlier line proved the wrapping.
 */
static bool goes_on(struct slice line, struct slice next, struct wrapping *wrapping) {
    struct slice a = slice_trim(line), b = slice_trim(next);
    if (!a.len || !b.len || kind_of(next) != BLOCK_PROSE) return false;
    size_t n, width = utf8_count(a), next_width = utf8_count(b);
    bool ended = ends_sentence(a), narrow = width <= WRAP_WIDEST && next_width <= WRAP_WIDEST;
    if (width > wrapping->widest) wrapping->widest = width;
    size_t limit = next_width > wrapping->widest ? next_width : wrapping->widest;
    bool full = narrow && width + 1 + utf8_count(first_word(b)) > limit && width >= WRAP_NARROWEST;
    if (!ended && rune_is_lower(utf8_decode(b, 0, &n))) {
        wrapping->proved = wrapping->proved || full;
        return true;
    }
    if (!full) return false;
    if (wrapping->proved) return true;
    if (ended || strchr(");\"", a.data[a.len - 1]) || slice_ends(a, SLICE("”"))) return false;
    bool capitals = is_capital(last_word(a)) && is_capital(first_word(b));
    if (!is_unfinished(wrapping->language, a) &&
        (reads_like_heading(a) || (capitals && reads_like_heading(b))))
        return false;
    return wrapping->proved = true;
}

size_t block_fenced(const struct text *text, size_t line, size_t end) {
    struct line fence = line_read(text_line(text, line));
    size_t n = 1;
    if (fence.kind != LINE_FENCE) return 0;
    for (; line + n < end; n++) {
        struct slice next = text_line(text, line + n);
        if (line_closes_fence(&fence, next)) return n + 1;
        if (line_leaves_fence(&fence, next)) break;
    }
    return n;
}

/* Lines of the table that begins on line; 0: none. A header without outer bars needs the rule below it. */
static size_t count_table(const struct text *text, size_t line, size_t end, bool bars) {
    size_t n = 1;
    struct slice first = text_line(text, line);
    if (!bars && slice_find_byte(first, '|', 0) == SIZE_MAX) return 0;
    if (!bars && (line + 1 >= end || !markup_is_table_rule(text_line(text, line + 1)))) return 0;
    while (line + n < end && n < BLOCK_LINES &&
           slice_find_byte(text_line(text, line + n), '|', 0) != SIZE_MAX)
        n++;
    return n;
}

static void copy_lines(const struct text *text, size_t line, size_t n, struct str *out) {
    size_t start = text_line_start(text, line), last = line + n - 1;
    str_clear(out);
    text_copy(text, start, text_line_start(text, last) + text_line(text, last).len, out);
}

/* Lines of the definition that may begin on line, [label]: address; 0: none. *label: folded, to be freed. */
static size_t count_definition(const struct text *text, size_t line, size_t end, char **label) {
    struct slice first = line_read(text_line(text, line)).content, found;
    struct str paragraph = {0}, folded = {0};
    if (!first.len || first.data[0] != '[') return 0;
    str_append(&paragraph, first);
    for (size_t more = line + 1; more < end && more < line + SOFT_LINES; more++) {
        struct slice next = slice_trim(text_line(text, more));
        if (!next.len) break;
        str_append_byte(&paragraph, '\n');
        str_append(&paragraph, next);
    }
    size_t n = 0, len = markup_definition(str_slice(&paragraph), &found);
    for (size_t i = 0; i < len; i++)
        n += paragraph.data[i] == '\n';
    if (len) markup_fold_label(&folded, found);
    if (len) *label = str_steal(&folded);
    str_free(&paragraph);
    return len ? n + 1 : 0;
}

/* Lines up to the one that closes the braces of a module's line; 1 when none does: it waits for it. */
static size_t count_module(const struct text *text, size_t line, size_t end, bool *waits) {
    size_t open = 0;
    for (size_t n = 0; line + n < end && n < SOFT_LINES; n++) {
        struct slice s = text_line(text, line + n);
        for (size_t i = 0; i < s.len; i++) {
            open += strchr("{[(", s.data[i]) && s.data[i];
            open -= open && strchr("}])", s.data[i]) && s.data[i];
        }
        if (!open) return n + 1;
    }
    *waits = true;
    return 1;
}

static bool has_any(struct slice s, const char *signs) {
    bool has = false;
    for (; *signs && !has; signs++)
        has = slice_find_byte(s, *signs, 0) != SIZE_MAX;
    return has;
}

/* A sign that ends a tag, a code span, the target of a link or braces: without one the paragraph is as open
 * as before, and need not be read again. */
static bool may_close(struct slice s) {
    return has_any(s, ">`)}");
}

static bool is_paragraph(const struct text *text, size_t line, size_t end) {
    return line < end && kind_of(text_line(text, line)) == BLOCK_PROSE;
}

/* Up to the line on which what the first n leave open ends: a comment or script, over blank lines; a tag or a
 * code span, in the same paragraph. n when it never does; it waits when a later line may end it all the same.
 */
static size_t count_open(const struct text *text, size_t line, size_t end, size_t n, bool *waits) {
    size_t more = n;
    struct str joined = {0};
    const char *closing = NULL;
    for (;;) {
        struct markup markup = {0};
        copy_lines(text, line, more, &joined);
        enum markup_open open = markup_find(&markup, str_slice(&joined), NULL, &closing);
        markup_free(&markup);
        if (open == MARKUP_CLOSED) n = more;
        if (open == MARKUP_OPEN_RAW)
            while (more < BLOCK_LINES && line + more < end &&
                   slice_find(text_line(text, line + more), slice_of(closing), 0) == SIZE_MAX)
                more++;
        *waits = *waits || open == MARKUP_OPEN_RAW;
        if (open == MARKUP_OPEN_RAW && line + more >= end) n = more;
        if (open == MARKUP_CLOSED || line + more >= end || more >= BLOCK_LINES) break;
        if (open == MARKUP_OPEN_SOFT)
            while (more < SOFT_LINES && is_paragraph(text, line + more, end) &&
                   !may_close(text_line(text, line + more)))
                more++;
        bool goes_on = open == MARKUP_OPEN_RAW || is_paragraph(text, line + more, end);
        if (!goes_on || (open == MARKUP_OPEN_SOFT && more >= SOFT_LINES)) break;
        more++;
    }
    str_free(&joined);
    return n;
}

/* Signs that may open what another line closes. */
static bool may_stay_open(struct slice s) {
    return has_any(s, "<`{[");
}

static size_t count_lines(struct block *block, const struct text *text, size_t line, size_t end,
                          struct language *language) {
    enum block_kind *kind = &block->kind;
    size_t n = 1;
    struct slice first = text_line(text, line);
    size_t front = line == 0 ? front_matter_lines(text) : 0;
    if (front) {
        *kind = BLOCK_FRONT;
        return front;
    }
    *kind = kind_of(first);
    if (*kind == BLOCK_BLANK)
        while (line + n < end && kind_of(text_line(text, line + n)) == BLOCK_BLANK)
            n++;
    if (*kind == BLOCK_CODE) return block_fenced(text, line, end);
    if (*kind == BLOCK_TABLE || *kind == BLOCK_PROSE) {
        size_t table = count_table(text, line, end, *kind == BLOCK_TABLE);
        if (table) *kind = BLOCK_TABLE;
        if (table) return table;
    }
    if (*kind == BLOCK_OTHER && line_read(first).kind == LINE_CODE)
        return count_module(text, line, end, &block->waits);
    size_t definition = count_definition(text, line, end, &block->label);
    if (definition) *kind = BLOCK_OTHER;
    if (definition) return definition;
    struct wrapping wrapping = {.language = language};
    if (*kind == BLOCK_PROSE || *kind == BLOCK_LIST)
        while (line + n < end && n < BLOCK_LINES &&
               goes_on(text_line(text, line + n - 1), text_line(text, line + n), &wrapping))
            n++;
    bool open = false;
    for (size_t i = 0; i < n && !open; i++)
        open = (*kind == BLOCK_PROSE || *kind == BLOCK_LIST) && may_stay_open(text_line(text, line + i));
    return open ? count_open(text, line, end, n, &block->waits) : n;
}

/* A line of nothing but tags, or a comment. */
static bool holds_no_word(struct slice text) {
    struct markup markup = {0};
    markup_find(&markup, text, NULL, NULL);
    size_t at = 0;
    bool word = false;
    for (size_t i = 0; i <= markup.spans.count && !word; i++) {
        size_t end = i < markup.spans.count ? markup.spans.items[i].start : text.len;
        for (; at < end && !word; at++)
            word = (unsigned char)text.data[at] > ' ';
        if (i < markup.spans.count) {
            const struct markup_span *span = &markup.spans.items[i];
            word = word || (span->kind == MARKUP_OPAQUE && !rune_is_space(span->rune)); /* &nbsp; */
            at = span->end;
        }
    }
    markup_free(&markup);
    return !word;
}

struct block *block_new(const struct text *text, size_t line, size_t end, struct language *language) {
    struct block *block = memory_zero(1, sizeof *block);
    block->line = line;
    block->lines = count_lines(block, text, line, end, language);
    block->start = text_line_start(text, line);
    if (block->lines == 1) {
        block->text = text_line(text, line);
    } else {
        struct str joined = {0};
        copy_lines(text, line, block->lines, &joined);
        block->text.len = joined.len;
        block->text.data = block->joined = str_steal(&joined);
    }
    if (block->kind == BLOCK_FRONT) front_values_read(block, text);
    struct slice shown = slice_trim(block->text);
    if (block->kind == BLOCK_PROSE && shown.len && strchr("<{[:!", shown.data[0]) &&
        holds_no_word(block->text))
        block->kind = BLOCK_OTHER;
    return block;
}

struct block *block_of_code(const struct text *text, size_t line, size_t lines) {
    struct block *block = memory_zero(1, sizeof *block);
    block->kind = BLOCK_CODE;
    block->line = line;
    block->lines = lines;
    block->start = text_line_start(text, line);
    return block;
}

void block_free(struct block *block) {
    if (!block) return;
    analysis_free(&block->analysis);
    findings_free(&block->findings);
    vec_each(struct block *, value, &block->values)
        block_free(*value);
    vec_free(&block->values);
    directives_free(&block->directives);
    free(block->joined);
    free(block->label);
    free(block);
}

bool block_has_prose(const struct block *block) {
    return (block->kind == BLOCK_PROSE || block->kind == BLOCK_HEADING || block->kind == BLOCK_LIST ||
            block->kind == BLOCK_TABLE) &&
           !block->foreign;
}

void document_list(struct document *document) {
    if (document->listed) return;
    for (size_t i = 0; i < document->blocks.count; i++)
        if (block_has_prose(document->blocks.items[i])) vec_push(&document->prose, (uint32_t)i);
    document->listed = true;
}

void document_unlist(struct document *document) {
    vec_free(&document->prose);
    document->listed = false;
}

struct block *document_prose(const struct document *document, size_t *at) {
    if (*at >= document->prose.count) return NULL;
    return document->blocks.items[document->prose.items[(*at)++]];
}

const struct block *document_after(const struct document *document, size_t at) {
    do
        at++;
    while (at < document->blocks.count && document->blocks.items[at]->kind == BLOCK_BLANK);
    return at < document->blocks.count ? document->blocks.items[at] : NULL;
}

struct block *document_next(const struct document *document, size_t *at) {
    const struct block *front = document->blocks.count ? document->blocks.items[0] : NULL;
    size_t values = front ? front->values.count : 0;
    if (*at < values) return front->values.items[(*at)++];
    *at -= values;
    struct block *block = document_prose(document, at);
    *at += values;
    return block;
}
