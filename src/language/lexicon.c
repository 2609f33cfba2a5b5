#include "language/lexicon.h"

#include "base/file.h"

enum { LEXICON_LIMIT = 64 << 20 };

static struct slice line_from(struct slice facts, size_t at) {
    size_t end = slice_find_byte(facts, '\n', at);
    return slice_range(facts, at, end == SIZE_MAX ? facts.len : end);
}

bool lexicon_load(struct lexicon *lexicon, const char *path, struct error *e) {
    if (!file_read(path, LEXICON_LIMIT, &lexicon->bytes, e)) return false;
    struct slice rest = str_slice(&lexicon->bytes);
    while (rest.len && rest.data[0] == '#')
        slice_cut(&rest, '\n');
    lexicon->facts = rest;
    return true;
}

void lexicon_free(struct lexicon *lexicon) {
    str_free(&lexicon->bytes);
    lexicon->facts = (struct slice){0};
}

bool lexicon_find(const struct lexicon *lexicon, struct slice key, struct slice *fields) {
    struct slice facts = lexicon->facts;
    size_t low = 0, high = facts.len; /* starts of lines; the answer is the first line with a key >= key */
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
