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

/* Whether the line at a fence begins with a key <= key, whose first bytes are first. */
static bool is_at_or_before(const struct lexicon *lexicon, const struct fence *fence, uint64_t first,
                            struct slice key) {
    if (fence->key != first) return fence->key < first;
    return slice_compare(key_of(slice_range(lexicon->facts, fence->start, lexicon->facts.len)), key) <= 0;
}

bool lexicon_find(const struct lexicon *lexicon, struct slice key, struct slice *fields) {
    struct slice facts = lexicon->facts;
    uint64_t first = fence_key(key);
    size_t beyond =
        vec_before(const struct fence, fence, &lexicon->fences, is_at_or_before(lexicon, fence, first, key));
    if (!beyond) return false;
    size_t at = lexicon->fences.items[beyond - 1].start;
    size_t end = beyond < lexicon->fences.count ? lexicon->fences.items[beyond].start : facts.len;
    for (int order = -1; at < end && order < 0;) {
        struct slice rest = slice_range(facts, at, end), found = key_of(rest);
        order = slice_compare(found, key);
        if (order == 0) {
            if (fields)
                *fields =
                    line_from(facts, at + found.len + (found.len < rest.len && rest.data[found.len] == '\t'));
            return true;
        }
        /* a longer line than that is the last one before the next fence */
        if (rest.len > found.len + FENCE_DISTANCE) rest.len = found.len + FENCE_DISTANCE;
        size_t length = slice_find_byte(rest, '\n', found.len);
        at = length == SIZE_MAX ? end : at + length + 1;
    }
    return false;
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
