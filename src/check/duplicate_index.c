#include "check/duplicate.h"

/*
 * An inverted index over the rarest words, and pairs of neighbouring content words, of each unit. A feature
 * that stands in one unit only proposes nothing; one that stands in many says nothing. So every list is
 * short, and the work grows with the number of units.
 */
enum { COMMON = 32, FEATURES = 20, PROPOSED = FEATURES * COMMON };

struct posting {
    uint32_t unit, next; /* next: index + 1, or 0 */
};

struct duplicate_index {
    const struct units *units;
    const struct rarity *rarity;
    uint32_t *heads; /* by feature & mask: index of a posting + 1 */
    VEC(struct posting) postings;
    uint32_t proposed[PROPOSED];
    size_t count;
};

static uint32_t pair_of(uint32_t left, uint32_t right) {
    uint64_t both = ((uint64_t)left << 32 | right) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(both >> 32);
}

/* Calls visit for each feature of a unit, words first: among equally rare ones they are taken. */
static void features_each(const struct units *units, const struct unit *unit, void (*visit)(void *, uint32_t),
                          void *context) {
    const struct unit_word *words = &units->words.items[unit->first];
    for (size_t i = 0; i < unit->count; i++)
        if (!(words[i].flags & UNIT_WEAK)) visit(context, words[i].hash);
    uint32_t before = 0;
    for (size_t i = 0; i < unit->count; i++) {
        if (words[i].flags & UNIT_WEAK) continue;
        if (before) visit(context, pair_of(before, words[i].hash));
        before = words[i].hash;
    }
}

static void count_feature(void *context, uint32_t feature) {
    struct rarity *rarity = context;
    uint8_t *count = &rarity->counts[feature & rarity->mask];
    if (*count < 255) ++*count;
}

void rarity_count(struct rarity *rarity, const struct units *units) {
    uint32_t size = 1024;
    while (size < units->words.count * 4 && size < 1u << 25)
        size *= 2;
    rarity->mask = size - 1;
    rarity->counts = memory_zero(size, 1);
    for (size_t i = 0; i < units->list.count; i++)
        features_each(units, &units->list.items[i], count_feature, rarity);
}

void rarity_free(struct rarity *rarity) {
    free(rarity->counts);
    rarity->counts = NULL;
}

struct duplicate_index *duplicate_index_new(const struct units *units, const struct rarity *rarity) {
    struct duplicate_index *index = memory_zero(1, sizeof *index);
    index->units = units;
    index->rarity = rarity;
    index->heads = memory_zero((size_t)rarity->mask + 1, sizeof *index->heads);
    return index;
}

void duplicate_index_free(struct duplicate_index *index) {
    if (!index) return;
    free(index->heads);
    vec_free(&index->postings);
    free(index);
}

/* The rarest features of one unit, rarest first. */
struct choice {
    const struct rarity *rarity;
    uint32_t features[FEATURES];
    unsigned counts[FEATURES];
    size_t count;
};

static void choose(void *context, uint32_t feature) {
    struct choice *choice = context;
    unsigned count = rarity_of(choice->rarity, feature);
    if (count < 2 || count > COMMON) return;
    size_t at = choice->count;
    while (at > 0 && choice->counts[at - 1] > count)
        at--;
    if (at == FEATURES) return;
    size_t moved = (choice->count < FEATURES ? choice->count : FEATURES - 1) - at;
    memmove(&choice->features[at + 1], &choice->features[at], moved * sizeof *choice->features);
    memmove(&choice->counts[at + 1], &choice->counts[at], moved * sizeof *choice->counts);
    choice->features[at] = feature;
    choice->counts[at] = count;
    if (choice->count < FEATURES) choice->count++;
}

static int by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The units proposed most often, at least twice, or once when there was only one feature to go by. */
static size_t most_proposed(struct duplicate_index *index, size_t least, uint32_t candidates[CANDIDATES]) {
    size_t found = 0, votes[CANDIDATES];
    qsort(index->proposed, index->count, sizeof *index->proposed, by_number);
    for (size_t i = 0, n; i < index->count; i += n) {
        for (n = 1; i + n < index->count && index->proposed[i + n] == index->proposed[i];)
            n++;
        if (n < least) continue;
        size_t at = found < CANDIDATES ? found++ : CANDIDATES;
        while (at > 0 && votes[at - 1] < n) {
            if (at < CANDIDATES) votes[at] = votes[at - 1], candidates[at] = candidates[at - 1];
            at--;
        }
        if (at < CANDIDATES) votes[at] = n, candidates[at] = index->proposed[i];
    }
    return found;
}

size_t duplicate_index_next(struct duplicate_index *index, size_t unit, uint32_t candidates[CANDIDATES]) {
    struct choice choice = {.rarity = index->rarity};
    features_each(index->units, &index->units->list.items[unit], choose, &choice);
    index->count = 0;
    for (size_t i = 0; i < choice.count; i++) {
        uint32_t *head = &index->heads[choice.features[i] & index->rarity->mask];
        for (uint32_t at = *head, steps = 0; at && steps < COMMON;
             at = index->postings.items[at - 1].next, steps++)
            index->proposed[index->count++] = index->postings.items[at - 1].unit;
        vec_push(&index->postings, (struct posting){.unit = (uint32_t)unit, .next = *head});
        *head = (uint32_t)index->postings.count;
    }
    return index->count ? most_proposed(index, choice.count > 3 ? 2 : 1, candidates) : 0;
}
