#include "check/duplicate/duplicate.h"

#include <math.h>

/* Set midway between planted repetitions (0.77 and contained, 0.82 and more) and parallel sentences of edited
 * articles. */
static const double SIMILAR = 0.78, SIMILAR_OTHER_FACTS = 0.86, SIMILAR_OTHER_NUMBERS = 0.95,
                    CONTAINED = 0.95, OPENING = 0.3;
/* Texts of other days: of 14 pairs from news between 0.70 and 0.78, 13 say the same; where little but names
 * and numbers is shared, as in who opened an event, they do not. */
static const double SIMILAR_LONG = 0.70, LONG_PLAIN = 4;
enum { LEAST_SHARED = 4, LEAST_CONTAINED = 6, LEAST_VERBATIM = 8, NEAR = 6 };

/* What a word says: much when it is rare in the draft, little when it is a function word or in brackets. */
static double weigh(const struct unit_word *word) {
    double weight = word->flags & UNIT_WEAK ? 0.3 : 1.0;
    return word->flags & UNIT_BRACKET ? weight * 0.3 : weight;
}

static double worth_in_draft(void *self, const struct unit_word *word) {
    (void)self;
    unsigned count = word->units;
    return count > 2 ? 1 / (1 + 1.5 * (count - 2) / (count + 10)) : 1;
}

static void weigh_unit(struct units *units, struct unit *unit,
                       double (*worth)(void *, const struct unit_word *), void *self) {
    unit->weight = 0;
    bool opens = true; /* Ia juga, Oleh karena itu: what joins a sentence to the one before */
    for (size_t i = 0; i < unit->count; i++) {
        struct unit_word *word = &units->words.items[unit->first + i];
        opens = opens && word->flags & UNIT_WEAK;
        double weight = weigh(word) * (opens ? OPENING : 1);
        if (!(word->flags & UNIT_WEAK)) weight *= worth(self, word);
        word->weight = (uint16_t)(10000 * weight + 0.5);
        unit->weight += word->weight;
    }
}

bool units_weigh(struct units *units, const struct check_context *context) {
    for (size_t i = 0; i < units->list.count; i++) {
        if (i % UNITS_ASK == 0 && check_interrupted(context)) return false;
        weigh_unit(units, &units->list.items[i], worth_in_draft, NULL);
    }
    return true;
}

void units_weigh_by(struct units *units, double (*worth)(void *, const struct unit_word *), void *self) {
    vec_each(struct unit, unit, &units->list)
        weigh_unit(units, unit, worth, self);
}

struct compared_side {
    const struct unit *unit;
    const struct unit_word *words;
    uint8_t *only; /* by word: 1 when the other side does not have it */
};

/* The place of the same word on the other side, as near as possible after place, or SIZE_MAX. */
static size_t find_word(const struct compared_side *side, const struct unit_word *word, size_t place) {
    size_t count = side->unit->count;
    if (!(side->unit->sketch & unit_bit(word->hash))) return SIZE_MAX;
    for (size_t k = 0, at = place; k < count; k++, at = at + 1 < count ? at + 1 : 0) {
        if (!side->only[at] || side->words[at].hash != word->hash) continue;
        return word->flags & UNIT_WEAK && k > NEAR ? SIZE_MAX : at; /* a function word of another place */
    }
    return SIZE_MAX;
}

/* Not when too much of the later unit is missing from the earlier one, even if all words were paired whose
 * bit stands in its sketch. Nearly all proposals end here, without a look at the words of the earlier unit.
 */
static bool may_be_similar(const struct unit *there, const struct compared_side *here, double similar) {
    uint32_t left = here->unit->weight, smaller = left < there->weight ? left : there->weight;
    double least = fmin(similar * (there->weight + left) / 2, CONTAINED * smaller);
    for (size_t i = 0; i < here->unit->count && left >= least; i++)
        if (!(there->sketch & unit_bit(here->words[i].hash))) left -= here->words[i].weight;
    return left >= least;
}

/* Pairs each word of the later unit with the same word of the earlier one, as near as possible to the place
 * where the pair before left off. Returns how often that place jumps. */
static size_t pair_words(const struct compared_side *there, const struct compared_side *here) {
    size_t place = 0, jumps = 0, count = there->unit->count;
    memset(there->only, 1, count);
    memset(here->only, 1, here->unit->count);
    for (size_t i = 0; i < here->unit->count; i++) {
        size_t at = find_word(there, &here->words[i], place);
        if (at == SIZE_MAX) continue;
        there->only[at] = here->only[i] = 0;
        jumps += (at + count - place) % count > NEAR;
        place = at + 1 < count ? at + 1 : 0;
    }
    return jumps;
}

struct compared_tally {
    uint32_t shared;   /* weight */
    uint32_t plain;    /* of it, words that are neither names nor numbers */
    size_t content;    /* shared words that are not weak */
    bool number, name; /* has one that the other unit does not have */
};

static struct compared_tally tally_of(const struct compared_side *side) {
    struct compared_tally t = {0};
    for (size_t i = 0; i < side->unit->count; i++) {
        uint8_t flags = side->words[i].flags;
        if (side->only[i]) {
            t.number = t.number || flags & UNIT_NUMBER;
            t.name = t.name || flags & UNIT_NAME;
        } else {
            t.shared += side->words[i].weight;
            if (!(flags & (UNIT_NAME | UNIT_NUMBER))) t.plain += side->words[i].weight;
            t.content += !(flags & (UNIT_WEAK | UNIT_BRACKET));
        }
    }
    return t;
}

/* All words of the later unit stand in the earlier one side by side: the beginning, or the end, of a sentence
 * once more. */
static bool is_verbatim(const struct compared_side *here, const struct compared_side *there) {
    size_t run = 0, longest = 0;
    for (size_t i = 0; i < here->unit->count; i++)
        if (here->only[i]) return false;
    for (size_t i = 0; i < there->unit->count; i++) {
        run = there->only[i] ? 0 : run + 1;
        if (run > longest) longest = run;
    }
    return longest >= here->unit->count;
}

/* How often the side says the one word of its own that it says most often; *others: its other own words. */
static size_t own_word_most(const struct compared_side *side, size_t *others) {
    size_t own = 0, most = 0;
    for (size_t i = 0; i < side->unit->count; i++) {
        size_t times = 0;
        if (!side->only[i] || side->words[i].flags & UNIT_WEAK) continue;
        own++;
        for (size_t k = i; k < side->unit->count; k++)
            times += side->only[k] && side->words[k].hash == side->words[i].hash;
        if (times > most) most = times;
    }
    *others = own - most;
    return most;
}

/* Kompas siang ... pada siang hari, kompas malam ... pada malam hari: one word changed for another each time,
 * which tells the same of another thing. */
static bool is_other_thing(const struct compared_side *there, const struct compared_side *here) {
    size_t left, right;
    return own_word_most(there, &left) > 1 && own_word_most(here, &right) > 1 && (!left || !right);
}

/* Bidang Perikanan terdiri atas ..., Bidang Peternakan terdiri atas ...: but for one name the same. */
static bool is_other_name(const struct compared_side *side) {
    size_t names = 0, others = 0;
    for (size_t i = 0; i < side->unit->count; i++) {
        names += side->only[i] && side->words[i].flags & UNIT_NAME;
        others += side->only[i] && !(side->words[i].flags & UNIT_NAME);
    }
    return names == 1 && !others;
}

static bool are_parallel(const struct compared_side *there, const struct compared_side *here) {
    return is_other_thing(there, here) || (is_other_name(there) && is_other_name(here));
}

void compare_units(struct likeness *likeness, const struct units *units, size_t earlier, size_t later) {
    const struct unit *a = &units->list.items[earlier], *b = &units->list.items[later];
    const struct compared_side there = {a, &units->words.items[a->first], likeness->only_there};
    const struct compared_side here = {b, &units->words.items[b->first], likeness->only_here};
    likeness->similar = false;
    if (!may_be_similar(a, &here, units->other_days ? SIMILAR_LONG : SIMILAR)) return;
    size_t jumps = pair_words(&there, &here);
    struct compared_tally t = tally_of(&there), h = tally_of(&here);
    double smaller = fmin(a->weight, b->weight), larger = fmax(a->weight, b->weight);
    double dice = 2.0 * h.shared / (a->weight + b->weight), contained = smaller > 0 ? h.shared / smaller : 0;
    bool ordered = jumps * 5 <= h.content + 5;
    /* the same words about another number or name: two facts told alike, as in lists and results */
    bool other_facts = (!units->other_days && t.number && h.number) || (t.name && h.name);
    likeness->score = dice;
    likeness->shared = h.shared / 10000.0;
    likeness->plain = h.plain / 10000.0;
    double least = units->other_days && likeness->plain >= LONG_PLAIN ? SIMILAR_LONG : SIMILAR;
    if (other_facts) least = SIMILAR_OTHER_FACTS;
    if (!units->other_days && t.number && h.number) least = SIMILAR_OTHER_NUMBERS;
    if (!units->other_days && are_parallel(&there, &here)) return;
    likeness->similar = ordered && h.content >= LEAST_SHARED && dice >= least;
    if (!likeness->similar && ordered && !other_facts && contained >= CONTAINED &&
        h.content >= LEAST_CONTAINED && smaller * 4 >= larger)
        likeness->similar = true;
    if (!likeness->similar && !other_facts && b->count >= LEAST_VERBATIM && is_verbatim(&here, &there))
        likeness->similar = true;
}
