#include "language/lexicon/lexicon.h"

#include "base/file.h"

enum { LEXICON_LIMIT = 64 << 20, FENCE_DISTANCE = 256 };

static struct slice line_from(struct slice facts, size_t at) {
    size_t end = slice_find_byte(facts, '\n', at);
    return slice_range(facts, at, end == SIZE_MAX ? facts.len : end);
}

/* The first bytes of a key, zeros behind a shorter one. */
static uint64_t fence_key(struct slice key) {
    uint64_t first = 0;
    for (size_t i = 0; i < sizeof first; i++)
        first = first << 8 | (i < key.len ? (unsigned char)key.data[i] : 0);
    return first;
}

static void set_fences(struct lexicon *lexicon) {
    struct slice facts = lexicon->facts;
    for (size_t at = 0; at < facts.len;) {
        struct slice line = line_from(facts, at);
        vec_push(&lexicon->fences, (struct fence){fence_key(slice_cut(&line, '\t')), at});
        size_t end = slice_find_byte(facts, '\n', at + FENCE_DISTANCE);
        if (end == SIZE_MAX) return;
        /* a long line begins at a fence of its own */
        const char *last = memrchr(facts.data + at, '\n', end - at);
        size_t begin = last ? (size_t)(last - facts.data) + 1 : at;
        if (begin > at && end - begin >= FENCE_DISTANCE) {
            line = line_from(facts, begin);
            vec_push(&lexicon->fences, (struct fence){fence_key(slice_cut(&line, '\t')), begin});
        }
        at = end + 1;
    }
}

/* The lines from *low to *high are those among which the first line with a key >= key may be, or the end. */
static void find_fences(const struct lexicon *lexicon, struct slice key, size_t *low, size_t *high) {
    uint64_t first = fence_key(key);
    size_t from =
        vec_before(const struct fence, fence, &lexicon->fences, fence->key <= first); /* beyond it */
    *high = from < lexicon->fences.count ? lexicon->fences.items[from].start : lexicon->facts.len;
    while (from > 0 && lexicon->fences.items[from - 1].key == first)
        from--;
    *low = from > 0 ? lexicon->fences.items[from - 1].start : 0;
}

bool lexicon_load(struct lexicon *lexicon, const char *path, struct error *e) {
    if (!file_map(path, LEXICON_LIMIT, &lexicon->bytes, e)) return false;
    struct slice rest = lexicon->bytes;
    while (rest.len && rest.data[0] == '#')
        slice_cut(&rest, '\n');
    lexicon->facts = rest;
    set_fences(lexicon);
    return true;
}

void lexicon_free(struct lexicon *lexicon) {
    file_unmap(&lexicon->bytes);
    vec_free(&lexicon->fences);
    lexicon->facts = (struct slice){0};
}

/* The first field of the line that s begins with. */
static struct slice key_of(struct slice s) {
    size_t end = 0;
    while (end < s.len && s.data[end] != '\t' && s.data[end] != '\n')
        end++;
    return slice_range(s, 0, end);
}

bool lexicon_find(const struct lexicon *lexicon, struct slice key, struct slice *fields) {
    struct slice facts = lexicon->facts;
    size_t low, high; /* starts of lines; the answer is the first line with a key >= key */
    find_fences(lexicon, key, &low, &high);
    if (low < high) { /* a line that stands alone between two fences may be long: its end is the second */
        struct slice first_line = slice_range(facts, low, high);
        if (slice_compare(key_of(first_line), key) < 0) {
            size_t end = slice_find_byte(slice_range(first_line, 0, FENCE_DISTANCE), '\n', 0);
            low = end == SIZE_MAX ? high : low + end + 1;
        } else {
            high = low;
        }
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *line = middle > low ? memrchr(facts.data + low, '\n', middle - low) : NULL;
        middle = line ? (size_t)(line - facts.data) + 1 : low;
        struct slice rest = slice_range(facts, middle, high);
        if (slice_compare(key_of(rest), key) < 0) {
            size_t end = slice_find_byte(rest, '\n', 0);
            low = end == SIZE_MAX ? high : middle + end + 1;
        } else {
            high = middle;
        }
    }
    if (low >= facts.len) return false;
    if (!slice_equal(key_of(slice_range(facts, low, facts.len)), key)) return false;
    struct slice rest = fields ? line_from(facts, low) : SLICE("");
    slice_cut(&rest, '\t');
    if (fields) *fields = rest;
    return true;
}

bool lexicon_find_in(struct slice field, struct slice word, struct slice *what) {
    size_t low = 0, high = field.len; /* starts of words; the answer is the first word >= word */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        while (middle > low && field.data[middle - 1] != ' ')
            middle--;
        size_t end = slice_find_byte(field, ' ', middle);
        if (end == SIZE_MAX) end = field.len;
        struct slice rest = slice_range(field, middle, end);
        if (slice_compare(slice_cut(&rest, '='), word) < 0)
            low = end + 1;
        else
            high = middle;
    }
    if (low >= field.len) return false;
    struct slice rest = slice_range(field, low, field.len), item = slice_cut(&rest, ' ');
    if (!slice_equal(slice_cut(&item, '='), word)) return false;
    *what = item;
    return true;
}

bool lexicon_next(const struct lexicon *lexicon, size_t *at, struct slice *key, struct slice *fields) {
    if (*at >= lexicon->facts.len) return false;
    struct slice rest = line_from(lexicon->facts, *at);
    *at += rest.len + 1;
    struct slice first = slice_cut(&rest, '\t');
    if (key) *key = first;
    if (fields) *fields = rest;
    return true;
}

struct slice lexicon_field(struct slice fields, size_t n) {
    while (n--)
        slice_cut(&fields, '\t');
    return slice_cut(&fields, '\t');
}
