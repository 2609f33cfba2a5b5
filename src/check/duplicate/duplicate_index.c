#include "check/duplicate/duplicate.h"

/*
 * An inverted index over the rarest words, and pairs of neighbouring content words, of each unit. A feature
 * that stands in one unit only proposes nothing; one that stands in many says nothing. So every list is
 * short, and the work grows with the number of units. Features are known by a slot, which two may share:
 * tables of a few bytes per word stay in the cache of the processor, where a table of words would not.
 */
enum { COMMON = 32, FEATURES = 16, GROUP = 32, LEAST_SLOTS = 1024 };

struct duplicate_index {
    const struct units *units;
    uint32_t word_slots, pair_slots; /* those of words come first */
    uint8_t *counts;                 /* by slot: how many units hold its features, at most 255 */
    uint32_t *lists;                 /* by GROUP slots: where in entries the list of the first stands */
    uint32_t *entries;               /* unit + 1 in order of entering; 0: nothing yet */
    uint16_t *votes;                 /* by unit: how many features propose it; all 0 between two calls */
    VEC(uint32_t) voted;             /* those that are not 0 */
};

static uint32_t slot_of_word(const struct duplicate_index *index, uint32_t word) {
    return (uint32_t)((uint64_t)word * index->word_slots >> 32);
}

static uint32_t slot_of_pair(const struct duplicate_index *index, uint32_t left, uint32_t right) {
    uint64_t both = ((uint64_t)left << 32 | right) * 0x9E3779B97F4A7C15u;
    return index->word_slots + (uint32_t)((both >> 32) * index->pair_slots >> 32);
}

/* Calls visit for each pair of neighbouring words of a unit that can stand in another unit too. */
static void pairs_each(const struct duplicate_index *index, const struct unit *unit,
                       void (*visit)(void *, uint32_t), void *context) {
    const struct unit_word *words = &index->units->words.items[unit->first], *before = NULL;
    for (size_t i = 0; i < unit->count; i++) {
        if (words[i].flags & UNIT_WEAK) continue;
        if (before && before->units > 1 && words[i].units > 1)
            visit(context, slot_of_pair(index, before->hash, words[i].hash));
        before = &words[i];
    }
}

static void count_slot(void *self, uint32_t slot) {
    struct duplicate_index *index = self;
    if (index->counts[slot] < UINT8_MAX) index->counts[slot]++;
}

static void count_words(struct duplicate_index *index, const struct unit *unit) {
    const struct unit_word *words = &index->units->words.items[unit->first];
    for (size_t i = 0; i < unit->count; i++)
        if (!(words[i].flags & UNIT_WEAK)) count_slot(index, slot_of_word(index, words[i].hash));
}

/* How many units hold the words of a unit, and its pairs of words that are in others. */
static void count_pairs(struct duplicate_index *index, struct units *units, const struct unit *unit) {
    struct unit_word *words = &units->words.items[unit->first];
    for (size_t i = 0; i < unit->count; i++)
        words[i].units = index->counts[slot_of_word(index, words[i].hash)];
    pairs_each(index, unit, count_slot, index);
}

static bool is_time(const struct check_context *context, size_t i) {
    return i % UNITS_ASK == 0 && check_interrupted(context);
}

static bool count_features(struct duplicate_index *index, struct units *units,
                           const struct check_context *context) {
    size_t count = units->list.count;
    for (size_t i = 0; i < count; i++) {
        if (is_time(context, i)) return false;
        count_words(index, &units->list.items[i]);
    }
    for (size_t i = 0; i < count; i++) {
        if (is_time(context, i)) return false;
        count_pairs(index, units, &units->list.items[i]);
    }
    return true;
}

static bool is_telling(unsigned count) {
    return count >= 2 && count <= COMMON;
}

static uint32_t list_length(const struct duplicate_index *index, uint32_t slot) {
    return is_telling(index->counts[slot]) ? index->counts[slot] : 0;
}

static uint32_t *list_of(const struct duplicate_index *index, uint32_t slot) {
    uint32_t *list = &index->entries[index->lists[slot / GROUP]];
    for (uint32_t i = slot - slot % GROUP; i < slot; i++)
        list += list_length(index, i);
    return list;
}

/* Where the list of each group of slots stands. */
static bool place_lists(struct duplicate_index *index, uint32_t slots, const struct check_context *context) {
    uint32_t room = 0;
    index->lists = memory_zero(slots / GROUP + 1, sizeof *index->lists);
    for (uint32_t i = 0; i < slots; i++) {
        if (is_time(context, i / GROUP)) return false;
        if (i % GROUP == 0) index->lists[i / GROUP] = room;
        room += list_length(index, i);
    }
    index->entries = memory_zero(room, sizeof *index->entries);
    return true;
}

struct duplicate_index *duplicate_index_new(struct units *units, const struct check_context *context) {
    struct duplicate_index *index = memory_zero(1, sizeof *index);
    index->units = units;
    index->word_slots = (uint32_t)units->words.count + LEAST_SLOTS;
    index->pair_slots = 2 * index->word_slots;
    uint32_t slots = index->word_slots + index->pair_slots;
    index->counts = memory_zero(slots, sizeof *index->counts);
    index->votes = memory_zero(units->list.count, sizeof *index->votes);
    if (count_features(index, units, context) && place_lists(index, slots, context)) return index;
    duplicate_index_free(index);
    return NULL;
}

void duplicate_index_free(struct duplicate_index *index) {
    if (!index) return;
    free(index->counts);
    free(index->lists);
    free(index->entries);
    free(index->votes);
    vec_free(&index->voted);
    free(index);
}

/* The rarest features of one unit, rarest first. */
struct choice {
    const struct duplicate_index *index;
    uint32_t slots[FEATURES];
    unsigned counts[FEATURES];
    size_t count;
};

static void choose(struct choice *choice, uint32_t slot, unsigned count) {
    if (!is_telling(count)) return;
    size_t at = choice->count;
    while (at > 0 && choice->counts[at - 1] > count)
        at--;
    if (at == FEATURES) return;
    size_t moved = (choice->count < FEATURES ? choice->count : FEATURES - 1) - at;
    memmove(&choice->slots[at + 1], &choice->slots[at], moved * sizeof *choice->slots);
    memmove(&choice->counts[at + 1], &choice->counts[at], moved * sizeof *choice->counts);
    choice->slots[at] = slot;
    choice->counts[at] = count;
    if (choice->count < FEATURES) choice->count++;
}

static void choose_pair(void *choice, uint32_t slot) {
    choose(choice, slot, ((struct choice *)choice)->index->counts[slot]);
}

static void prefetch(void *choice, uint32_t slot) {
    __builtin_prefetch(&((struct choice *)choice)->index->counts[slot]);
}

/* Words come first: among equally rare features they are taken. */
static void choose_all(struct choice *choice, const struct unit *unit) {
    const struct unit_word *words = &choice->index->units->words.items[unit->first];
    for (size_t i = 0; i < unit->count; i++)
        if (!(words[i].flags & UNIT_WEAK))
            choose(choice, slot_of_word(choice->index, words[i].hash), words[i].units);
    pairs_each(choice->index, unit, prefetch, choice);
    pairs_each(choice->index, unit, choose_pair, choice);
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
    struct choice choice = {.index = index};
    choose_all(&choice, &index->units->list.items[unit]);
    uint32_t *lists[FEATURES];
    for (size_t i = 0; i < choice.count; i++)
        __builtin_prefetch(lists[i] = list_of(index, choice.slots[i]), 1);
    for (size_t i = 0; i < choice.count; i++)
        vote(index, lists[i], choice.counts[i], (uint32_t)unit);
    /* one vote is enough when there was little to go by */
    size_t count = most_proposed(index, choice.count > 3 ? 2 : 1, candidates);
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(&index->units->list.items[candidates[i]]);
    vec_each(const uint32_t, voted, &index->voted)
        index->votes[*voted] = 0;
    vec_clear(&index->voted);
    return count;
}
