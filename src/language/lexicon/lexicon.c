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
        at = end == SIZE_MAX ? facts.len : end + 1;
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
    if (!file_read(path, LEXICON_LIMIT, &lexicon->bytes, e)) return false;
    struct slice rest = str_slice(&lexicon->bytes);
    while (rest.len && rest.data[0] == '#')
        slice_cut(&rest, '\n');
    lexicon->facts = rest;
    set_fences(lexicon);
    return true;
}

void lexicon_free(struct lexicon *lexicon) {
    str_free(&lexicon->bytes);
    vec_free(&lexicon->fences);
    lexicon->facts = (struct slice){0};
}

bool lexicon_find(const struct lexicon *lexicon, struct slice key, struct slice *fields) {
    struct slice facts = lexicon->facts;
    size_t low, high; /* starts of lines; the answer is the first line with a key >= key */
    find_fences(lexicon, key, &low, &high);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        while (middle > low && facts.data[middle - 1] != '\n')
            middle--;
        struct slice line = line_from(facts, middle), rest = line;
        if (slice_compare(slice_cut(&rest, '\t'), key) < 0)
            low = middle + line.len + 1;
        else
            high = middle;
    }
    if (low >= facts.len) return false;
    struct slice rest = line_from(facts, low);
    if (!slice_equal(slice_cut(&rest, '\t'), key)) return false;
    if (fields) *fields = rest;
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
