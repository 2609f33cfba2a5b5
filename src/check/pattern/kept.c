#include "check/pattern/pattern_parts.h"

/* In this order: words of the vocabulary that the patterns added, texts, affixes, predicates, clauses, atoms;
 * then for each pattern the number of its steps, and those. Before each the number of them. */

static void put(struct str *kept, size_t number) {
    str_append(kept, (struct slice){(const char *)&(uint32_t){(uint32_t)number}, sizeof(uint32_t)});
}

static void put_text(struct str *kept, struct slice text) {
    put(kept, text.len);
    str_append(kept, text);
    str_append_repeated(kept, '\0', -text.len % sizeof(uint32_t));
}

/* The keys of the map whose numbers are first and more, in the order of their numbers. */
static void put_keys(struct str *kept, const struct map *map, size_t first, size_t end) {
    struct slice *keys = memory_zero(end - first + 1, sizeof *keys);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->entries[i].key && map->entries[i].value >= first)
            keys[map->entries[i].value - first] = map_key(&map->entries[i]);
    put(kept, end - first);
    for (size_t i = 0; i < end - first; i++)
        put_text(kept, keys[i]);
    free(keys);
}

static void put_atoms(struct str *kept, const struct atoms *atoms) {
    put(kept, atoms->affixes.count);
    vec_each(const struct affixes, affixes, &atoms->affixes) {
        put_text(kept, affixes->prefix);
        put_text(kept, affixes->suffix);
    }
    put(kept, atoms->predicates.count);
    vec_each(const struct predicate, predicate, &atoms->predicates) {
        put(kept, predicate->kind);
        put(kept, predicate->value);
    }
    put(kept, atoms->clauses.count);
    vec_each(const struct clause, clause, &atoms->clauses) {
        put(kept, clause->not );
        put(kept, clause->first);
        put(kept, clause->count);
    }
    put(kept, atoms->list.count);
    vec_each(const struct atom, atom, &atoms->list) {
        put(kept, atom->first);
        put(kept, atom->count);
    }
}

void patterns_keep(const struct patterns *p, struct str *kept) {
    const struct vocabulary *vocabulary = p->atoms.vocabulary;
    put(kept, p->words);
    put_keys(kept, &vocabulary->words, p->words, vocabulary->facts.count);
    put_keys(kept, &p->atoms.exacts, 1, p->atoms.exacts.count + 1);
    put_atoms(kept, &p->atoms);
    put(kept, p->starts.count);
    for (size_t i = 0; i < p->starts.count; i++) {
        size_t end = i + 1 < p->starts.count ? p->starts.items[i + 1] : p->steps.list.count;
        put(kept, end - p->starts.items[i]);
        for (size_t at = p->starts.items[i]; at < end; at++) {
            const struct step *step = &p->steps.list.items[at];
            put(kept, step->kind);
            put(kept, step->value);
            put(kept, step->other);
        }
    }
}

/* Bytes that are not trusted: what does not fit is noted, and nothing of it taken. */
struct reader {
    struct slice rest;
    bool good;
};

/* The next so many numbers. */
static const uint32_t *take_numbers(struct reader *r, size_t count) {
    const uint32_t *numbers = (const void *)r->rest.data;
    r->good = r->good && count <= r->rest.len / sizeof *numbers;
    if (r->good) r->rest = slice_range(r->rest, count * sizeof *numbers, r->rest.len);
    return numbers;
}

/* Of what follows: no more than there are bytes. */
static size_t take_count(struct reader *r) {
    const uint32_t *number = take_numbers(r, 1);
    r->good = r->good && *number <= r->rest.len;
    return r->good ? *number : 0;
}

static struct slice take_text(struct reader *r) {
    size_t len = take_count(r);
    const char *text = (const void *)take_numbers(r, len / sizeof(uint32_t) + (len % sizeof(uint32_t) > 0));
    return r->good ? (struct slice){text, len} : SLICE("");
}

/* Words of the vocabulary and texts get the numbers that they had. */
static void take_words(struct patterns *p, struct reader *r) {
    struct vocabulary *vocabulary = p->atoms.vocabulary;
    const uint32_t *words = take_numbers(r, 1);
    r->good = r->good && *words == vocabulary->facts.count && !p->starts.count;
    for (size_t i = take_count(r); i > 0 && r->good; i--) {
        size_t number = vocabulary->facts.count;
        r->good = vocabulary_add(vocabulary, take_text(r)) == number && r->good;
    }
    for (size_t i = take_count(r), number = 1; i > 0 && r->good; i--, number++)
        r->good = atoms_exact(&p->atoms, take_text(r)) == number && r->good;
    for (size_t i = take_count(r), number = 0; i > 0 && r->good; i--, number++) {
        struct slice prefix = take_text(r), suffix = take_text(r);
        r->good = r->good && atoms_affixes(&p->atoms, prefix, suffix) == number;
    }
}

static bool fits(const struct atoms *atoms, uint32_t kind, uint32_t value) {
    if (kind == PREDICATE_WORD) return value < atoms->vocabulary->facts.count;
    if (kind == PREDICATE_EXACT) return value <= atoms->exacts.count;
    if (kind == PREDICATE_CLASS) return value < CLASS_LIMIT;
    if (kind == PREDICATE_AFFIXES) return value < atoms->affixes.count;
    return kind <= PREDICATE_SPEECH;
}

/* Items first to before first + count are some of so many. */
static bool are_among(size_t first, size_t count, size_t all) {
    return first <= all && count <= all - first;
}

static void take_atoms(struct atoms *atoms, struct reader *r) {
    size_t count = take_count(r);
    const uint32_t *numbers = take_numbers(r, 2 * count);
    for (size_t i = 0; i < count && r->good; i++, numbers += 2) {
        r->good = fits(atoms, numbers[0], numbers[1]);
        vec_push(&atoms->predicates, (struct predicate){numbers[0], numbers[1]});
    }
    numbers = take_numbers(r, 3 * (count = take_count(r)));
    for (size_t i = 0; i < count && r->good; i++, numbers += 3) {
        r->good = are_among(numbers[1], numbers[2], atoms->predicates.count);
        vec_push(&atoms->clauses, (struct clause){numbers[0] > 0, numbers[1], numbers[2]});
    }
    numbers = take_numbers(r, 2 * (count = take_count(r)));
    for (size_t i = 0; i < count && r->good; i++, numbers += 2) {
        r->good = are_among(numbers[0], numbers[1], atoms->clauses.count);
        vec_push(&atoms->list, (struct atom){numbers[0], numbers[1]});
    }
}

/* A step that leads to none of another pattern, and finds only this one. */
static bool is_step(const struct patterns *p, const uint32_t *numbers, size_t start, size_t count) {
    uint32_t value = numbers[1], other = numbers[2];
    switch (numbers[0]) {
    case STEP_ATOM:
        return value < p->atoms.list.count;
    case STEP_SAVE:
        return value < 2 * (PATTERN_GROUPS + 1);
    case STEP_FOUND:
        return value == p->starts.count;
    case STEP_SPLIT:
    case STEP_JUMP:
        return other >= start && other - start < count;
    default:
        return false;
    }
}

static void take_pattern(struct patterns *p, struct reader *r) {
    size_t start = p->steps.list.count, count = take_count(r);
    const uint32_t *numbers = take_numbers(r, 3 * count);
    for (size_t i = 0; i < count && r->good; i++, numbers += 3) {
        r->good = is_step(p, numbers, start, count);
        vec_push(&p->steps.list, (struct step){numbers[0], numbers[1], numbers[2]});
    }
    enum step_kind last = count && r->good ? vec_last(&p->steps.list)->kind : STEP_ATOM;
    r->good = r->good && (last == STEP_FOUND || last == STEP_JUMP); /* after it is another pattern */
    if (r->good) patterns_enter(p, (uint32_t)start);
}

bool patterns_take(struct patterns *p, struct slice kept) {
    struct reader r = {kept, kept.len > 0};
    take_words(p, &r);
    take_atoms(&p->atoms, &r);
    for (size_t i = take_count(&r); i > 0 && r.good; i--)
        take_pattern(p, &r);
    return r.good && !r.rest.len;
}
