#include "language/spelling/word_index.h"

#include <stdlib.h>

enum { MOST_DOCUMENTS = (1 << 24) - 1 };

static uint32_t letters_of(struct slice word) {
    uint32_t letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.data[i];
        letters |= 1u << (c >= 'a' && c <= 'z' ? c - 'a' : c == '-' ? 26 : 27);
    }
    return letters;
}

void word_index_add(struct word_index *index, struct slice word, uint32_t documents) {
    if (word.len == 0 || word.len > WORD_LIMIT) return;
    if (documents > MOST_DOCUMENTS) documents = MOST_DOCUMENTS;
    struct indexed_word indexed = {.text = word.data, .letters = letters_of(word)};
    indexed.documents = documents & MOST_DOCUMENTS;
    indexed.len = word.len & 0xff;
    vec_push(&index->words, indexed);
}

/* The commonest come first; the last class is that of the words without documents. */
static size_t class_of(uint32_t documents) {
    return documents ? (size_t)__builtin_clz(documents) - 8 : INDEX_CLASSES - 1;
}

static size_t place_of(const struct indexed_word *word) {
    return word->len * (size_t)INDEX_CLASSES + class_of(word->documents);
}

/* A counting sort: linear, and words of one place stay in their order. */
void word_index_sort(struct word_index *index) {
    uint32_t *starts = index->starts;
    size_t count = index->words.count;
    memset(starts, 0, sizeof index->starts);
    for (size_t i = 0; i < count; i++)
        starts[place_of(&index->words.items[i]) + 1]++;
    for (size_t i = 0; i < INDEX_PLACES; i++)
        starts[i + 1] += starts[i];
    struct indexed_word *sorted = memory_alloc((count + 1) * sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[starts[place_of(&index->words.items[i])]++] = index->words.items[i];
    /* each start has moved to where the next place begins */
    memmove(starts + 1, starts, INDEX_PLACES * sizeof *starts);
    starts[0] = 0;
    free(index->words.items);
    index->words.items = sorted;
    index->words.capacity = count + 1;
}

void word_index_free(struct word_index *index) {
    vec_free(&index->words);
    memset(index->starts, 0, sizeof index->starts);
}

/* The columns of the table of edit distances as bits, one for each letter of the word (Hyyrö, A Bit-Vector
 * Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003): a column costs a dozen operations.
 */
struct pattern {
    struct slice word; /* of 1 to WORD_LIMIT bytes */
    uint32_t letters;
    uint64_t places[256]; /* by byte: where it stands in the word */
};

static struct pattern pattern_of(struct slice word) {
    struct pattern pattern = {.word = word, .letters = letters_of(word)};
    for (size_t i = 0; i < word.len; i++)
        pattern.places[(unsigned char)word.data[i]] |= 1ull << i;
    return pattern;
}

static unsigned edits_between(const struct pattern *pattern, const char *text, size_t len, unsigned most) {
    uint64_t more = ~0ull, fewer = 0, same = 0, places_before = 0;
    uint64_t last = 1ull << (pattern->word.len - 1);
    size_t distance = pattern->word.len;
    for (size_t i = 0; i < len; i++) {
        uint64_t places = pattern->places[(unsigned char)text[i]];
        uint64_t swapped = ((~same & places) << 1) & places_before;
        same = (((places & more) + more) ^ more) | places | fewer | swapped;
        uint64_t right_more = fewer | ~(same | more), right_fewer = same & more;
        distance += (right_more & last) != 0;
        distance -= (right_fewer & last) != 0;
        if (distance > most + (len - i - 1)) return most + 1;
        right_more = right_more << 1 | 1;
        more = right_fewer << 1 | ~(same | right_more);
        fewer = right_more & same;
        places_before = places;
    }
    return (unsigned)distance;
}

unsigned edit_count(struct slice a, struct slice b, unsigned most) {
    if (a.len > WORD_LIMIT || b.len > WORD_LIMIT || a.len > b.len + most || b.len > a.len + most)
        return most + 1;
    if (!a.len || !b.len) return (unsigned)(a.len + b.len);
    struct pattern pattern = pattern_of(a);
    return edits_between(&pattern, b.data, b.len, most);
}

/* One edit changes the set of letters in two places at most. */
static bool letters_are_near(uint32_t a, uint32_t b, unsigned edits) {
    uint32_t differing = a ^ b;
    for (unsigned i = 0; differing && i < 2 * edits; i++)
        differing &= differing - 1;
    return !differing;
}

static bool is_near(const struct pattern *pattern, const struct indexed_word *other, unsigned edits) {
    if (!letters_are_near(pattern->letters, other->letters, edits)) return false;
    unsigned count = edits_between(pattern, other->text, other->len, edits);
    return count > 0 && count <= edits;
}

void word_index_near(const struct word_index *index, struct slice word, unsigned edits, uint32_t least,
                     void (*each)(void *by, const struct indexed_word *near), void *by) {
    if (!word.len || word.len > WORD_LIMIT) return;
    struct pattern pattern = pattern_of(word);
    size_t shortest = word.len > edits ? word.len - edits : 0, longest = word.len + edits;
    for (size_t len = shortest; len <= longest && len <= WORD_LIMIT; len++) {
        const uint32_t *starts = &index->starts[len * INDEX_CLASSES];
        for (size_t i = starts[0], end = starts[class_of(least) + 1]; i < end; i++)
            if (is_near(&pattern, &index->words.items[i], edits)) each(by, &index->words.items[i]);
    }
}

uint32_t word_index_neighbour(const struct word_index *index, struct slice word) {
    if (!word.len || word.len > WORD_LIMIT) return 0;
    struct pattern pattern = pattern_of(word);
    uint32_t most = 0;
    for (size_t rank = 0; rank + 1 < INDEX_CLASSES && !most; rank++)
        for (size_t len = word.len - 1; len <= word.len + 1 && len <= WORD_LIMIT; len++) {
            const uint32_t *start = &index->starts[len * INDEX_CLASSES + rank];
            for (size_t i = start[0]; i < start[1]; i++) {
                const struct indexed_word *other = &index->words.items[i];
                if (other->documents > most && is_near(&pattern, other, 1)) most = other->documents;
            }
        }
    return most;
}
