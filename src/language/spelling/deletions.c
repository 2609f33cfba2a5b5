#include "language/spelling/deletions.h"

#include "base/memory.h"

#include <stdlib.h>

enum { NUMBERS_A_HASH = 4, HEAD = 2 /* numbers before the starts: hashes, count */ };

/* Calls each() with the hash of what is left of the beginning of a word, for every choice of so many letters
 * taken out, one or two, or fewer. */
static void each_left(struct slice word, unsigned edits, void (*each)(void *by, uint64_t hash), void *by) {
    char left[DELETIONS_PREFIX];
    size_t len = word.len < DELETIONS_PREFIX ? word.len : DELETIONS_PREFIX;
    for (size_t first = 0; first <= len; first++) /* len: none is taken out */
        for (size_t second = edits > 1 ? first : len; second <= len; second++) {
            size_t kept = 0;
            if (second == first && first != len) continue;
            for (size_t i = 0; i < len; i++)
                if (i != first && i != second) left[kept++] = word.data[i];
            each(by, slice_mix((struct slice){left, kept}));
        }
}

struct making {
    uint32_t *starts, *numbers;
    size_t mask;
    uint32_t number;
};

static void count_one(void *by, uint64_t hash) {
    struct making *making = by;
    making->starts[(hash & making->mask) + 1]++;
}

static void put_one(void *by, uint64_t hash) {
    struct making *making = by;
    making->numbers[making->starts[hash & making->mask]++] = making->number;
}

static void count_all(void *by, uint64_t hash) {
    (void)hash;
    ++*(size_t *)by;
}

void deletions_make(struct str *out, size_t words, struct slice (*word)(const void *of, size_t number),
                    const void *of) {
    size_t count = 0, hashes = 1;
    for (size_t i = 0; i < words; i++)
        each_left(word(of, i), DELETIONS_EDITS, count_all, &count);
    while (hashes * NUMBERS_A_HASH < count)
        hashes *= 2;
    uint32_t head[HEAD] = {(uint32_t)hashes, (uint32_t)count};
    uint32_t *starts = memory_zero(hashes + 2 + count, sizeof *starts);
    /* a counting sort: a start stands one place too far until the numbers are where they belong */
    struct making making = {starts + 1, starts + hashes + 2, hashes - 1, 0};
    for (size_t i = 0; i < words; i++)
        each_left(word(of, i), DELETIONS_EDITS, count_one, &making);
    for (size_t i = 1; i < hashes + 2; i++)
        starts[i] += starts[i - 1];
    for (; making.number < words; making.number++)
        each_left(word(of, making.number), DELETIONS_EDITS, put_one, &making);
    str_append(out, (struct slice){(const char *)head, sizeof head});
    str_append(out, (struct slice){(const char *)starts, (hashes + 1) * sizeof *starts});
    str_append(out, (struct slice){(const char *)making.numbers, count * sizeof *starts});
    free(starts);
}

struct deletions deletions_in(struct slice bytes) {
    const uint32_t *head = (const void *)bytes.data;
    size_t numbers = bytes.len / sizeof *head;
    if (numbers < HEAD + 1) return (struct deletions){0};
    size_t hashes = head[0], count = head[1];
    if (!hashes || hashes & (hashes - 1) || hashes > numbers || count > numbers ||
        HEAD + hashes + 1 + count > numbers)
        return (struct deletions){0};
    return (struct deletions){head + HEAD, head + HEAD + hashes + 1, hashes, count};
}

struct search {
    const struct deletions *deletions;
    void (*each)(void *by, const uint32_t *numbers, size_t count);
    void *by;
};

static void find_one(void *by, uint64_t hash) {
    const struct search *search = by;
    const struct deletions *deletions = search->deletions;
    size_t at = (size_t)(hash & (deletions->hashes - 1)), start = deletions->starts[at],
           end = deletions->starts[at + 1];
    if (end > deletions->count) end = deletions->count;
    if (start < end) search->each(search->by, deletions->numbers + start, end - start);
}

void deletions_near(const struct deletions *deletions, struct slice word, unsigned edits,
                    void (*each)(void *by, const uint32_t *numbers, size_t count), void *by) {
    struct search search = {deletions, each, by};
    if (deletions->hashes) each_left(word, edits, find_one, &search);
}
