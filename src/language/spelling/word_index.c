#include "language/spelling/word_index.h"

#include <stdlib.h>

enum { MOST_DOCUMENTS = (1 << 24) - 1, LETTERS = 26 };

/* For each letter whether the word has it, and whether it has it twice. An edit changes two of them at most,
 * and one that makes the word longer or shorter only one. */
static uint64_t letters_of(struct slice word) {
    uint64_t letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.data[i];
        uint64_t once = 1ull << (c >= 'a' && c <= 'z' ? c - 'a' : LETTERS);
        letters |= letters & once ? once << (LETTERS + 1) : once;
    }
    return letters;
}

void word_index_add(struct word_index *index, struct slice word, uint32_t documents) {
    if (word.len == 0 || word.len > WORD_LIMIT) return;
    if (documents > MOST_DOCUMENTS) documents = MOST_DOCUMENTS;
    struct indexed_word indexed = {.text = word.data};
    indexed.documents = documents & MOST_DOCUMENTS;
    indexed.len = word.len & 0xff;
    vec_push(&index->added, indexed);
}

/* The commonest come first; the last class is that of the words without documents. */
static size_t class_of(uint32_t documents) {
    return documents ? (size_t)__builtin_clz(documents) - 8 : INDEX_CLASSES - 1;
}

static size_t place_of(const struct indexed_word *word) {
    return word->len * (size_t)INDEX_CLASSES + class_of(word->documents);
}

/* The bytes: how many words, the starts, the letters, the words, their texts. */
static size_t size_without_texts(size_t count) {
    return sizeof(uint64_t) + (INDEX_PLACES + 1) * sizeof(uint32_t) +
           count * (sizeof(uint64_t) + sizeof(struct packed_word));
}

static void point(struct word_index *index, struct slice bytes, size_t count) {
    const char *at = bytes.data + sizeof(uint64_t);
    index->bytes = bytes;
    index->count = count;
    index->starts = (const void *)at;
    index->letters = (const void *)(at + (INDEX_PLACES + 1) * sizeof(uint32_t));
    index->words = (const void *)(index->letters + count);
    index->texts = slice_range(bytes, size_without_texts(count), bytes.len);
}

bool word_index_take(struct word_index *index, struct slice bytes) {
    uint64_t count;
    if (bytes.len < size_without_texts(0)) return false;
    memcpy(&count, bytes.data, sizeof count);
    if (count > bytes.len / sizeof(uint64_t) || size_without_texts((size_t)count) > bytes.len) return false;
    struct word_index taken = {0};
    point(&taken, bytes, (size_t)count);
    for (size_t i = 0; i < INDEX_PLACES; i++)
        if (taken.starts[i] > taken.starts[i + 1]) return false;
    if (taken.starts[INDEX_PLACES] > count) return false;
    *index = taken;
    return true;
}

/* A counting sort: linear, and words of one place stay in their order. */
static void sort_added(const struct word_index *index, uint32_t *starts, struct indexed_word *sorted) {
    memset(starts, 0, (INDEX_PLACES + 1) * sizeof *starts);
    vec_each(const struct indexed_word, word, &index->added)
        starts[place_of(word) + 1]++;
    for (size_t i = 0; i < INDEX_PLACES; i++)
        starts[i + 1] += starts[i];
    vec_each(const struct indexed_word, word, &index->added)
        sorted[starts[place_of(word)]++] = *word;
    /* each start has moved to where the next place begins */
    memmove(starts + 1, starts, INDEX_PLACES * sizeof *starts);
    starts[0] = 0;
}

void word_index_sort(struct word_index *index) {
    size_t count = index->added.count, texts = 0;
    uint32_t starts[INDEX_PLACES + 1];
    struct indexed_word *sorted = memory_alloc((count + 1) * sizeof *sorted);
    sort_added(index, starts, sorted);
    str_append(&index->owned, (struct slice){(const char *)&(uint64_t){count}, sizeof(uint64_t)});
    str_append(&index->owned, (struct slice){(const char *)starts, sizeof starts});
    for (size_t i = 0; i < count; i++) {
        uint64_t letters = letters_of((struct slice){sorted[i].text, sorted[i].len});
        str_append(&index->owned, (struct slice){(const char *)&letters, sizeof letters});
    }
    for (size_t i = 0; i < count; i++) {
        struct packed_word word = {
            .text = (uint32_t)texts, .documents = sorted[i].documents, .len = sorted[i].len};
        str_append(&index->owned, (struct slice){(const char *)&word, sizeof word});
        texts += sorted[i].len;
    }
    for (size_t i = 0; i < count; i++)
        str_append(&index->owned, (struct slice){sorted[i].text, sorted[i].len});
    free(sorted);
    vec_free(&index->added);
    point(index, str_slice(&index->owned), count);
}

void word_index_free(struct word_index *index) {
    vec_free(&index->added);
    str_free(&index->owned);
    *index = (struct word_index){0};
}

struct slice word_index_word(const struct word_index *index, size_t number) {
    const struct packed_word *word = &index->words[number];
    if (word->text > index->texts.len || word->len > index->texts.len - word->text) return SLICE("");
    return slice_range(index->texts, word->text, word->text + word->len);
}

static struct slice text_of(const void *of, size_t number) {
    return word_index_word(of, number);
}

void word_index_make_deletions(const struct word_index *index, struct str *out) {
    deletions_make(out, index->count, text_of, index);
}

/* The columns of the table of edit distances as bits, one for each letter of the word (Hyyrö, A Bit-Vector
 * Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003): a column costs a dozen operations.
 */
struct pattern {
    struct slice word; /* of 1 to WORD_LIMIT bytes */
    uint64_t letters;
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

/* What two words have in common at their start and end costs no edit. */
static void strip_common(struct slice *a, struct slice *b) {
    while (a->len && b->len && a->data[0] == b->data[0])
        *a = slice_range(*a, 1, a->len), *b = slice_range(*b, 1, b->len);
    while (a->len && b->len && a->data[a->len - 1] == b->data[b->len - 1])
        a->len--, b->len--;
}

/* Of what is left between, neither empty. */
static bool is_one_edit(struct slice a, struct slice b) {
    if (a.len != b.len) return false;
    return a.len == 1 || (a.len == 2 && a.data[0] == b.data[1] && a.data[1] == b.data[0]);
}

unsigned edit_count(struct slice a, struct slice b, unsigned most) {
    if (a.len > WORD_LIMIT || b.len > WORD_LIMIT || a.len > b.len + most || b.len > a.len + most)
        return most + 1;
    strip_common(&a, &b);
    if (!a.len || !b.len) return (unsigned)(a.len + b.len);
    if (most == 1) return is_one_edit(a, b) ? 1 : 2;
    struct pattern pattern = pattern_of(a);
    return edits_between(&pattern, b.data, b.len, most);
}

/* The word at i, when it is no more than so many edits away; text is NULL when it is not. */
static struct indexed_word near_at(const struct word_index *index, const struct pattern *pattern, size_t i,
                                   unsigned edits) {
    struct slice word = word_index_word(index, i);
    if (!word.len) return (struct indexed_word){0};
    unsigned count = edits_between(pattern, word.data, word.len, edits);
    if (!count || count > edits) return (struct indexed_word){0};
    return (struct indexed_word){
        .text = word.data, .documents = index->words[i].documents, .len = index->words[i].len};
}

/* Bits of the letters that may differ between a word of this length and one of the other. */
static int bits_between(size_t len, size_t other, unsigned edits) {
    return (int)(2 * edits) - (int)(len > other ? len - other : other - len);
}

static inline bool differ_in_more(uint64_t bits, int most) {
    /* counted in twos, fours and eights at once: no branch for each */
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (int)((bits * 0x0101010101010101u) >> 56) > most;
}

/* The next from i to end whose letters differ in no more than most bits, of all words or of those numbers. */
static inline __attribute__((always_inline)) size_t find_alike(const struct word_index *index,
                                                               const uint32_t *numbers, uint64_t letters,
                                                               int most, size_t i, size_t end) {
    if (!numbers)
        while (i < end && differ_in_more(index->letters[i] ^ letters, most))
            i++;
    else
        while (i < end &&
               (numbers[i] >= index->count || differ_in_more(index->letters[numbers[i]] ^ letters, most)))
            i++;
    return i;
}

/* Nearly every such processor counts bits with one instruction, which the compiler may not take for granted.
 */
#ifdef __x86_64__
__attribute__((target("popcnt"))) static size_t find_alike_counting(const struct word_index *index,
                                                                    const uint32_t *numbers, uint64_t letters,
                                                                    int most, size_t i, size_t end) {
    return find_alike(index, numbers, letters, most, i, end);
}
#endif

static size_t next_alike(const struct word_index *index, const uint32_t *numbers, uint64_t letters, int most,
                         size_t i, size_t end) {
#ifdef __x86_64__
    if (__builtin_cpu_supports("popcnt")) return find_alike_counting(index, numbers, letters, most, i, end);
#endif
    return find_alike(index, numbers, letters, most, i, end);
}

/* A search by the table of deletions. */
struct lookup {
    const struct word_index *index;
    struct slice word;
    uint64_t letters;
    unsigned edits;
    uint32_t least;
    VEC(uint32_t) numbers; /* of words that may be near, each once, in order */
};

static void note_number(struct lookup *lookup, uint32_t number) {
    const struct packed_word *near = &lookup->index->words[number];
    if (near->len > lookup->word.len + lookup->edits || lookup->word.len > near->len + lookup->edits ||
        differ_in_more(lookup->index->letters[number] ^ lookup->letters,
                       bits_between(lookup->word.len, near->len, lookup->edits)) ||
        class_of(near->documents) > class_of(lookup->least))
        return;
    size_t at = vec_before(const uint32_t, noted, &lookup->numbers, *noted < number);
    if (at < lookup->numbers.count && lookup->numbers.items[at] == number) return;
    vec_open(&lookup->numbers, at, 1);
    lookup->numbers.items[at] = number;
}

static void note_numbers(void *by, const uint32_t *numbers, size_t count) {
    struct lookup *lookup = by;
    int most = (int)(2 * lookup->edits);
    for (size_t i = 0; (i = next_alike(lookup->index, numbers, lookup->letters, most, i, count)) < count; i++)
        note_number(lookup, numbers[i]);
}

/* In the order of the index, as the search through all of it has them. */
static void look_up(struct lookup *lookup, const struct pattern *pattern,
                    void (*each)(void *by, const struct indexed_word *near), void *by) {
    deletions_near(&lookup->index->deletions, lookup->word, lookup->edits, note_numbers, lookup);
    vec_each(const uint32_t, number, &lookup->numbers) {
        struct indexed_word near = near_at(lookup->index, pattern, *number, lookup->edits);
        if (near.text) each(by, &near);
    }
    vec_free(&lookup->numbers);
}

void word_index_near(const struct word_index *index, struct slice word, unsigned edits, uint32_t least,
                     void (*each)(void *by, const struct indexed_word *near), void *by) {
    if (!word.len || word.len > WORD_LIMIT || !index->count) return;
    struct pattern pattern = pattern_of(word);
    if (index->deletions.hashes && edits <= DELETIONS_EDITS) {
        struct lookup lookup = {index, word, pattern.letters, edits, least, {0}};
        look_up(&lookup, &pattern, each, by);
        return;
    }
    size_t shortest = word.len > edits ? word.len - edits : 0, longest = word.len + edits;
    for (size_t len = shortest; len <= longest && len <= WORD_LIMIT; len++) {
        const uint32_t *starts = &index->starts[len * INDEX_CLASSES];
        int most = bits_between(word.len, len, edits);
        for (size_t i = starts[0], end = starts[class_of(least) + 1];; i++) {
            i = next_alike(index, NULL, pattern.letters, most, i, end);
            if (i >= end) break;
            struct indexed_word near = near_at(index, &pattern, i, edits);
            if (near.text) each(by, &near);
        }
    }
}

void word_index_keep_most(void *by, const struct indexed_word *near) {
    uint32_t *most = by;
    if (near->documents > *most) *most = near->documents;
}

uint32_t word_index_neighbour(const struct word_index *index, struct slice word) {
    uint32_t most = 0;
    if (!word.len || word.len > WORD_LIMIT || !index->count) return 0;
    if (index->deletions.hashes) {
        word_index_near(index, word, 1, 1, word_index_keep_most, &most);
        return most;
    }
    struct pattern pattern = pattern_of(word);
    for (size_t rank = 0; rank + 1 < INDEX_CLASSES && !most; rank++)
        for (size_t len = word.len - 1; len <= word.len + 1 && len <= WORD_LIMIT; len++) {
            const uint32_t *start = &index->starts[len * INDEX_CLASSES + rank];
            int bits = bits_between(word.len, len, 1);
            for (size_t i = start[0];; i++) {
                i = next_alike(index, NULL, pattern.letters, bits, i, start[1]);
                if (i >= start[1]) break;
                if (index->words[i].documents <= most) continue;
                struct indexed_word near = near_at(index, &pattern, i, 1);
                if (near.text) most = near.documents;
            }
        }
    return most;
}
