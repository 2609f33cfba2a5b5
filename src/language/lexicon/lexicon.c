#include "language/lexicon/lexicon.h"

#include "base/file.h"

#include <stdio.h>

enum { LEXICON_LIMIT = 64 << 20, FENCE_DISTANCE = 256 };

static struct slice line_from(struct slice facts, size_t at) {
    size_t end = slice_find_byte(facts, '\n', at);
    return slice_range(facts, at, end == SIZE_MAX ? facts.len : end);
}

/* The first bytes of a key, zeros after a shorter one. */
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
    *lexicon = (struct lexicon){0};
}

static void name_section(char name[SECTION_NAME], const char *kind, const char *file) {
    snprintf(name, SECTION_NAME, "%s %s", kind, file);
}

static struct slice take(const struct prepared *prepared, const char *kind, const char *file) {
    char name[SECTION_NAME];
    name_section(name, kind, file);
    return prepared_section(prepared, name);
}

bool lexicon_take(struct lexicon *lexicon, const struct prepared *prepared, const char *name) {
    struct slice facts = take(prepared, "facts", name);
    struct key_table keys = key_table_in(take(prepared, "keys", name), facts.len),
                     firsts = key_table_in(take(prepared, "firsts", name), facts.len);
    if (!keys.slots.len) return false;
    if (!firsts.slots.len) firsts = keys; /* each key is one word */
    *lexicon = (struct lexicon){.facts = facts, .keys = keys, .firsts = firsts};
    lexicon->items = key_table_in(take(prepared, "items", name), facts.len);
    return true;
}

/* A table of the lines by their keys, or by the words that those begin with: the first line of each. */
static void add_table(const struct lexicon *lexicon, const char *kind, const char *name, char end,
                      struct prepared_writer *writer) {
    struct str slots = {0};
    struct slice key, last = SLICE("\n");
    char section[SECTION_NAME];
    size_t keys = 0;
    for (size_t at = 0; lexicon_next(lexicon, &at, NULL, NULL);)
        keys++;
    key_table_make(&slots, keys);
    for (size_t at = 0, start = 0; lexicon_next(lexicon, &at, &key, NULL); start = at) {
        struct slice first = slice_cut(&key, end);
        if (slice_equal(first, last)) continue; /* they stand in order */
        key_table_put(&slots, slice_mix(first), start);
        last = first;
    }
    name_section(section, kind, name);
    prepared_add(writer, section, str_slice(&slots));
    str_free(&slots);
}

/* Of a word in the row that begins at start. */
static uint64_t item_hash(size_t start, uint64_t hash) {
    return hash ^ ((uint64_t)start + 1) * 0x9e3779b97f4a7c15u;
}

static size_t count_items(const struct lexicon *lexicon) {
    struct slice row;
    size_t items = 0;
    for (size_t at = 0; lexicon_next(lexicon, &at, NULL, &row);)
        while (row.len) {
            slice_cut(&row, ' ');
            items++;
        }
    return items;
}

static void add_items(const struct lexicon *lexicon, const char *name, struct prepared_writer *writer) {
    struct str slots = {0};
    struct slice row;
    char section[SECTION_NAME];
    key_table_make(&slots, count_items(lexicon));
    for (size_t at = 0; lexicon_next(lexicon, &at, NULL, &row);)
        for (size_t start = (size_t)(row.data - lexicon->facts.data); row.len;) {
            size_t place = (size_t)(row.data - lexicon->facts.data);
            struct slice item = slice_cut(&row, ' ');
            key_table_put(&slots, item_hash(start, slice_mix(slice_cut(&item, '='))), place);
        }
    name_section(section, "items", name);
    prepared_add(writer, section, str_slice(&slots));
    str_free(&slots);
}

static bool has_phrases(const struct lexicon *lexicon) {
    struct slice key;
    bool phrases = false;
    for (size_t at = 0; !phrases && lexicon_next(lexicon, &at, &key, NULL);)
        phrases = slice_find_byte(key, ' ', 0) != SIZE_MAX;
    return phrases;
}

void lexicon_prepare(const struct lexicon *lexicon, const char *name, bool rows,
                     struct prepared_writer *writer) {
    char section[SECTION_NAME];
    name_section(section, "facts", name);
    prepared_add(writer, section, lexicon->facts);
    add_table(lexicon, "keys", name, '\t', writer);
    if (has_phrases(lexicon)) add_table(lexicon, "firsts", name, ' ', writer);
    if (rows) add_items(lexicon, name, writer);
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

/* True when s begins with the key and what ends one: a tab, the end of the line, or the byte end. */
static bool has_key(struct slice s, struct slice key, char end) {
    if (s.len < key.len || (key.len && memcmp(s.data, key.data, key.len) != 0)) return false;
    char after = s.len > key.len ? s.data[key.len] : '\n';
    for (size_t i = 0; i < key.len; i++)
        if (key.data[i] == '\t' || key.data[i] == '\n' || key.data[i] == end) return false;
    return after == '\t' || after == '\n' || after == end;
}

/* The place of the first line with this key, or, when keys end with a space too, with this first word. */
static size_t find_place(const struct lexicon *lexicon, const struct key_table *table, struct slice key,
                         char end) {
    size_t at;
    for (struct key_probe probe = key_table_probe(table, slice_mix(key)); key_table_next(table, &probe, &at);)
        if (at < lexicon->facts.len && has_key(slice_range(lexicon->facts, at, lexicon->facts.len), key, end))
            return at;
    return SIZE_MAX;
}

bool lexicon_begins(const struct lexicon *lexicon, struct slice word) {
    return find_place(lexicon, &lexicon->firsts, word, ' ') != SIZE_MAX;
}

/* Where the first line may stand whose key is not before this one. */
static size_t place_before(const struct lexicon *lexicon, struct slice key) {
    uint64_t first = fence_key(key);
    size_t beyond =
        vec_before(const struct fence, fence, &lexicon->fences, is_at_or_before(lexicon, fence, first, key));
    return beyond ? lexicon->fences.items[beyond - 1].start : 0;
}

/* Whether the key of the line at the start of s is the word and more words. */
static bool is_more(struct slice s, struct slice word) {
    struct slice key = key_of(s);
    return key.len > word.len && key.data[word.len] == ' ' && slice_starts(key, word);
}

/* A blank is before every byte of a word: keys that go on stand right after the word alone, or where it
 * would. */
bool lexicon_goes_on(const struct lexicon *lexicon, struct slice word) {
    struct slice facts = lexicon->facts, key;
    bool prepared = lexicon->firsts.slots.len > 0, more = false;
    if (slice_find_byte(word, ' ', 0) != SIZE_MAX) return false;
    size_t at = prepared ? find_place(lexicon, &lexicon->firsts, word, ' ') : place_before(lexicon, word);
    while (at < facts.len && !more) {
        more = is_more(slice_range(facts, at, facts.len), word);
        lexicon_next(lexicon, &at, &key, NULL);
        if (slice_compare(key, word) > 0) break;
    }
    return more;
}

static bool find_prepared(const struct lexicon *lexicon, struct slice key, struct slice *fields) {
    size_t at = find_place(lexicon, &lexicon->keys, key, '\t');
    if (at == SIZE_MAX || !fields) return at != SIZE_MAX;
    struct slice rest = line_from(lexicon->facts, at);
    *fields = rest.len > key.len ? slice_range(rest, key.len + 1, rest.len) : SLICE("");
    return true;
}

bool lexicon_find(const struct lexicon *lexicon, struct slice key, struct slice *fields) {
    struct slice facts = lexicon->facts;
    if (lexicon->keys.slots.len) return find_prepared(lexicon, key, fields);
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

/* What stands after the word and its = at the start of s, up to the next word. */
static bool is_item(struct slice s, struct slice word, struct slice *what) {
    if (s.len <= word.len || memcmp(s.data, word.data, word.len) != 0 || s.data[word.len] != '=')
        return false;
    struct slice rest = slice_range(s, word.len + 1, s.len);
    *what = slice_cut(&rest, ' ');
    return true;
}

bool lexicon_find_in_row(const struct lexicon *lexicon, struct slice row, struct slice word, uint64_t hash,
                         struct slice *what) {
    if (!row.len || !lexicon->items.slots.len) return lexicon_find_in(row, word, what);
    size_t start = (size_t)(row.data - lexicon->facts.data), at;
    for (struct key_probe probe = key_table_probe(&lexicon->items, item_hash(start, hash));
         key_table_next(&lexicon->items, &probe, &at);)
        if (at >= start && at < start + row.len && is_item(slice_range(row, at - start, row.len), word, what))
            return true;
    return false;
}

bool lexicon_may_be_in_row(const struct lexicon *lexicon, struct slice row, uint64_t hash) {
    if (!row.len || !lexicon->items.slots.len) return row.len > 0;
    size_t start = (size_t)(row.data - lexicon->facts.data), at;
    for (struct key_probe probe = key_table_probe(&lexicon->items, item_hash(start, hash));
         key_table_next(&lexicon->items, &probe, &at);)
        if (at >= start && at < start + row.len) return true;
    return false;
}

void lexicon_expect_in_row(const struct lexicon *lexicon, struct slice row, uint64_t hash) {
    if (!row.len || !lexicon->items.slots.len) return;
    key_table_expect(&lexicon->items, item_hash((size_t)(row.data - lexicon->facts.data), hash));
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

size_t lexicon_seek(const struct lexicon *lexicon, struct slice key) {
    struct slice facts = lexicon->facts;
    size_t low = 0, high = facts.len; /* starts of lines */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        while (middle > low && facts.data[middle - 1] != '\n')
            middle--;
        struct slice line = line_from(facts, middle);
        if (slice_compare(key_of(line), key) < 0)
            low = middle + line.len + 1;
        else
            high = middle;
    }
    return low;
}

struct slice lexicon_field(struct slice fields, size_t n) {
    while (n--)
        slice_cut(&fields, '\t');
    return slice_cut(&fields, '\t');
}
