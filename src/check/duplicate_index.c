#include "check/duplicate.h"

/*
 * An inverted index over the rarest words, and pairs of neighbouring content words, of each unit. A feature
 * that stands in one unit only proposes nothing; one that stands in many says nothing. So every list is
 * short, and the work grows with the number of units.
 */
enum { COMMON = 32, FEATURES = 20 };

struct duplicate_index {
    const struct units *units;
    const struct rarity *rarity;
    uint32_t *lists;     /* by feature & mask: where in entries its units stand, when it is rare enough */
    uint32_t *entries;   /* unit + 1 in order of entering; 0: nothing yet */
    uint16_t *votes;     /* by unit: how many features propose it; all 0 between two calls */
    VEC(uint32_t) voted; /* those that are not 0 */
};

static uint32_t pair_of(uint32_t left, uint32_t right) {
    uint64_t both = ((uint64_t)left << 32 | right) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(both >> 32);
}

/* Calls visit for each pair of neighbouring words of a unit that can stand in another unit too. */
static void pairs_each(const struct units *units, const struct unit *unit, void (*visit)(void *, uint32_t),
                       void *context) {
    const struct unit_word *words = &units->words.items[unit->first], *before = NULL;
    for (size_t i = 0; i < unit->count; i++) {
        if (words[i].flags & UNIT_WEAK) continue;
        if (before && before->units > 1 && words[i].units > 1)
            visit(context, pair_of(before->hash, words[i].hash));
        before = &words[i];
    }
}

static void count_feature(void *context, uint32_t feature) {
    struct rarity *rarity = context;
    uint8_t *count = &rarity->counts[feature & rarity->mask];
    if (*count < 255) ++*count;
}

static void note_rarity(const struct rarity *rarity, struct units *units) {
    for
        vec_each(struct unit_word, word, &units->words) word->units = rarity_of(rarity, word->hash);
}

void rarity_count(struct rarity *rarity, struct units *units) {
    uint32_t size = 1024;
    while (size < units->words.count * 4 && size < 1u << 25)
        size *= 2;
    rarity->mask = size - 1;
    rarity->counts = memory_zero(size, 1);
    for
        vec_each(const struct unit_word, word, &units->words) if (!(word->flags & UNIT_WEAK))
            count_feature(rarity, word->hash);
    note_rarity(rarity, units); /* for pairs_each() */
    for
        vec_each(const struct unit, unit, &units->list) pairs_each(units, unit, count_feature, rarity);
    note_rarity(rarity, units); /* a pair may share the place of a word */
}

void rarity_free(struct rarity *rarity) {
    free(rarity->counts);
    rarity->counts = NULL;
}

static bool is_telling(unsigned count) {
    return count >= 2 && count <= COMMON;
}

struct duplicate_index *duplicate_index_new(const struct units *units, const struct rarity *rarity) {
    struct duplicate_index *index = memory_zero(1, sizeof *index);
    index->units = units;
    index->rarity = rarity;
    index->lists = memory_zero((size_t)rarity->mask + 1, sizeof *index->lists);
    uint32_t room = 0;
    for (size_t i = 0; i <= rarity->mask; i++) {
        index->lists[i] = room;
        if (is_telling(rarity->counts[i])) room += rarity->counts[i];
    }
    index->entries = memory_zero(room, sizeof *index->entries);
    index->votes = memory_zero(units->list.count, sizeof *index->votes);
    return index;
}

void duplicate_index_free(struct duplicate_index *index) {
    if (!index) return;
    free(index->lists);
    free(index->entries);
    free(index->votes);
    vec_free(&index->voted);
    free(index);
}

/* The rarest features of one unit, rarest first. */
struct choice {
    const struct rarity *rarity;
    uint32_t features[FEATURES];
    unsigned counts[FEATURES];
    size_t count;
};

static void choose(struct choice *choice, uint32_t feature, unsigned count) {
    if (!is_telling(count)) return;
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

static void choose_pair(void *context, uint32_t feature) {
    struct choice *choice = context;
    choose(choice, feature, rarity_of(choice->rarity, feature));
}

/* Words come first: among equally rare features they are taken. */
static void choose_all(struct choice *choice, const struct units *units, const struct unit *unit) {
    const struct unit_word *words = &units->words.items[unit->first];
    for (size_t i = 0; i < unit->count; i++)
        if (!(words[i].flags & UNIT_WEAK)) choose(choice, words[i].hash, words[i].units);
    pairs_each(units, unit, choose_pair, choice);
}

/* Lets the units of a list vote, then enters this one. */
static void vote(struct duplicate_index *index, uint32_t *list, unsigned length, uint32_t unit) {
    unsigned i = 0;
    for (; i < length && list[i]; i++)
        if (!index->votes[list[i] - 1]++) vec_push(&index->voted, list[i] - 1);
    if (i < length) list[i] = unit + 1;
}

/* The units proposed most often, the earlier first of those that are equal. */
static size_t most_proposed(const struct duplicate_index *index, unsigned least,
                            uint32_t candidates[CANDIDATES]) {
    size_t found = 0;
    for
        vec_each(const uint32_t, unit, &index->voted) {
            unsigned votes = index->votes[*unit];
            if (votes < least) continue;
            size_t at = found;
            while (at > 0 && (index->votes[candidates[at - 1]] < votes ||
                              (index->votes[candidates[at - 1]] == votes && candidates[at - 1] > *unit)))
                at--;
            if (at == CANDIDATES) continue;
            if (found < CANDIDATES) found++;
            memmove(&candidates[at + 1], &candidates[at], (found - at - 1) * sizeof *candidates);
            candidates[at] = *unit;
        }
    return found;
}

size_t duplicate_index_next(struct duplicate_index *index, size_t unit, uint32_t candidates[CANDIDATES]) {
    struct choice choice = {.rarity = index->rarity};
    choose_all(&choice, index->units, &index->units->list.items[unit]);
    for (size_t i = 0; i < choice.count; i++) {
        uint32_t *list = &index->entries[index->lists[choice.features[i] & index->rarity->mask]];
        vote(index, list, choice.counts[i], (uint32_t)unit);
    }
    /* one vote is enough when there was little to go by */
    size_t count = most_proposed(index, choice.count > 3 ? 2 : 1, candidates);
    for
        vec_each(const uint32_t, voted, &index->voted) index->votes[*voted] = 0;
    vec_clear(&index->voted);
    return count;
}
