#include "check/block.h"

#include "base/utf8.h"
#include "check/front_value.h"

enum { BLOCK_LINES = 1000, WRAP_NARROWEST = 55, WRAP_WIDEST = 110 };

/* A line of dashes, stars or equal signs: a rule, or the underline of a heading. */
static bool is_ruler(struct slice s) {
    size_t marks = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] != s.data[0] && s.data[i] != ' ') return false;
        marks += s.data[i] != ' ';
    }
    return marks >= 3 && strchr("-*_=", s.data[0]);
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

/* One to six #, then a space: #tag is prose. */
static bool is_heading(struct slice s) {
    size_t marks = 0;
    while (marks < s.len && s.data[marks] == '#')
        marks++;
    return marks && marks <= 6 && (marks == s.len || s.data[marks] == ' ' || s.data[marks] == '\t');
}

static enum block_kind kind_of(struct slice line) {
    struct slice s = slice_trim(line);
    if (s.len == 0) return BLOCK_BLANK;
    if (is_fence(line) || s.data[0] == '|' || slice_starts(s, SLICE("<!--")) || is_ruler(s))
        return BLOCK_OTHER;
    if (is_heading(s)) return BLOCK_HEADING;
    return is_item(line) ? BLOCK_LIST : BLOCK_PROSE;
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

/* Ends in a word or mark that wants something behind it. */
static bool is_unfinished(struct slice s) {
    static const char *const words[] = {"dan",     "di",     "ke",    "dari",  "yang",  "untuk",
                                        "oleh",    "dengan", "pada",  "dalam", "atau",  "para",
                                        "menurut", "kata",   "ujar",  "bagi",  "serta", "sebagai",
                                        "tahun",   "nomor",  "pukul", "—",     "–"};
    struct slice word = last_word(s);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_text(word, words[i])) return true;
    return s.data[s.len - 1] == ',';
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
    size_t widest;
    bool proved;
};

/*
 * Whether a writer broke the paragraph behind line by hand. A line that ends no sentence goes on in one that
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
    if (!is_unfinished(a) && (reads_like_heading(a) || (capitals && reads_like_heading(b)))) return false;
    return wrapping->proved = true;
}

static size_t count_lines(const struct text *text, size_t line, enum block_kind *kind) {
    size_t count = text_line_count(text), n = 1;
    struct slice first = text_line(text, line);
    size_t front = line == 0 ? front_matter_lines(text, NULL) : 0;
    if (front) {
        *kind = BLOCK_FRONT;
        return front;
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
    struct wrapping wrapping = {0};
    if (*kind == BLOCK_PROSE || *kind == BLOCK_LIST)
        while (line + n < count && n < BLOCK_LINES &&
               goes_on(text_line(text, line + n - 1), text_line(text, line + n), &wrapping))
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
    if (block->kind == BLOCK_FRONT) front_values_read(block, text);
    return block;
}

void block_free(struct block *block) {
    if (!block) return;
    analysis_free(&block->analysis);
    findings_free(&block->findings);
    for
        vec_each(struct block *, value, &block->values) block_free(*value);
    vec_free(&block->values);
    directives_free(&block->directives);
    free(block->joined);
    free(block);
}

bool block_has_prose(const struct block *block) {
    return block->kind == BLOCK_PROSE || block->kind == BLOCK_HEADING || block->kind == BLOCK_LIST;
}

struct block *document_next(const struct document *document, size_t *at) {
    const struct block *front = document->blocks.count ? document->blocks.items[0] : NULL;
    size_t values = front ? front->values.count : 0;
    if (*at < values) return front->values.items[(*at)++];
    while (*at - values < document->blocks.count) {
        struct block *block = document->blocks.items[(*at)++ - values];
        if (block_has_prose(block)) return block;
    }
    return NULL;
}
