#include "check/duplicate.h"

/* Set midway between planted repetitions (0.77 and contained, 0.82 and more) and parallel sentences of edited
 * articles. */
static const double SIMILAR = 0.78, SIMILAR_OTHER_FACTS = 0.86, CONTAINED = 0.95;
enum { LEAST_SHARED = 4, LEAST_CONTAINED = 6, NEAR = 6 };

/* What a word says: much when it is rare in the draft, little when it is a function word or in brackets. */
static double weight_of(const struct unit_word *word) {
    double weight = word->flags & UNIT_WEAK ? 0.3 : 1.0;
    if (word->flags & UNIT_BRACKET) weight *= 0.3;
    unsigned count = word->flags & UNIT_WEAK ? 2 : word->units;
    return count > 2 ? weight / (1 + 1.5 * (count - 2) / (count + 10)) : weight;
}

/* Pairs each word of the later unit with the same word of the earlier one, as near as possible to the place
 * where the pair before left off. Returns how often that place jumps. */
static size_t pair_words(struct likeness *likeness, const struct unit_word *there, size_t there_count,
                         const struct unit_word *here, size_t here_count) {
    size_t place = 0, jumps = 0;
    memset(likeness->only_there, 1, there_count);
    memset(likeness->only_here, 1, here_count);
    for (size_t i = 0; i < here_count; i++) {
        for (size_t k = 0; k < there_count; k++) {
            size_t at = (place + k) % there_count;
            if (!likeness->only_there[at] || there[at].hash != here[i].hash) continue;
            if (here[i].flags & UNIT_WEAK && k > NEAR) break; /* a function word of another place */
            likeness->only_there[at] = likeness->only_here[i] = 0;
            jumps += k > NEAR;
            place = at + 1 < there_count ? at + 1 : 0;
            break;
        }
    }
    return jumps;
}

struct tally {
    double shared, all; /* weights */
    size_t content;     /* shared words that are not weak */
    bool number, name;  /* has one that the other unit does not have */
};

static struct tally tally_of(const struct unit_word *words, size_t count, const uint8_t *only) {
    struct tally t = {0};
    for (size_t i = 0; i < count; i++) {
        double weight = weight_of(&words[i]);
        t.all += weight;
        if (!only[i]) t.shared += weight;
        t.content += !only[i] && !(words[i].flags & (UNIT_WEAK | UNIT_BRACKET));
        t.number = t.number || (only[i] && words[i].flags & UNIT_NUMBER);
        t.name = t.name || (only[i] && words[i].flags & UNIT_NAME);
    }
    return t;
}

void compare_units(struct likeness *likeness, const struct units *units, size_t earlier, size_t later) {
    const struct unit *a = &units->list.items[earlier], *b = &units->list.items[later];
    const struct unit_word *there = &units->words.items[a->first], *here = &units->words.items[b->first];
    size_t jumps = pair_words(likeness, there, a->count, here, b->count);
    struct tally t = tally_of(there, a->count, likeness->only_there);
    struct tally h = tally_of(here, b->count, likeness->only_here);
    double smaller = t.all < h.all ? t.all : h.all, larger = t.all < h.all ? h.all : t.all;
    double dice = 2 * h.shared / (t.all + h.all), contained = smaller > 0 ? h.shared / smaller : 0;
    bool ordered = jumps * 5 <= h.content + 5;
    /* the same words about another number or name: two facts told alike, as in lists and results */
    bool other_facts = (t.number && h.number) || (t.name && h.name);
    likeness->score = dice;
    likeness->similar =
        ordered && h.content >= LEAST_SHARED && dice >= (other_facts ? SIMILAR_OTHER_FACTS : SIMILAR);
    if (!likeness->similar && ordered && !other_facts && contained >= CONTAINED &&
        h.content >= LEAST_CONTAINED && smaller * 4 >= larger)
        likeness->similar = true;
}
