#include "language/word_index.h"

#include "language/wordbook.h"

enum { ROW = WORD_LIMIT + 2 };

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
    vec_push(&index->words, (struct indexed_word){word.data, letters_of(word), documents, (uint8_t)word.len});
}

void word_index_free(struct word_index *index) {
    vec_free(&index->words);
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

unsigned edit_count(struct slice a, struct slice b, unsigned most) {
    if (a.len > WORD_LIMIT || b.len > WORD_LIMIT) return most + 1;
    unsigned rows[3][ROW];
    unsigned *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        last[j] = (unsigned)j;
    for (size_t i = 1; i <= a.len; i++) {
        unsigned lowest = now[0] = (unsigned)i;
        for (size_t j = 1; j <= b.len; j++) {
            unsigned cost = last[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            cost = least(cost, least(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1])
                cost = least(cost, before[j - 2] + 1);
            now[j] = cost;
            lowest = least(lowest, cost);
        }
        if (lowest > most) return most + 1;
        unsigned *spare = before;
        before = last, last = now, now = spare;
    }
    return least(last[b.len], most + 1);
}

void word_index_near(const struct word_index *index, struct slice word, unsigned edits,
                     void (*each)(void *by, const struct indexed_word *near), void *by) {
    uint32_t letters = letters_of(word);
    for (size_t i = 0; i < index->words.count; i++) {
        const struct indexed_word *other = &index->words.items[i];
        size_t difference = other->len > word.len ? other->len - word.len : word.len - other->len;
        /* one edit changes the set of letters in two places at most */
        if (difference > edits || (unsigned)__builtin_popcount(letters ^ other->letters) > 2 * edits)
            continue;
        unsigned count = edit_count(word, (struct slice){other->text, other->len}, edits);
        if (count > 0 && count <= edits) each(by, other);
    }
}

static void keep_commonest(void *by, const struct indexed_word *near) {
    uint32_t *most = by;
    if (near->documents > *most) *most = near->documents;
}

uint32_t word_index_neighbour(const struct word_index *index, struct slice word) {
    uint32_t most = 0;
    word_index_near(index, word, 1, keep_commonest, &most);
    return most;
}
