#include "check/block.h"

#include "base/utf8.h"

enum { FRONT_MATTER_LINES = 2000 };

static bool is_rule_line(struct slice line) {
    return slice_equal_text(slice_trim(line), "---");
}

static bool is_fence(struct slice line) {
    struct slice s = slice_trim(line);
    return slice_starts(s, SLICE("```")) || slice_starts(s, SLICE("~~~"));
}

static bool is_item(struct slice line) {
    struct slice s = slice_trim(line);
    if (s.len < 2) return false;
    if (strchr("-*+", s.data[0]) && s.data[1] == ' ') return true;
    if (slice_starts(s, SLICE("•"))) return true;
    size_t i = 0;
    while (i < s.len && i < 3 && rune_is_digit((unsigned char)s.data[i]))
        i++;
    if (i == 0 && rune_is_lower((unsigned char)s.data[0])) i = 1;
    return i && i + 1 < s.len && strchr(".)", s.data[i]) && s.data[i + 1] == ' ';
}

static enum block_kind kind_of(struct slice line) {
    struct slice s = slice_trim(line);
    if (s.len == 0) return BLOCK_BLANK;
    if (is_fence(line) || s.data[0] == '|' || slice_starts(s, SLICE("<!--"))) return BLOCK_OTHER;
    if (s.data[0] == '#') return BLOCK_HEADING;
    return is_item(line) ? BLOCK_LIST : BLOCK_PROSE;
}

/* A line that a writer broke by hand: it ends no sentence, and the next one goes on with a small letter. */
static bool goes_on(struct slice line, struct slice next) {
    struct slice a = slice_trim(line), b = slice_trim(next);
    if (!a.len || !b.len || kind_of(next) != BLOCK_PROSE) return false;
    if (strchr(".?!:;\"", a.data[a.len - 1]) || slice_ends(a, SLICE("”"))) return false;
    size_t n;
    return rune_is_lower(utf8_decode(b, 0, &n));
}

static size_t count_lines(const struct text *text, size_t line, enum block_kind *kind) {
    size_t count = text_line_count(text), n = 1;
    struct slice first = text_line(text, line);
    if (line == 0 && is_rule_line(first)) {
        for (size_t end = 1; end < count && end < FRONT_MATTER_LINES; end++)
            if (is_rule_line(text_line(text, end))) {
                *kind = BLOCK_FRONT;
                return end + 1;
            }
    }
    *kind = kind_of(first);
    if (*kind == BLOCK_BLANK)
        while (line + n < count && kind_of(text_line(text, line + n)) == BLOCK_BLANK)
            n++;
    if (is_fence(first)) {
        while (line + n < count && !is_fence(text_line(text, line + n)))
            n++;
        return line + n < count ? n + 1 : n;
    }
    if (slice_starts(slice_trim(first), SLICE("<!--")))
        while (line + n < count && slice_find(text_line(text, line + n - 1), SLICE("-->"), 0) == SIZE_MAX)
            n++;
    if (*kind == BLOCK_PROSE || *kind == BLOCK_LIST)
        while (line + n < count && goes_on(text_line(text, line + n - 1), text_line(text, line + n)))
            n++;
    return n;
}

struct block *block_new(const struct text *text, size_t line) {
    struct block *block = memory_zero(1, sizeof *block);
    block->line = line;
    block->lines = count_lines(text, line, &block->kind);
    block->start = text_line_start(text, line);
    if (block->lines == 1) {
        block->text = text_line(text, line);
    } else {
        struct str joined = {0};
        size_t last = line + block->lines - 1;
        text_copy(text, block->start, text_line_start(text, last) + text_line(text, last).len, &joined);
        block->text.len = joined.len;
        block->text.data = block->joined = str_steal(&joined);
    }
    return block;
}

void block_free(struct block *block) {
    if (!block) return;
    analysis_free(&block->analysis);
    findings_free(&block->findings);
    free(block->joined);
    free(block);
}

bool block_has_prose(const struct block *block) {
    return block->kind == BLOCK_PROSE || block->kind == BLOCK_HEADING || block->kind == BLOCK_LIST;
}
